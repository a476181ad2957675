import { dataLines } from '../../core/data-lines.ts';
import weights from './data/heads.txt?raw';

/** What a post may do, as the encoder reads it whole. */
export const CONDUCTS = [
  'negative-tone',
  'abusive',
  'disrepute',
  'confidential',
  'personal-info',
  'personal-gain',
  'political',
  'uncredited',
  'chain',
  'meet-up',
  'off-purpose',
] as const;
export type Conduct = (typeof CONDUCTS)[number];

/** A logistic regression over the encoder’s states. */
export interface Head {
  readonly bias: number;
  /** What the sum must reach to be believed. */
  readonly bar: number;
  /** For the first state, then for the mean, the most and the least of all. */
  readonly weights: Float32Array;
}

/** The letter of a weight of nothing. */
const ZERO = 80;

const readHead = (line: string, mean: Float32Array, spread: Float32Array): Head => {
  const [, step, bias, bar, letters = ''] = line.split(' ');
  const weights = spread.map((one, at) => ((letters.charCodeAt(at) - ZERO) * Number(step)) / one);
  const shift = weights.reduce((sum, weight, at) => sum + weight * mean[at]!, 0);
  return { bias: Number(bias) - shift, bar: Number(bar), weights };
};

const numbersOf = (line = ''): Float32Array => Float32Array.from(line.split(' ').slice(1), Number);

const readHeads = (): ReadonlyMap<string, Head> => {
  const [mean, spread, ...lines] = dataLines(weights);
  const [shift, scale] = [numbersOf(mean), numbersOf(spread)];
  return new Map(
    lines.map((line) => [line.slice(0, line.indexOf(' ')), readHead(line, shift, scale)]),
  );
};

let heads: ReadonlyMap<string, Head> | undefined;

/** The head of one kind of conduct; all are read when the first is asked for. */
export const headOf = (conduct: Conduct): Head => (heads ??= readHeads()).get(conduct)!;
