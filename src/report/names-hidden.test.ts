import { describe, expect, it } from 'vitest';
import { CI_REPORT } from '../../test/support/ci-report.ts';
import { finding, judged, reportOf } from '../../test/support/oakfield-report.ts';
import { FORMATS } from './index.ts';
import { jobSummary } from './job-summary.ts';
import type { Format } from './options.ts';
import { PLAIN, renderWith } from './options.ts';

const ALL: readonly (readonly [string, () => Promise<Format>])[] = [
  ...FORMATS,
  ['job summary', () => Promise.resolve(jobSummary)],
];

/** A child's name wherever one may stand. */
const report = (() => {
  const { waiver } = CI_REPORT.posts[2]!.waived[0]!;
  const post = judged('Well done ⟦Olwen⟧ Hart of 4B!', {
    post: {
      id: 'olwen-hart-wins',
      origin: { file: 'drafts/olwen.txt', line: 1, record: 1, textLine: 1 },
      media: [{ file: 'olwen_hart.jpg', alt: 'Olwen with a cup' }],
    },
    names: [
      { part: 'text', span: { start: 10, end: 15 } },
      { part: 'media[0].file', span: { start: 0, end: 10 } },
      { part: 'media[0].alt', span: { start: 0, end: 5 } },
    ],
    found: ([name]) => [
      finding(
        'no-child-names',
        { start: name!.start, end: name!.end + 5 },
        {
          suggestions: [{ title: 'Write Olwen H.', text: 'Well done Olwen H. of 4B!' }],
        },
      ),
      finding('no-child-names', null, { where: 'media[0]' }),
      finding('no-child-names', { start: 0, end: 5 }, { where: 'media[0].alt' }),
    ],
  });
  const waived = [
    {
      finding: finding('school-hours', null, { where: 'at' }),
      waiver: { ...waiver, reason: 'The parents of Olwen agreed.' },
    },
  ];
  return reportOf([{ ...post, waived, known: [finding('no-other-handles', null)] }]);
})();

describe.each(ALL)('%s', (_, load) => {
  it('shows no child’s name unless asked to', async () => {
    const render = renderWith(await load());
    const options = { width: 80, reveal: false, paint: PLAIN };
    expect(render(report, options)).not.toMatch(/olwen|\bhart/iu);
    expect(render(report, { ...options, reveal: true })).toMatch(/olwen/iu);
  });
});
