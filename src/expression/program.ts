import type { Border, Node } from './node.ts';
import { isNullable } from './node.ts';

/**
 * `one`: take a character that fits the atom of this number. `either`: try the next step, then `other`,
 * or the other way round. `open` and `close` stand round what a loop repeats and may be empty:
 * an empty turn of a loop leads nowhere.
 */
export type Step =
  | { readonly op: 'one'; readonly atom: number }
  | { readonly op: 'either'; readonly first: number; readonly then: number }
  | { readonly op: 'go'; readonly to: number }
  | { readonly op: 'border'; readonly border: Border }
  | { readonly op: 'open' | 'close'; readonly bit: number }
  | { readonly op: 'found' };

/** An expression as steps; it begins at step 0. */
export interface Program {
  readonly steps: readonly Step[];
  /** What a single character may be, as written; each stands once. */
  readonly atoms: readonly string[];
  /** Bits that `open` may set. */
  readonly bits: number;
}

const MOST_STEPS = 1_000;
const MOST_BITS = 4;

const sizeOf = (node: Node): number => {
  switch (node.kind) {
    case 'one':
    case 'border':
      return 1;
    case 'sequence':
      return node.items.reduce((sum, item) => sum + sizeOf(item), 0);
    case 'choice':
      return node.options.reduce((sum, option) => sum + sizeOf(option) + 2, 0);
    case 'repeat': {
      const turns = node.max === Infinity ? node.min + 1 : node.max;
      return turns * (sizeOf(node.item) + 4);
    }
  }
};

/** The steps of an expression; undefined where there would be too many of them. */
export const compile = (node: Node): Program | undefined => {
  if (sizeOf(node) > MOST_STEPS) return undefined;
  const steps: Step[] = [];
  const atoms: string[] = [];
  let bits = 0;

  const add = (step: Step): number => steps.push(step) - 1;
  /** Leaves a step out whose target is not known yet. */
  const later = (): number => add({ op: 'found' });
  const fork = (at: number, other: number, isOtherFirst: boolean): void => {
    const next = at + 1;
    steps[at] = isOtherFirst
      ? { op: 'either', first: other, then: next }
      : { op: 'either', first: next, then: other };
  };
  const atomOf = (written: string): number => {
    const known = atoms.indexOf(written);
    return known === -1 ? atoms.push(written) - 1 : known;
  };

  const emit = (one: Node): void => {
    switch (one.kind) {
      case 'one':
        add({ op: 'one', atom: atomOf(one.written) });
        return;
      case 'border':
        add({ op: 'border', border: one.border });
        return;
      case 'sequence':
        one.items.forEach(emit);
        return;
      case 'choice':
        emitChoice(one.options);
        return;
      case 'repeat':
        for (let turn = 0; turn < one.min; turn += 1) emit(one.item);
        if (one.max > one.min) emitTurns(one);
    }
  };
  const emitChoice = (options: readonly Node[]): void => {
    const ends: number[] = [];
    options.forEach((option, index) => {
      const isLast = index === options.length - 1;
      const at = isLast ? -1 : later();
      emit(option);
      if (isLast) return;
      ends.push(later());
      fork(at, steps.length, false);
    });
    for (const end of ends) steps[end] = { op: 'go', to: steps.length };
  };
  const emitTurns = ({ item, min, max, isLazy }: Extract<Node, { kind: 'repeat' }>): void => {
    const bit = isNullable(item) ? bits++ : -1;
    const turn = (): number => {
      const at = later();
      if (bit >= 0) add({ op: 'open', bit });
      emit(item);
      if (bit >= 0) add({ op: 'close', bit });
      return at;
    };
    const starts: number[] = [];
    if (max === Infinity) {
      const at = turn();
      add({ op: 'go', to: at });
      starts.push(at);
    } else {
      for (let more = min; more < max; more += 1) starts.push(turn());
    }
    for (const at of starts) fork(at, steps.length, isLazy);
  };

  emit(node);
  add({ op: 'found' });
  return bits > MOST_BITS ? undefined : { steps, atoms, bits };
};
