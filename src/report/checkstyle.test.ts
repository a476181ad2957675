import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyReport } from '../../test/support/any-report.ts';
import { MIXED } from '../../test/support/mixed-report.ts';
import { judged, reportOf } from '../../test/support/oakfield-report.ts';
import { mistakesIn, parseElements } from '../../test/support/xml.ts';
import { checkstyle as format } from './checkstyle.ts';
import { PLAIN, renderWith } from './options.ts';

const checkstyle = renderWith(format);
const options = { width: 80, reveal: false, paint: PLAIN };

const filesIn = (written: string) => parseElements(written, 'xml').flatMap((root) => root.children);

describe('checkstyle', () => {
  it('tells what is wrong by file, names masked, without what somebody answers for', () => {
    expect(checkstyle(MIXED, options)).toMatchInlineSnapshot(`
      "<?xml version="1.0" encoding="UTF-8"?>
      <checkstyle version="4.3">
       <file name="queue.csv">
        <error line="2" column="28" severity="error" message="This post names a child. Policy: A child is never named in a post. (Oakfield Primary Social Media Policy · Photographs and names (4.2) · adopted 2 Sep 2026) Try: Write about the class or the team instead. Where: record 1, column “Message”." source="oakfield-2026/no-child-names"/>
        <error line="3" column="9" severity="warning" message="This handle has not been approved. Policy: Only approved accounts may be mentioned. (Oakfield Primary Social Media Policy · Accounts (2.1) · adopted 2 Sep 2026) Try: Leave the handle out, or ask for it to be approved. Where: record 1, column “Message”." source="oakfield-2026/no-other-handles"/>
        <error line="2" severity="warning" message="This post goes out after hours. Policy: Posts go out on working days between 8:00 and 17:00. (Oakfield Primary Social Media Policy · When we post (3.3) · adopted 2 Sep 2026) Try: Post it on the next working day." source="oakfield-2026/school-hours"/>
        <error line="2" severity="error" message="This post names a child. Policy: A child is never named in a post. (Oakfield Primary Social Media Policy · Photographs and names (4.2) · adopted 2 Sep 2026) Try: Write about the class or the team instead." source="oakfield-2026/no-child-names"/>
        <error line="6" column="21" severity="warning" message="This post names a child. This is only a guess: please look for yourself. Policy: A child is never named in a post. (Oakfield Primary Social Media Policy · Photographs and names (4.2) · adopted 2 Sep 2026) Try: Write about the class or the team instead." source="oakfield-2026/no-child-names"/>
        <error line="9" column="4" severity="error" message="The time cannot be read." source="policy-lint/unreadable"/>
        <error line="8" severity="info" message="Two posts go out at one minute." source="policy-lint/same-minute"/>
       </file>
      </checkstyle>
      "
    `);
  });

  it('opens a file anew when its posts go on behind another', () => {
    const at = (file: string) =>
      judged('Well done ⟦Olwen⟧', { post: { origin: { file, line: 1, record: 1 } } });
    const posts = [at('a.txt'), at('./a.txt'), at('b.txt'), at('a.txt')];
    const files = filesIn(checkstyle(reportOf(posts), options));
    expect(files.map(({ attributes, children }) => [attributes['name'], children.length])).toEqual([
      ['a.txt', 2],
      ['b.txt', 1],
      ['a.txt', 1],
    ]);
  });

  it('is whole without a finding', () => {
    expect(checkstyle(reportOf([]), options)).toBe(
      '<?xml version="1.0" encoding="UTF-8"?>\n<checkstyle version="4.3">\n</checkstyle>\n',
    );
  });

  it('fits the schema, whatever is reported', async () => {
    const written = [reportOf([]), MIXED, ...fc.sample(anyReport, 100)].map((report) =>
      checkstyle(report, options),
    );
    expect(await mistakesIn(written, 'checkstyle.xsd')).toEqual([]);
  });

  it('has an entry for each finding, each problem and each notice', () => {
    fc.assert(
      fc.property(anyReport, (report) => {
        const entries = filesIn(checkstyle(report, options)).flatMap(({ children }) => children);
        const sources = entries.map(({ attributes }) => attributes['source']);
        expect(sources).toEqual([
          ...report.posts.flatMap(({ findings }) => findings.map(({ rule }) => rule)),
          ...report.problems.map(() => 'policy-lint/unreadable'),
          ...report.notices.map(({ kind }) => `policy-lint/${kind}`),
        ]);
      }),
    );
  });
});
