import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyReport } from '../../test/support/any-report.ts';
import { MIXED } from '../../test/support/mixed-report.ts';
import { finding, judged, reportOf } from '../../test/support/oakfield-report.ts';
import { csv as format } from './csv.ts';
import { PLAIN, renderWith } from './options.ts';

const csv = renderWith(format);
const options = { width: 80, reveal: false, paint: PLAIN };

const rowsOf = (written: string): readonly Record<string, string>[] =>
  parse(written, { bom: true, columns: true });

describe('csv', () => {
  it('has a row for each finding and for what was not read, names masked', () => {
    expect(csv(MIXED, options).slice(1)).toMatchInlineSnapshot(`
      ""file","line","column","cell","record","id","time","severity","confidence","rule","clause","section","message","advice","status","reason","approved by","expires"
      "queue.csv",2,28,"Message",1,"o•••-d•••","2026-11-23T10:42:00+00:00","error","certain","oakfield-2026/no-child-names","4.2","Photographs and names","This post names a child.","Write about the class or the team instead.","open",,,
      "queue.csv",3,9,"Message",1,"o•••-d•••","2026-11-23T10:42:00+00:00","warning","likely","oakfield-2026/no-other-handles","2.1","Accounts","This handle has not been approved.","Leave the handle out, or ask for it to be approved.","open",,,
      "queue.csv",2,,,1,"o•••-d•••","2026-11-23T10:42:00+00:00","warning","certain","oakfield-2026/school-hours","3.3","When we post","This post goes out after hours.","Post it on the next working day.","open",,,
      "queue.csv",2,,,1,"o•••-d•••","2026-11-23T10:42:00+00:00","error","certain","oakfield-2026/no-child-names","4.2","Photographs and names","This post names a child.","Write about the class or the team instead.","open",,,
      "queue.csv",6,21,,3,"queue.csv#3",,"error","possible","oakfield-2026/no-child-names","4.2","Photographs and names","This post names a child.","Write about the class or the team instead.","open",,,
      "queue.csv",7,,,4,"queue.csv#4","2026-11-23T10:42:00+00:00","warning","certain","oakfield-2026/school-hours","3.3","When we post","This post goes out after hours.","Post it on the next working day.","waived","O•••’s parents wait for news from the residential","A. Reed","2026-11-30"
      "queue.csv",7,18,,4,"queue.csv#4","2026-11-23T10:42:00+00:00","warning","certain","oakfield-2026/no-other-handles","2.1","Accounts","This handle has not been approved.","Leave the handle out, or ask for it to be approved.","known",,,
      "queue.csv",9,4,,,,,"error",,,,,"The time cannot be read.",,"not read",,,
      "
    `);
  });

  it('tells spreadsheets how it is encoded, and ends lines as they do', () => {
    const written = csv(reportOf([]), options);
    expect(written.startsWith('\ufeff"file","line","column","cell",')).toBe(true);
    expect(written.endsWith('"expires"\r\n')).toBe(true);
    expect(rowsOf(written)).toEqual([]);
  });

  it.each([
    ['=HYPERLINK("https://oakfield.example")', `'=HYPERLINK("https://oakfield.example")`],
    ['+44 20 7946 0000', "'+44 20 7946 0000"],
    ['-1', "'-1"],
    ['@SUM(1)', "'@SUM(1)"],
    ['＝1+1', "'＝1+1"],
    ['＋1', "'＋1"],
    ['－1', "'－1"],
    ['＠SUM(1)', "'＠SUM(1)"],
    ['\t=1', '    =1'],
    ['\r=1', '␍=1'],
    ['\0=1', '␀=1'],
    ['a = 1, "b"; c', 'a = 1, "b"; c'],
    ['two\nlines', 'two␊lines'],
  ])('lets no spreadsheet take %j for a formula', (message, read) => {
    const post = judged('Hello', { found: () => [finding('school-hours', null, { message })] });
    expect(rowsOf(csv(reportOf([post]), options)).map((row) => row['message'])).toEqual([read]);
  });

  it('is read as it was meant, whatever is reported', () => {
    fc.assert(
      fc.property(anyReport, (report) => {
        const rows = rowsOf(csv(report, options));
        expect(rows.map(({ status, rule }) => [status, rule])).toEqual([
          ...report.posts.flatMap(({ findings, waived, known }) => [
            ...findings.map(({ rule }) => ['open', rule]),
            ...waived.map(({ finding: { rule } }) => ['waived', rule]),
            ...known.map(({ rule }) => ['known', rule]),
          ]),
          ...report.problems.map(() => ['not read', '']),
        ]);
        const cells = rows.flatMap((row) => Object.values(row));
        expect(cells.filter((cell) => /^[=+\-@\t\r\0＝＋－＠]/u.test(cell))).toEqual([]);
      }),
    );
  });
});
