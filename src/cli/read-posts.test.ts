import { appendFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { noTerminal } from '../../test/support/no-terminal.ts';
import { UNKNOWN_SCHOOL } from '../core/school.ts';
import { openPosts } from './read-posts.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'oakfield-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const SETTINGS = { school: UNKNOWN_SCHOOL, timezone: 'Europe/London' };
const HEAD =
  'date,text\n23/11/2026 09:00,Odd socks today!\n24/11/2026 09:00,The library is open.\n';
/** Long enough to be read a piece at a time. */
const LONG = '25/11/2026 09:00,"The library is open until five, and so is the café"\n'.repeat(
  40_000,
);

/** Reads a file to which something happens once its first post is there. */
const readWhile = async (content: string, happens: (file: string) => void) => {
  const file = path.join(folder, 'queue.csv');
  writeFileSync(file, content);
  const options = { format: 'text', failOn: 'error' } as const;
  const intake = openPosts(['queue.csv'], options, SETTINGS, noTerminal(folder, 0));
  let posts = 0;
  for await (const post of intake.posts()) {
    if (posts === 0) happens(path.join(folder, post.origin.file));
    posts += 1;
  }
  return { posts, problems: intake.problems };
};

const changed = {
  file: 'queue.csv',
  message: 'this file changed while it was read: save it, then run again',
};

describe('a queue that is written to while it is read', () => {
  it('is a problem, told once, beside its posts', async () => {
    const append = (file: string): void => appendFileSync(file, '26/11/2026 09:00,Late\n');
    expect(await readWhile(HEAD, append)).toEqual({ posts: 2, problems: [changed] });
    const { posts, problems } = await readWhile(HEAD + LONG, append);
    expect([posts >= 40_002, problems]).toEqual([true, [changed]]);
  });

  it('is a problem when it is cut short or goes', async () => {
    const cut = await readWhile(HEAD + LONG, (file) => writeFileSync(file, HEAD));
    expect(cut.problems).toContainEqual(changed);
    expect(await readWhile(HEAD, rmSync)).toEqual({ posts: 2, problems: [changed] });
  });

  it('is none where nothing happens', async () => {
    expect(await readWhile(HEAD + LONG, () => undefined)).toEqual({ posts: 40_002, problems: [] });
  });
});
