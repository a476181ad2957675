import { describe, expect, it } from 'vitest';
import { finding, judged, reportOf } from '../../test/support/oakfield-report.ts';
import { compact as compactFormat } from './compact.ts';
import { PLAIN, renderWith } from './options.ts';
import { problems } from './problems.ts';

const compact = renderWith(compactFormat);
const options = { width: 40, reveal: false, paint: PLAIN };
const trouble = [
  {
    file: 'queue.csv',
    line: 7,
    column: 3,
    message: 'The time “25:00” cannot be read: write it as 17:30.',
  },
  { file: 'policy-lint.yaml', message: 'This file is empty.' },
];

describe('compact', () => {
  it('is one line for a finding, and leaves problems to standard error', () => {
    const draft = judged('Morning!\nThanks 🎉 ⟦@AshgroveSchool⟧', {
      post: { origin: { file: 'draft.txt', line: 1, record: 1, textLine: 4 } },
      names: [],
      found: ([span]) => [
        finding('no-other-handles', span!, { where: 'handle' }),
        finding('school-hours', null, { where: 'at' }),
      ],
    });
    const queued = judged('Well done ⟦Olwen⟧', {
      post: { origin: { file: 'olwen.csv', line: 9, record: 8 } },
    });
    expect(`\n${compact(reportOf([draft, queued], trouble), options)}`).toMatchInlineSnapshot(`
      "
      draft.txt:5:11: warning oakfield-2026/no-other-handles: This handle has not been approved. (oakfield-2026 Accounts 2.1)
      draft.txt:1:1: warning oakfield-2026/school-hours: This post goes out after hours. (oakfield-2026 When we post 3.3)
      o•••.csv:9:1: error oakfield-2026/no-child-names: This post names a child. (oakfield-2026 Photographs and names 4.2)
      "
    `);
  });

  it('is empty where there is nothing to say', () => {
    expect(compact(reportOf([judged('Sports day')]), options)).toBe('');
  });

  it('keeps a file name from being taken for a command of the build', () => {
    const post = judged('⟦Olwen⟧', {
      post: { origin: { file: '::error file=a', line: 1, record: 1 } },
    });
    expect(compact(reportOf([post]), options)).toMatch(/^·::error file=a:1:1: /u);
  });
});

describe('problems', () => {
  it('are listed with their places', () => {
    expect(`\n${problems(trouble, options)}`).toMatchInlineSnapshot(`
      "
      queue.csv:7:3: The time “25:00” cannot
        be read: write it as 17:30.
      policy-lint.yaml: This file is empty.
      "
    `);
  });
});
