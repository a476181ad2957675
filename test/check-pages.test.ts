import { readFileSync, readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { CHECKS } from '../src/checks/index.ts';
import { examplePost } from '../src/engine/example.ts';
import { shippedEncoder } from './support/encoder.ts';
import { FRESH_TOOLS, readDocument } from '../src/engine/tools.ts';
import { markParts, placesOf } from './support/marked.ts';
import { readPage } from './support/page.ts';
import { SCHOOL } from './support/school.ts';

const FOLDER = new URL('../src/checks/', import.meta.url);
const TIMEZONE = 'Europe/London';

const pages = readdirSync(FOLDER)
  .filter((file) => file.endsWith('.md'))
  .map((file) => ({ file, ...readPage(readFileSync(new URL(file, FOLDER), 'utf8')) }));

describe('check pages', () => {
  it('exist for every check, and for nothing else', () => {
    expect(pages.map(({ title }) => title).sort()).toEqual([...CHECKS.keys()].sort());
    expect(pages.map(({ file }) => file).sort()).toEqual(
      [...CHECKS.keys()].map((name) => `${name}.md`).sort(),
    );
  });

  for (const { title, headings, examples } of pages) {
    describe(title, () => {
      it('has the headings every page has, a flagged post and an allowed one', () => {
        expect(headings).toEqual(expect.arrayContaining(['Parameters', 'When not to use it']));
        const flags = examples.map(
          ({ example, isFlagged }) => isFlagged || JSON.stringify(example).includes('⟦'),
        );
        expect(new Set(flags)).toEqual(new Set([true, false]));
      });

      for (const { heading, params, example, isFlagged } of examples) {
        it(`${heading}: ${JSON.stringify(example)}`, async () => {
          const { post, places } = examplePost(example, TIMEZONE);
          const document = await readDocument(post, SCHOOL, FRESH_TOOLS, async () =>
            shippedEncoder(),
          );
          const atMs = post.at.kind === 'instant' ? post.at.epochMs : null;
          const run = CHECKS.get(title)!.prepare(params);
          const breaches = [...run({ document, atMs, timezone: TIMEZONE })];
          expect({
            ...markParts(post, placesOf(breaches)),
            flagged: breaches.some(({ range }) => range === null),
          }).toEqual({ ...markParts(post, places), flagged: isFlagged });
        });
      }
    });
  }
});
