import type { Span } from '../core/span.ts';
import type { Row } from './atoms.ts';
import type { Border } from './node.ts';
import type { Program } from './program.ts';

const NONE = -1;
const WORD = /\w/;
const LETTER = /[\p{L}\p{M}\p{N}_]/u;

const isLike = (shape: RegExp, codePoint: number): boolean =>
  codePoint !== NONE && shape.test(String.fromCodePoint(codePoint));

const holds = (border: Border, before: number, after: number, word: RegExp): boolean => {
  switch (border) {
    case 'start':
      return before === NONE;
    case 'end':
      return after === NONE;
    case 'word':
      return isLike(word, before) !== isLike(word, after);
    case 'no-word':
      return isLike(word, before) === isLike(word, after);
    case 'edge-before':
      return !isLike(LETTER, before);
    case 'edge-after':
      return !isLike(LETTER, after);
  }
};

/** Attempts in the order in which they are preferred: where each stands, and where it began. */
interface Threads {
  readonly at: number[];
  readonly from: number[];
}

/**
 * Finds what JavaScript would, however long the text: all attempts go through it side by side, and of
 * two that stand at one step the preferred one goes on alone. `firstAtoms`: what may stand first in a
 * match; no match is empty.
 */
export const threadFinder = (
  { steps, bits }: Program,
  rowOf: (codePoint: number) => Row,
  ignoreCase: boolean,
  firstAtoms: readonly number[],
): ((text: string, from: number) => Span | undefined) => {
  const word = ignoreCase ? /\w/iu : WORD;
  const modes = 1 << bits;
  const visited = new Uint32Array(steps.length * modes);
  const taken = new Uint32Array(steps.length);
  let round = 0;
  const open: number[] = [];

  /** Adds all steps that can be reached without a character; false once one of them is the end. */
  const follow = (threads: Threads, start: number, from: number, before: number, after: number) => {
    open.push(start * modes);
    for (let next = open.pop(); next !== undefined; next = open.pop()) {
      if (visited[next] === round) continue;
      visited[next] = round;
      const at = Math.floor(next / modes);
      const mode = next % modes;
      const step = steps[at]!;
      switch (step.op) {
        case 'one':
        case 'found':
          if (taken[at] === round) break;
          taken[at] = round;
          threads.at.push(at);
          threads.from.push(from);
          break;
        case 'either':
          open.push(step.then * modes + mode, step.first * modes + mode);
          break;
        case 'go':
          open.push(step.to * modes + mode);
          break;
        case 'border':
          if (holds(step.border, before, after, word)) open.push((at + 1) * modes + mode);
          break;
        case 'open':
          open.push((at + 1) * modes + (mode | (1 << step.bit)));
          break;
        case 'close':
          if ((mode & (1 << step.bit)) === 0) open.push((at + 1) * modes + mode);
      }
    }
  };

  const nextRound = (): void => {
    round += 1;
    if (round < 0xffff_ffff) return;
    visited.fill(0);
    taken.fill(0);
    round = 1;
  };

  /** Most characters begin nothing. */
  const mayBegin = (codePoint: number): boolean => {
    if (codePoint === NONE) return false;
    const row = rowOf(codePoint);
    return firstAtoms.some((atom) => row[atom] === 1);
  };

  return (text, begin) => {
    let threads: Threads = { at: [], from: [] };
    let found: Span | undefined;
    let before = begin === 0 ? NONE : codePointBefore(text, begin);
    let current = text.codePointAt(begin) ?? NONE;
    nextRound();
    if (mayBegin(current)) follow(threads, 0, begin, before, current);
    for (let index = begin; ;) {
      const width = current > 0xffff ? 2 : 1;
      const end = index + width;
      const following = current === NONE ? NONE : (text.codePointAt(end) ?? NONE);
      const next: Threads = { at: [], from: [] };
      const row = current === NONE ? undefined : rowOf(current);
      nextRound();
      for (const [order, at] of threads.at.entries()) {
        const step = steps[at]!;
        const from = threads.from[order]!;
        if (step.op === 'found') {
          found = { start: from, end: index };
          break;
        }
        if (step.op === 'one' && row?.[step.atom] === 1) {
          follow(next, at + 1, from, current, following);
        }
      }
      if (current === NONE || (found && next.at.length === 0)) return found;
      before = current;
      current = following;
      index = end;
      threads = next;
      if (!found && mayBegin(current)) follow(threads, 0, index, before, current);
    }
  };
};

const codePointBefore = (text: string, at: number): number => {
  const unit = text.charCodeAt(at - 1);
  const isLow = unit >= 0xdc00 && unit <= 0xdfff;
  const pair = isLow && at > 1 ? text.codePointAt(at - 2)! : 0;
  return pair > 0xffff ? pair : unit;
};
