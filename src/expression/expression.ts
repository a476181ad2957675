import { pattern } from '../core/pattern.ts';
import { remembered } from '../core/remembered.ts';
import type { Span } from '../core/span.ts';
import { alphabetOf, rowFinder } from './atoms.ts';
import { findExplosion } from './explosion.ts';
import { isLinearSearch } from './linear.ts';
import type { Node, Refusal } from './node.ts';
import { isNullable, isRefusal } from './node.ts';
import { parseExpression } from './parse.ts';
import type { Program } from './program.ts';
import { compile } from './program.ts';
import { threadFinder } from './threads.ts';
import { graphOf, takingSteps } from './ways.ts';

interface ExpressionOptions {
  readonly ignoreCase: boolean;
  /** No letter, digit or `_` of any script stands right before or after what is found. */
  readonly wholeWords: boolean;
}

/** A regular expression that takes time in proportion to the text, whatever the text. */
export interface Expression {
  /** `native`: proven harmless in the engine of the language. `threads`: run side by side. */
  readonly engine: 'native' | 'threads';
  /** What it finds, in reading order, no more of it than `most`. */
  spans(text: string, most: number): readonly Span[];
}

const LETTER = '[\\p{L}\\p{M}\\p{N}_]';

const inWholeWords = (node: Node): Node => ({
  kind: 'sequence',
  items: [
    { kind: 'border', border: 'edge-before' },
    node,
    { kind: 'border', border: 'edge-after' },
  ],
});

const nativeExpression = (
  source: string,
  { ignoreCase, wholeWords }: ExpressionOptions,
): Expression => {
  const whole = wholeWords ? `(?<!${LETTER})(?:${source})(?!${LETTER})` : source;
  const shape = pattern({ source: whole, flags: ignoreCase ? 'giu' : 'gu' });
  return {
    engine: 'native',
    spans: (text, most) => {
      const spans: Span[] = [];
      for (const { 0: found, index } of shape.matchAll(text)) {
        spans.push({ start: index, end: index + found.length });
        if (spans.length === most) break;
      }
      return spans;
    },
  };
};

/** All atoms where the ways to the first character are too many to go through. */
const firstAtomsOf = (program: Program): readonly number[] => {
  const taking = takingSteps(program);
  const starts = graphOf(program, true)?.start.keys() ?? taking.keys();
  return [...new Set([...starts].map((at) => taking.get(at)!.atom))];
};

const threadExpression = (
  program: Program,
  rowOf: ReturnType<typeof rowFinder>,
  ignoreCase: boolean,
): Expression => {
  const find = threadFinder(program, rowOf, ignoreCase, firstAtomsOf(program));
  return {
    engine: 'threads',
    spans: (text, most) => {
      const spans: Span[] = [];
      let span = find(text, 0);
      while (span) {
        spans.push(span);
        span = spans.length < most ? find(text, span.end) : undefined;
      }
      return spans;
    },
  };
};

const read = (source: string, options: ExpressionOptions): Expression | Refusal => {
  const { ignoreCase, wholeWords } = options;
  const node = parseExpression(source);
  if (isRefusal(node)) return node;
  if (isNullable(node)) return { refused: 'it also matches no words at all, and so every post' };
  const program = compile(wholeWords ? inWholeWords(node) : node);
  if (!program) return { refused: 'its repeats ask for too much: write fewer or smaller ones' };
  const rowOf = rowFinder(program.atoms, ignoreCase);
  const graph = graphOf(program, true);
  const alphabet = alphabetOf(program.atoms, ignoreCase, rowOf);
  if (graph && isLinearSearch(program, graph, alphabet)) return nativeExpression(source, options);
  const explosion = findExplosion(node, ignoreCase);
  if (explosion) {
    const piece = source.slice(explosion.start, explosion.end);
    return {
      refused: `${piece} repeats what repeats already and could take for ever: one text fits it in more and more ways`,
    };
  }
  return threadExpression(program, rowOf, ignoreCase);
};

const readKey = remembered((key) =>
  read(key.slice(2), { ignoreCase: key.startsWith('i'), wholeWords: key[1] === 'w' }),
);

/** Reads a regular expression, once however often it is asked for. */
export const readExpression = (
  source: string,
  { ignoreCase, wholeWords }: ExpressionOptions,
): Expression | Refusal => readKey(`${ignoreCase ? 'i' : '-'}${wholeWords ? 'w' : '-'}${source}`);
