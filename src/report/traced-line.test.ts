import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyReport } from '../../test/support/any-report.ts';
import { published, traceOf } from '../../test/support/audit-summary.ts';
import { finding } from '../../test/support/oakfield-report.ts';
import { textOfPart, partOfFinding } from '../core/parts.ts';
import { hiddenPost } from './hidden-post.ts';
import { readTracedLine, tracedLine } from './traced-line.ts';

const JUDGED = published(
  'Well done ⟦Olwen⟧, and thank you ⟦Ottilie⟧!',
  '1002',
  '2026-11-03T09:00:00+00:00',
  {
    found: ([, second]) => [finding('no-child-names', second!)],
    trace: traceOf({}, { excused: [{ rule: 'x/y', by: 'event', what: 'Olwen’s concert' }] }),
  },
);

describe('a post without names', () => {
  it('has them masked everywhere, and places that count the masked words', () => {
    const { post, findings, trace, names } = hiddenPost(JUDGED, false);
    expect(post.text).toBe('Well done O•••, and thank you O•••!');
    const { start, end } = findings[0]!.range!;
    expect(post.text.slice(start, end)).toBe('O•••');
    expect(start).toBe(30);
    expect(trace!.excused[0]!.what).toBe('O•••’s concert');
    expect(names).toEqual([]);
  });

  it('has them in no handle, and no address that holds one', () => {
    const by = { kind: 'repost', by: 'olwen2015', url: 'https://oakfield.example/olwen' } as const;
    const { post, trace } = hiddenPost(
      {
        ...JUDGED,
        post: { ...JUDGED.post, published: by },
        trace: traceOf(by, { mentions: ['ottilie_b', 'HexleyLibrary'] }),
      },
      false,
    );
    const shown = { kind: 'repost', by: 'o•••2015' };
    expect([post.published, trace?.published]).toEqual([shown, shown]);
    expect(trace?.mentions).toEqual(['o•••_b', 'HexleyLibrary']);
  });

  it('keeps every place within its text, whatever stands there', () => {
    fc.assert(
      fc.property(anyReport, ({ posts }) => {
        for (const judged of posts.map((one) => hiddenPost(one, false))) {
          for (const one of judged.findings) {
            const text = textOfPart(judged.post, partOfFinding(one)) ?? '';
            const { start, end } = one.range ?? { start: 0, end: 0 };
            expect(0 <= start && start <= end && end <= text.length).toBe(true);
          }
        }
      }),
    );
  });
});

describe('a line of results', () => {
  it('is read back as the post that was written, without its names', () => {
    const back = readTracedLine(JSON.parse(tracedLine(JUDGED, false)));
    const { post, ...rest } = hiddenPost(JUDGED, false);
    expect(back).toEqual({
      ...rest,
      post: { ...post, published: undefined },
      trace: { ...rest.trace, published: undefined },
    });
  });

  it('keeps what is known of a post that is out', () => {
    const out = {
      kind: 'own',
      answeredMs: 1_762_160_400_000,
      deletedMs: 1_762_160_400_123,
    } as const;
    const judged = { ...JUDGED, post: { ...JUDGED.post, published: out } };
    expect(readTracedLine(JSON.parse(tracedLine(judged, false)))?.post.published).toEqual(out);
  });

  it('holds no words of a post in which nothing was found', () => {
    const clean = published('Well done ⟦Olwen⟧', '1001', '2026-11-03T09:00:00+00:00', {
      found: () => [],
    });
    expect(tracedLine(clean, false)).not.toContain('Well done');
  });

  it('is written and read as the same line again', () => {
    fc.assert(
      fc.property(anyReport, ({ posts }) => {
        for (const judged of posts) {
          const traced = { ...judged, trace: traceOf() };
          const line = tracedLine(traced, false);
          const back = readTracedLine(JSON.parse(line))!;
          const again = JSON.parse(tracedLine(back, false)) as Record<string, unknown>;
          const { shown, text, media } = JSON.parse(line) as Record<string, unknown>;
          expect([again['shown'], again['text'], again['media']]).toEqual([shown, text, media]);
        }
      }),
      { numRuns: 50 },
    );
  });

  it.each([[null], [{}], [{ id: 'x' }], ['x'], [[1]]])('is refused where it is %j', (value) => {
    expect(readTracedLine(value)).toBeUndefined();
  });
});
