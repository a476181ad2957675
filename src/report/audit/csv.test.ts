import { describe, expect, it } from 'vitest';
import { AUDIT, AUDIT_HEAD, published, traceOf } from '../../../test/support/audit-summary.ts';
import { finding } from '../../../test/support/oakfield-report.ts';
import type { JudgedPost } from '../../core/report.ts';
import { PLAIN } from '../options.ts';
import { csv } from './csv.ts';

const rows = (posts: readonly JudgedPost[], summary = AUDIT): readonly string[] => {
  const { post, end } = csv(AUDIT_HEAD, { width: 80, reveal: false, paint: PLAIN });
  return `${posts.map(post).join('')}${String(end(summary))}`.split('\r\n').slice(1, -1);
};

describe('csv', () => {
  it('has a row for each finding, those too that something excuses, and for what was not read', () => {
    const waived = {
      finding: finding('school-hours', null, { where: 'at' }),
      waiver: {
        rule: 'oakfield-2026/school-hours',
        post: '5e1f0c3a9b7d2468',
        reason: 'the residential',
        approvedBy: 'A. Reed',
        approved: '2026-11-13',
        expires: '2026-11-16',
        file: 'waivers.yaml',
        line: 2,
      },
    };
    const excused = [
      { rule: 'oakfield-2026/school-hours', by: 'event', what: 'Winter fair' },
    ] as const;
    expect(
      rows([
        AUDIT.listed[0]!,
        published('Sports day', '1050', '2026-11-02T10:00:00+00:00'),
        { ...published('Camp', '1051', '2026-11-14T22:15:00+00:00'), waived: [waived] },
        published('Come to the fair', '1052', '2026-11-20T18:30:00+00:00', {
          trace: traceOf({ kind: 'repost', deletedMs: 0 }, { excused }),
        }),
      ]),
    ).toMatchInlineSnapshot(`
      [
        ""2026-09-08","Tuesday","19:42","its own words","error","certain","oakfield-2026/no-child-names","4.2","A child is never named in a post.","This post names a child.","Well done to O••• M••• in Y5!","https://x.com/OakfieldPrimary/status/1001","still up",,"oakfield-archive.zip › data/tweets.js",11,"1001"",
        ""2026-09-08","Tuesday","19:42","its own words","error","certain","oakfield-2026/no-child-names","4.2","A child is never named in a post.","This post names a child.","Well done to O••• M••• in Y5!","https://x.com/OakfieldPrimary/status/1001","still up",,"oakfield-archive.zip › data/tweets.js",11,"1001"",
        ""2026-11-14","Saturday","22:15","its own words","warning","certain","oakfield-2026/school-hours","3.3","Posts go out on working days between 8:00 and 17:00.","This post goes out after hours.","Camp","https://x.com/OakfieldPrimary/status/1051","still up","an exception until 16 Nov 2026, approved by A. Reed: the residential","oakfield-archive.zip › data/tweets.js",61,"1051"",
        ""2026-11-20","Friday","18:30","passed on",,,"oakfield-2026/school-hours",,,,"Come to the fair","https://x.com/OakfieldPrimary/status/1001","deleted","an event in the calendar: Winter fair","oakfield-archive.zip › data/tweets.js",62,"1052"",
        ",,,,,,,,,"Record 70 is cut short and was left out.",,,"could not be read",,"oakfield-archive.zip",77,",
      ]
    `);
  });

  it('starts with a byte-order mark and the names of its columns, even without a post', () => {
    const { end } = csv(AUDIT_HEAD, { width: 80, reveal: false, paint: PLAIN });
    expect(String(end({ ...AUDIT, problems: [] }))).toBe(
      '\ufeff"date","weekday","local time","whose words","severity","confidence","rule","clause","requires","message","text","link","state","excused by","file","line","id"\r\n',
    );
  });

  it('is in order of time, whatever the archive’s order is', () => {
    const at = (id: string, time: string) => published('⟦Olwen⟧', id, time);
    const days = rows(
      [
        at('1003', '2026-11-03T10:00:00+00:00'),
        at('1001', '2026-09-08T19:42:00+01:00'),
        at('1002', '2026-10-01T08:00:00+01:00'),
      ],
      { ...AUDIT, problems: [] },
    ).map((row) => row.slice(1, 11));
    expect(days).toEqual(['2026-09-08', '2026-10-01', '2026-11-03']);
  });

  it('writes no cell that a spreadsheet takes for a formula', () => {
    const [row] = rows([published('=1+⟦Olwen⟧', '1001', '2026-09-08T19:42:00+01:00')]);
    expect(row).toContain(`"'=1+O•••"`);
  });
});
