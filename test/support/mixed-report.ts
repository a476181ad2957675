import type { Report } from '../../src/core/report.ts';
import type { Waiver } from '../../src/core/waiver.ts';
import { finding, judged, reportOf } from './oakfield-report.ts';

const waiver: Waiver = {
  rule: 'oakfield-2026/school-hours',
  post: '5e1f0c3a9b7d2468',
  reason: 'Olwen’s parents wait for news from the residential',
  approvedBy: 'A. Reed',
  approved: '2026-11-20',
  expires: '2026-11-30',
  file: 'waivers.yaml',
  line: 3,
};

const inQueue = (record: number, line: number) => ({
  id: `queue.csv#${record}`,
  origin: { file: 'queue.csv', line, record, textLine: line, textColumn: 18 },
});

/** One post of each kind that a report can tell: failed, clean, guessed at, excepted, repeated. */
export const MIXED: Report = {
  ...reportOf(
    [
      judged('Well done ⟦Olwen⟧ & <team>!\nThanks, ⟦@hexleyrunners⟧', {
        post: {
          id: 'olwens-day',
          origin: {
            file: 'queue.csv',
            line: 2,
            record: 1,
            textLine: 2,
            textColumn: 18,
            cells: { text: { line: 2, column: 17, name: 'Message' } },
          },
          media: [{ alt: 'Olwen with a medal' }],
        },
        found: ([name, handle]) => [
          finding('no-child-names', name!, {
            suggestions: [
              {
                title: 'Write about the year group',
                text: 'Well done & <team>!\nThanks, @hexleyrunners',
              },
            ],
          }),
          finding('no-other-handles', handle!, { confidence: 'likely' }),
          finding('school-hours', null, {
            where: 'at',
            suggestions: [{ title: 'Post it on Tuesday', text: '2026-11-24T08:00:00+00:00' }],
          }),
          finding('no-child-names', { start: 0, end: 5 }, { where: 'media[0].alt' }),
        ],
        names: [
          { part: 'text', span: { start: 10, end: 15 } },
          { part: 'media[0].alt', span: { start: 0, end: 5 } },
        ],
      }),
      judged('Swimming starts on Friday', { post: inQueue(2, 5) }),
      judged('Is ⟦Rose⟧ out today?', {
        post: inQueue(3, 6),
        at: null,
        found: ([rose]) => [finding('no-child-names', rose!, { confidence: 'possible' })],
      }),
      {
        ...judged('⟦Olwen⟧ is home safe', { post: inQueue(4, 7), found: () => [] }),
        waived: [{ finding: finding('school-hours', null, { where: 'at' }), waiver }],
        known: [finding('no-other-handles', { start: 0, end: 3 })],
      },
      {
        ...judged('Swimming starts on Friday', { post: inQueue(5, 8) }),
        copyOf: { file: 'queue.csv', line: 5, record: 2 },
      },
    ],
    [{ file: 'queue.csv', line: 9, column: 4, message: 'The time cannot be read.' }],
  ),
  notices: [
    { kind: 'same-minute', file: 'queue.csv', line: 8, message: 'Two posts go out at one minute.' },
  ],
  unchecked: [{ reason: 'there is no pupil list', rules: ['oakfield-2026/initials'], posts: 5 }],
};
