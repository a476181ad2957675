import { readFileSync, readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { AUDITS } from '../src/audits/index.ts';
import { readAuditPage } from './support/audit-page.ts';

const FOLDER = new URL('../src/audits/', import.meta.url);

const pages = readdirSync(FOLDER)
  .filter((file) => file.endsWith('.md'))
  .map((file) => ({ file, ...readAuditPage(readFileSync(new URL(file, FOLDER), 'utf8')) }));

describe('audit pages', () => {
  it('exist for every audit, and for nothing else', () => {
    expect(pages.map(({ title }) => title).sort()).toEqual([...AUDITS.keys()].sort());
    expect(pages.map(({ file }) => file).sort()).toEqual(
      [...AUDITS.keys()].map((name) => `${name}.md`).sort(),
    );
  });

  for (const { title, headings, examples } of pages) {
    describe(title, () => {
      it('has the headings every page has, and shows what it cannot tell', () => {
        expect(headings).toEqual(expect.arrayContaining(['Parameters', 'When not to use it']));
        const statuses = new Set(examples.map(({ answer }) => answer.status));
        expect(statuses.size).toBeGreaterThan(1);
        expect(statuses).toContain('not-checkable');
      });

      for (const [index, { heading, params, context, posts, answer }] of examples.entries()) {
        it(`${index + 1}. ${heading}`, () => {
          const run = AUDITS.get(title)!.start(params, context);
          for (const post of posts) run.add?.(post);
          const { status, told, items, count } = run.end();
          expect({ status, told, items: items.map((item) => item.told), count }).toEqual(answer);
        });
      }
    });
  }
});
