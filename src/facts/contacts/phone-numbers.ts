import type { Span } from '../../core/span.ts';
import { dataLines } from '../../core/data-lines.ts';
import type { Detector, Part } from '../../document/document.ts';
import helplineList from '../data/helplines.txt?raw';
import rangeList from '../data/phone-ranges.txt?raw';
import { readSections } from '../sections.ts';
import type { DigitGroup, DigitRun } from './digits.ts';
import { digitRuns } from './digits.ts';

/** Digits that have the shape of a phone number; the span counts the folded text. */
export interface NumberShape {
  readonly part: Part;
  readonly span: Span;
  /** In national form (`07700900123`), or with a plus and the country (`+353851234567`). */
  readonly number: string;
  readonly isDisguised: boolean;
  /** The leading nought or the whole area is missing: only talk of ringing makes a number of it. */
  readonly lacks: 'nothing' | 'nought' | 'area';
}

const MOST_GROUPS = 16;
const MOBILE = /^07[1-9]\d{8}$/;
const LANDLINE = /^0[12]\d{8,9}$/;
const SHARED = /^0[38]\d{8,9}$|^08001111$|^0845464\d$/;
const ABROAD = /^\+[1-9]\d{7,14}$/;
const LOCAL = /^[2-9]\d{5}$/;
const BARE_MOBILE = /^7[1-9]\d{8}$/;

const toNational = (digits: string): string =>
  digits
    .replace(/^\+44\(?0?/, '0')
    .replace(/^00(?=[1-9])/, '+')
    .replace(/^\+44/, '0');

const hasShape = (number: string): boolean =>
  MOBILE.test(number) || LANDLINE.test(number) || SHARED.test(number) || ABROAD.test(number);

/** `1 2 3 4 5 6 7`, `0-1 2-0`: every group is one digit, as of a score or a number line. */
const isCount = (groups: readonly DigitGroup[], number: string): boolean =>
  groups.every(({ digits, isDisguised }) => digits.length === 1 && !isDisguised) &&
  (!MOBILE.test(number) || /0?123456789/.test(number));

/** Decimals and times: `0.25 0.5`, `09.30 - 15.30`. */
const DECIMAL = /(?:^|\D)\d{1,2}\.\d{1,2}(?:\D|$)/;

const isFigures = ({ text }: Part, groups: readonly DigitGroup[], number: string): boolean =>
  isCount(groups, number) ||
  (!MOBILE.test(number) && DECIMAL.test(text.slice(groups[0]!.start, groups.at(-1)!.end)));

/** `Hexley 960228`: a number as neighbours give it. */
const localAt = ({ part, groups }: DigitRun, from: number): [NumberShape, number] | undefined => {
  const [first, second] = [groups[from]!, groups[from + 1]];
  const last = first.digits.length === 3 && second?.digits.length === 3 ? second : first;
  const number = last === first ? first.digits : first.digits + last.digits;
  if (!LOCAL.test(number)) return undefined;
  const span = { start: first.start, end: last.end };
  const shape: NumberShape = { part, span, number, isDisguised: false, lacks: 'area' };
  return [shape, last === first ? from + 1 : from + 2];
};

/** `(01632) 960114`: the bracket belongs to the number. */
const openingAt = ({ text }: Part, start: number): number =>
  /^\(\+?\d{2,6}\)/.test(text.slice(Math.max(start - 1, 0), start + 8)) ? start - 1 : start;

/** The longest number that begins at a group. */
const shapeAt = ({ part, groups }: DigitRun, from: number): [NumberShape, number] | undefined => {
  const first = groups[from]!;
  if (!first.hasPlus && !/^(?:[07]|447)/.test(first.digits)) return localAt({ part, groups }, from);
  let digits = first.hasPlus ? '+' : '';
  let found: [NumberShape, number] | undefined;
  for (let at = from; at < Math.min(groups.length, from + MOST_GROUPS); at += 1) {
    digits += groups[at]!.digits;
    const isBare = BARE_MOBILE.test(digits);
    const number = isBare ? `0${digits}` : toNational(digits.replace(/^447/, '+447'));
    if (!hasShape(number)) continue;
    const taken = groups.slice(from, at + 1);
    if (isFigures(part, taken, number)) continue;
    const span = { start: openingAt(part, first.start), end: taken.at(-1)!.end };
    const isDisguised = taken.some((group) => group.isDisguised);
    const lacks = isBare ? 'nought' : 'nothing';
    found = [{ part, span, number, isDisguised, lacks }, at + 1];
  }
  return found;
};

const shapesIn = (run: DigitRun): NumberShape[] => {
  const found: NumberShape[] = [];
  for (let at = 0; at < run.groups.length;) {
    const shape = shapeAt(run, at);
    if (shape) found.push(shape[0]);
    at = shape ? shape[1] : at + 1;
  }
  return found;
};

/** Everything in a post that is shaped like a phone number. */
export const numberShapes: Detector<NumberShape> = (document) =>
  document.facts(digitRuns).flatMap(shapesIn);

export const isMobile = (number: string): boolean => MOBILE.test(number);

interface Ranges {
  readonly organisation: readonly string[];
  readonly drama: readonly string[];
}

let ranges: Ranges | undefined;

const rangesOf = (): Ranges => {
  if (ranges) return ranges;
  const sections = readSections(rangeList);
  return (ranges = {
    organisation: sections.get('organisation') ?? [],
    drama: sections.get('drama') ?? [],
  });
};

const begins = (number: string, list: readonly string[]): boolean =>
  list.some((prefix) => number.startsWith(prefix));

/** Numbers that only organisations have. */
export const isOrganisations = (number: string): boolean => begins(number, rangesOf().organisation);

/** Numbers that examples and stories use. */
export const isDrama = (number: string): boolean => begins(number, rangesOf().drama);

let helplines: ReadonlySet<string> | undefined;

export const isHelpline = (number: string): boolean =>
  (helplines ??= new Set(dataLines(helplineList).map((line) => line.split(' ', 1)[0]!))).has(
    number,
  );
