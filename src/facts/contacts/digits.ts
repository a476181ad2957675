import { pattern } from '../../core/pattern.ts';
import type { Span } from '../../core/span.ts';
import type { Detector, Part } from '../../document/document.ts';
import { dataLines } from '../../core/data-lines.ts';
import list from '../data/digit-words.txt?raw';

/** Digits that stand together: `07700`, `o77OO`, `oh seven`; the span counts the folded text. */
export interface DigitGroup extends Span {
  readonly digits: string;
  /** In words, or with letters for some of the digits. */
  readonly isDisguised: boolean;
  /** A plus stands right before it; the span takes it in. */
  readonly hasPlus: boolean;
}

/** Groups that a reader takes for one number, or for several in a row. */
export interface DigitRun {
  readonly part: Part;
  readonly groups: readonly DigitGroup[];
}

const LEAST_DIGITS = 6;
/** Longer numbers may have a space between any two digits. */
const SPACED_DIGITS = 9;
const CLOSE = /\d{3}[^a-z\d\n]{0,2}\d{3}/i;
const LETTERED = /[\doO][oOlI|]\d|\d[oOlI|]{2}/;
const DIGIT = /\d/g;
const SAID = /\b(?:oh|zero|nought|naught|seven|double|treble|triple)\b/i;

const mayHoldRun = (text: string): boolean =>
  CLOSE.test(text) ||
  (text.match(DIGIT)?.length ?? 0) >= SPACED_DIGITS ||
  LETTERED.test(text) ||
  SAID.test(text);

const TOKEN = pattern(/\+?[\p{L}\p{N}|]+/gu);
const PLAIN = /^\d+$/;
/** Letters that look like nought or one, beside digits. */
const LOOK_ALIKE = /^[\doOlI|]+$/;
const NOUGHTS = /^[oO]+$/;
/** Signs between the groups of one number. A slash, a colon or a sum makes two of it. */
const JOINT = pattern(/^[^\p{L}\p{N}\n/:;!?,£$€%=+]{0,4}$/u);
const SPOKEN_JOINT = pattern(/^[^\p{L}\p{N}\n/:;!?£$€%=+]{0,4}$/u);

let said: ReadonlyMap<string, string> | undefined;

const sayings = (): ReadonlyMap<string, string> =>
  (said ??= new Map(dataLines(list).map((line) => line.split(' ', 2) as [string, string])));

const digitsOf = (text: string): string | undefined => {
  if (PLAIN.test(text)) return text;
  if (LOOK_ALIKE.test(text) && (/\d/.test(text) || NOUGHTS.test(text))) {
    return text.replace(/[oO]/g, '0').replace(/[lI|]/g, '1');
  }
  return sayings().get(text.toLowerCase());
};

const runsIn = (part: Part): DigitRun[] => {
  const runs: DigitRun[] = [];
  let groups: DigitGroup[] = [];
  let times = 1;
  let from: number | undefined;
  let end = 0;
  const close = (): void => {
    if (groups.reduce((sum, { digits }) => sum + digits.length, 0) >= LEAST_DIGITS) {
      runs.push({ part, groups });
    }
    groups = [];
    times = 1;
    from = undefined;
  };
  for (const { 0: token, index: start } of TOKEN.matchAll(part.text)) {
    const hasPlus = token.startsWith('+');
    const bare = hasPlus ? token.slice(1) : token;
    const digits = digitsOf(bare);
    const isDisguised = !PLAIN.test(bare);
    const isSpoken = isDisguised && groups.at(-1)?.isDisguised === true;
    const gap = part.text.slice(end, start);
    const isJoined = (isSpoken ? SPOKEN_JOINT : JOINT).test(gap) && !hasPlus;
    if (digits === undefined || (!isJoined && groups.length > 0)) close();
    end = start + token.length;
    if (digits === undefined) continue;
    if (digits.startsWith('x')) {
      times = Number(digits.slice(1));
      from = start;
      continue;
    }
    const repeated = digits.charAt(0).repeat(times - 1) + digits;
    groups.push({ start: from ?? start, end, digits: repeated, isDisguised, hasPlus });
    times = 1;
    from = undefined;
  }
  close();
  return runs;
};

/** Runs of digits in the text and the alt texts, whichever way they are written. */
export const digitRuns: Detector<DigitRun> = ({ parts }) =>
  parts.filter(({ name, text }) => !name.endsWith('.file') && mayHoldRun(text)).flatMap(runsIn);
