import type { Program, Step } from './program.ts';

/** In how many ways each step that takes a character can be reached, by its number. */
export type Ways = ReadonlyMap<number, number>;

/** What comes after each character that a program takes. */
export interface Graph {
  readonly start: Ways;
  /** By the number of the step that takes the character. */
  readonly after: ReadonlyMap<number, Ways>;
}

const MOST_TRIED = 8_000;

type Taking = Extract<Step, { readonly op: 'one' }>;

/** The steps of a program that take a character. */
export const takingSteps = ({ steps }: Program): ReadonlyMap<number, Taking> =>
  new Map(steps.flatMap((step, at): [number, Taking][] => (step.op === 'one' ? [[at, step]] : [])));

/**
 * Every way from character to character, those through borders only where `withBorders`. Undefined
 * where there are too many to count.
 */
export const graphOf = (program: Program, withBorders: boolean): Graph | undefined => {
  const { steps } = program;
  let tried = 0;
  const waysFrom = (start: number): Ways => {
    const ways = new Map<number, number>();
    const open: (readonly [at: number, bits: number])[] = [[start, 0]];
    for (let next = open.pop(); next && tried < MOST_TRIED; next = open.pop()) {
      tried += 1;
      const [at, bits] = next;
      const step = steps[at]!;
      if (step.op === 'one') ways.set(at, (ways.get(at) ?? 0) + 1);
      else if (step.op === 'either') open.push([step.then, bits], [step.first, bits]);
      else if (step.op === 'go') open.push([step.to, bits]);
      else if (step.op === 'open') open.push([at + 1, bits | (1 << step.bit)]);
      else if (step.op === 'close') {
        if ((bits & (1 << step.bit)) === 0) open.push([at + 1, bits]);
      } else if (step.op === 'border' && withBorders) open.push([at + 1, bits]);
    }
    return ways;
  };
  const start = waysFrom(0);
  const after = new Map([...takingSteps(program).keys()].map((at) => [at, waysFrom(at + 1)]));
  return tried < MOST_TRIED ? { start, after } : undefined;
};
