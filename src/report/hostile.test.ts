import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyReport } from '../../test/support/any-report.ts';
import { finding, judged, reportOf } from '../../test/support/oakfield-report.ts';
import { widthOf } from './cells.ts';
import { FORMATS } from './index.ts';
import type { Paint } from './options.ts';
import { PLAIN, renderWith } from './options.ts';
import { problems } from './problems.ts';
import { text as textFormat } from './text.ts';

const text = renderWith(textFormat);
const options = { width: 80, reveal: false, paint: PLAIN };

/** What no output may hold as it is; joiners and selectors only where they make an emoji or a word. */
const RAW = /(?!\n)\p{Cc}|\p{Cs}|\p{Zl}|\p{Zp}|\p{Bidi_C}|\u200b|\u2060|\ufeff/u;
const COMMAND = /^\s*::|##\[/mu;

/** Their own readers undo what they escape, or, as GitHub’s, are told commands. */
const FOR_PROGRAMS: ReadonlySet<string> = new Set(
  [...FORMATS.keys()].filter((name) => /json|sarif|gitlab|github/u.test(name)),
);

/** A spreadsheet’s file without its byte-order mark and its line ends. */
const asLines = (written: string): string =>
  written.replace(/^\ufeff/u, '').replaceAll('\r\n', '\n');

describe.each([...FORMATS.keys()])('%s', (name) => {
  it('lets nothing through that a terminal or the log of a build acts on', async () => {
    const render = renderWith(await FORMATS.get(name)!());
    fc.assert(
      fc.property(anyReport, fc.boolean(), (report, reveal) => {
        const written = render(report, { ...options, reveal });
        const lines = name === 'csv' ? asLines(written) : written;
        expect(RAW.exec(lines)?.[0]).toBeUndefined();
        if (!FOR_PROGRAMS.has(name)) {
          expect(COMMAND.exec(written)?.[0]).toBeUndefined();
        }
        expect(written.slice(-1)).toBe(written === '' ? '' : '\n');
      }),
    );
  });

  it('is the same for the same report', async () => {
    const render = renderWith(await FORMATS.get(name)!());
    fc.assert(
      fc.property(anyReport, (report) => {
        expect(render(report, options)).toBe(render(structuredClone(report), options));
      }),
      { numRuns: 20 },
    );
  });
});

describe('problems', () => {
  it('let nothing through either', () => {
    fc.assert(
      fc.property(anyReport, (report) => {
        const written = problems(report.problems, options);
        expect([RAW.exec(written)?.[0], COMMAND.exec(written)?.[0]]).toEqual([
          undefined,
          undefined,
        ]);
      }),
    );
  });
});

describe('text', () => {
  it('is the same in colour, but for the colour', () => {
    const colour = (...painted: readonly string[]): string => `\u0001${painted.join('!')}\u0002`;
    const paint = Object.fromEntries(Object.keys(PLAIN).map((style) => [style, colour]));
    fc.assert(
      fc.property(anyReport, (report) => {
        const coloured = text(report, { ...options, paint: paint as unknown as Paint });
        // a line that begins with a colour is no command: it needs no dot before its colons
        const bare = (lines: string): string =>
          lines.replace(/[\u0001\u0002]/gu, '').replace(/^(\s*)[·\s]?(?=::)/gmu, '');
        expect(bare(coloured)).toBe(bare(text(report, options)));
      }),
    );
  });

  it('is never wider than the terminal, but for a word that is', () => {
    fc.assert(
      fc.property(anyReport, fc.integer({ min: 40, max: 200 }), (report, width) => {
        const lines = text(report, { ...options, width }).split('\n');
        // what keeps a line from being a command is one column more where it has no indent
        const tooWide = lines.filter((line) => widthOf(line.replace(/^·(?=::)/u, '')) > width);
        const words = tooWide.filter((line) =>
          line
            .trim()
            .split(/\s+/u)
            .every((word) => widthOf(word) <= width - 12),
        );
        expect(words.map((line) => [widthOf(line), line])).toEqual([]);
      }),
    );
  });

  it('stays short for a post of a million signs', () => {
    const long = `${'a'.repeat(500_000)} ⟦Olwen⟧ ${'🎉'.repeat(250_000)}`;
    const post = judged(long, {
      found: ([name]) => [
        finding('no-child-names', name!, {
          suggestions: [{ title: 'Leave it out', text: long }],
        }),
      ],
    });
    expect(text(reportOf([post]), options).length).toBeLessThan(6000);
  });

  it('stays short for ten thousand findings', () => {
    const post = judged('⟦🎉⟧ '.repeat(10_000));
    expect(text(reportOf([post]), options).length).toBeLessThan(3000);
  });
});
