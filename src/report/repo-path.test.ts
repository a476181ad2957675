import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hostileText } from '../../test/support/any-report.ts';
import { repoPath, repoUri } from './repo-path.ts';

describe('repoPath', () => {
  it.each([
    ['queue.csv', 'queue.csv'],
    ['./queue/week 1.csv', 'queue/week 1.csv'],
    ['queue//./a/../b.csv', 'queue/b.csv'],
    ['queue\\week.csv', 'queue/week.csv'],
    ['../other/queue.csv', 'queue.csv'],
    ['a/../../queue.csv', 'queue.csv'],
    ['/home/marlowe/queue.csv', 'queue.csv'],
    ['C:\\Users\\marlowe\\queue.csv', 'queue.csv'],
    ['C:queue.csv', 'C:queue.csv'],
    ['\\\\server\\share\\queue.csv', 'queue.csv'],
    ['..', 'input'],
    ['', 'input'],
  ])('knows %j as %j', (file, path) => {
    expect(repoPath(file)).toBe(path);
  });
});

describe('repoUri', () => {
  it.each([
    ['queue/week 1 & 2.csv', 'queue/week%201%20%26%202.csv'],
    ['100%.csv', '100%25.csv'],
    ['Sommerfest – ü.csv', 'Sommerfest%20%E2%80%93%20%C3%BC.csv'],
    ['http://oakfield.example/a.csv', 'http%3A/oakfield.example/a.csv'],
    ['\ud83d.csv', '%EF%BF%BD.csv'],
  ])('writes %j as %j', (file, uri) => {
    expect(repoUri(file)).toBe(uri);
  });

  it('is never empty, absolute or outside', () => {
    fc.assert(
      fc.property(
        fc.array(fc.oneof(hostileText, fc.constantFrom('..', '.', '', 'C:'))),
        (steps) => {
          const uri = repoUri(steps.join('/'));
          expect(uri).toMatch(/^(?!\/)[\w.!~*'()%/-]+$/u);
          expect(uri.split('/')).not.toContain('..');
        },
      ),
    );
  });
});
