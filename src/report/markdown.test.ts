import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyReport } from '../../test/support/any-report.ts';
import { MIXED } from '../../test/support/mixed-report.ts';
import { finding, judged, reportOf } from '../../test/support/oakfield-report.ts';
import { markdown as format } from './markdown.ts';
import { PLAIN, renderWith } from './options.ts';

const markdown = renderWith(format);
const options = { width: 80, reveal: false, paint: PLAIN };

/** The lines of code blocks and the others, as a reader of Markdown takes them apart. */
const apart = (written: string): { code: readonly string[]; prose: readonly string[] } => {
  const code: string[] = [];
  const prose: string[] = [];
  let isCode = false;
  for (const line of written.split('\n')) {
    if (/^ {0,3}(?:`{3}|~{3})/u.test(line)) isCode = !isCode;
    else (isCode ? code : prose).push(line);
  }
  expect(isCode).toBe(false);
  return { code, prose };
};

/** What our own lines begin with; anything else is a paragraph. */
const OURS = /^(?:#{2,4} |- |---$|\| |\*\*(?:Error|Warning|Info|Maybe|Try:|Or:|[✖▲✔]))/u;

describe('markdown', () => {
  it('is a page for a person, names masked', () => {
    expect(markdown(MIXED, options)).toMatchInlineSnapshot(`
      "## policy-lint

      **✖ 1 post to change · 1 to look at · 1 problem: not everything could be read · 1 exception in force · 1 finding known from the baseline · 1 copy for other channels not repeated**

      ### Could not be read

      - queue.csv:9:4: The time cannot be read.

      ### Posts

      #### queue.csv › o•••-d•••

      Mon 23 Nov 2026, 10:42

      \`\`\`text
         ╭─ the post’s text
       2 │ Well done O••• & <team>!
         │           ━━━━
       3 │ Thanks, @hexleyrunners
         │         ━━━━━━━━━━━━━━
         ├─ alt text of picture 1
         │ O••• with a medal
         │ ━━━━
         ╰─
      \`\`\`

      **Error: This post names a child.** (oakfield-2026/no-child-names)

      - **Why:** Praise, then a given name and a surname.
      - **Policy:** A child is never named in a post. (Oakfield Primary Social Media Policy · Photographs and names (4.2) · adopted 2 Sep 2026)

      **Try:** Write about the year group (checked again: settles this; read it through yourself)

      \`\`\`diff
      - Well done O••• & <team>!
      + Well done & <team>!
      \`\`\`

      **Warning: This post goes out after hours.** (oakfield-2026/school-hours)

      - **Why:** 17:42 is later than 17:00.
      - **Policy:** Posts go out on working days between 8:00 and 17:00. (Oakfield Primary Social Media Policy · When we post (3.3) · adopted 2 Sep 2026)

      **Try:** Post it on Tuesday (checked again: settles this)

      \`\`\`diff
      - Mon 23 Nov 2026, 10:42
      + Tue 24 Nov 2026, 08:00
      \`\`\`

      **Warning: This handle has not been approved.** (oakfield-2026/no-other-handles)

      - **Why:** A handle that is not one of the school’s own accounts.
      - **Policy:** Only approved accounts may be mentioned. (Oakfield Primary Social Media Policy · Accounts (2.1) · adopted 2 Sep 2026)
      - **Try:** Leave the handle out, or ask for it to be approved.

      #### queue.csv › queue.csv\\#&#8203;3

      not scheduled yet

      \`\`\`text
         ╭─ the post’s text
       6 │ Is R••• out today?
         │    ┅┅┅┅
         ╰─
      \`\`\`

      **Maybe: This post names a child.** (oakfield-2026/no-child-names)

      - **Why:** Praise, then a given name and a surname. This is only a guess: please look for yourself.
      - **Policy:** A child is never named in a post. (Oakfield Primary Social Media Policy · Photographs and names (4.2) · adopted 2 Sep 2026)
      - **Try:** Write about the class or the team instead.

      ### Exceptions in force

      | Post | Rule | Reason | Approved by | Until |
      | --- | --- | --- | --- | --- |
      | queue.csv › queue.csv\\#&#8203;4 | oakfield-2026/school-hours | O•••’s parents wait for news from the residential | A. Reed | 30 Nov 2026 |

      ### Notices

      - queue.csv:8: Two posts go out at one minute.

      ### Not checkable

      - in 5 posts, because there is no pupil list (oakfield-2026/initials)

      ---

      policy-lint 1.2.3 · Oakfield Primary Social Media Policy, adopted 2 Sep 2026
      "
    `);
  });

  it('is short when there is nothing to say', () => {
    const clean = reportOf([judged('Hello'), judged('Good morning')]);
    expect(markdown(clean, options)).toBe(
      '## policy-lint\n\n**✔ Nothing to change · 2 posts ready**\n\n---\n\npolicy-lint 1.2.3 · Oakfield Primary Social Media Policy, adopted 2 Sep 2026\n',
    );
  });

  it('says how many posts it has no room for', () => {
    const post = judged('⟦🎉⟧ '.repeat(500));
    const written = markdown(reportOf(Array.from({ length: 7 }, () => post)), options);
    expect(written.match(/^#### /gmu)).toHaveLength(4);
    expect(written).toContain('\n3 more posts with findings: this report has no room for them.\n');
  });

  it('stays short for a post of a million signs', () => {
    const long = `${'a'.repeat(500_000)} ⟦Olwen⟧ ${'🎉'.repeat(250_000)}`;
    const post = judged(long, {
      found: ([name]) => [
        finding('no-child-names', name!, { suggestions: [{ title: 'Leave it out', text: long }] }),
      ],
    });
    expect(markdown(reportOf([post]), options).length).toBeLessThan(6000);
  });

  it('has no heading, list, table or code block that comes from a post', () => {
    fc.assert(
      fc.property(anyReport, (report) => {
        const { code, prose } = apart(markdown(report, options));
        const headings = prose.filter((line) => /^ {0,3}#/u.test(line));
        const flagged = report.posts.filter(({ findings }) => findings.length > 0);
        const sections = headings.filter((line) => line.startsWith('### '));
        expect(headings.length - sections.length).toBe(1 + flagged.length);
        expect(code.filter((line) => !/^(?: *\d* *[│·├╭╰]|[-+] ?|  )/u.test(line))).toEqual([]);
        const paragraphs = prose.filter((line) => line !== '' && !OURS.test(line));
        expect(
          paragraphs.filter((line) => /^\s*(?:[-+*>|#=~`]|\d+[.)]|<|:::?)/u.test(line)),
        ).toEqual([]);
        const active = prose.filter((line) => /<|\]\(|`/u.test(line.replace(/\\./gu, '')));
        expect(active).toEqual([]);
      }),
    );
  });
});
