import type { Report } from '../../src/core/report.ts';
import type { Waiver } from '../../src/core/waiver.ts';
import { finding, judged, reportOf } from './oakfield-report.ts';

const WAIVER: Waiver = {
  rule: 'oakfield-2026/no-other-handles',
  post: '5e1f0c3a9b7d2468',
  reason: 'The visiting author asked to be mentioned.',
  approvedBy: 'Mrs K. Marlowe',
  role: 'headteacher',
  approved: '2026-11-20',
  expires: '2026-11-30',
  file: 'waivers.yaml',
  line: 3,
};

/** A draft with a change to offer, a row of a table, a guess, an exception, and what went wrong. */
export const CI_REPORT: Report = {
  ...reportOf(
    [
      judged('Sports day 🎉\nWell done ⟦Olwen⟧ Hart!', {
        post: { origin: { file: './drafts/olwen.txt', line: 1, record: 1, textLine: 4 } },
        found: ([name]) => [
          finding(
            'no-child-names',
            { start: name!.start, end: name!.end + 5 },
            {
              suggestions: [
                { title: 'Leave Olwen out', text: 'Sports day 🎉\nWell done, 4B!' },
                { title: 'Write less', text: 'Sports day 🎉\nWell done Olwen!' },
              ],
            },
          ),
          finding('school-hours', null, {
            where: 'at',
            suggestions: [{ title: 'Post it tomorrow', text: '2026-11-24T08:00:00+00:00' }],
          }),
        ],
      }),
      judged('£5 "off" ⟦@AshgroveSchool⟧\nwith ⟦@Hexley⟧', {
        post: {
          origin: {
            file: 'queue/week 1.csv',
            line: 12,
            record: 3,
            textLine: 12,
            textColumn: 18,
            doublesQuotes: true,
            cells: { text: { line: 12, column: 17, name: 'Message' } },
          },
        },
        names: [],
        found: ([first, second]) => [
          finding('no-other-handles', first!, { confidence: 'possible' }),
          finding('no-other-handles', second!),
        ],
      }),
      {
        ...judged('Meet @IdrisVale', { names: [], found: () => [] }),
        waived: [{ finding: finding('no-other-handles', null), waiver: WAIVER }],
        known: [finding('school-hours', null, { where: 'at' })],
      },
    ],
    [
      {
        file: 'queue/week 2.csv',
        line: 7,
        column: 3,
        message: 'The time “25:00” cannot be read: write it as 17:30.',
      },
      { file: 'policy-lint.yaml', message: 'This file is 100% empty.' },
    ],
  ),
  notices: [
    {
      kind: 'waiver-expired',
      file: 'waivers.yaml',
      line: 9,
      message: 'This exception ended on 2 November 2026: renew it or take it out.',
    },
  ],
};
