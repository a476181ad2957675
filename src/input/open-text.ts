import type { Problem } from '../core/problem.ts';
import type { Encoding } from './decode.ts';
import { decodeDamaged, escapeOf } from './damage.ts';
import { HALF, NO_TEXT, TOO_LARGE, decode, position, withoutBom } from './decode.ts';
import { lastLineEnd } from './line-breaks.ts';
import type { Source } from './source.ts';
import { sourceOf, wholeOf } from './source.ts';
import { createDecoder, decodedPieces } from './stream-decoder.ts';
import { surveyBytes } from './survey.ts';
import { uncutLength } from './utf8.ts';

/** The text of a file, from its beginning as often as it takes, a piece at a time. */
export interface TextSource {
  /** Absent: it was text from the start. */
  readonly encoding?: Encoding;
  /** Where it ends in half a character, U+FFFD stands for that. */
  readonly pieces: () => Iterable<string>;
  /** It ends in half a character: somebody lost the rest. */
  readonly cut?: Problem;
  /** Some of its bytes are no text: `findDamage` finds what stands for them. */
  readonly damage?: Problem;
  /** What is to be said once all pieces were read: the file became another meanwhile. */
  readonly findChange: () => Problem | undefined;
}

export type OpenedText = TextSource | { readonly problem: Problem };

/** A file that is no longer than this is read in one piece. */
const SMALL = 2 * 1024 * 1024;

const CUT =
  'this file ends in the middle of a character, so it was cut short: save or export it again';
const HALF_CHARACTER = '\ufffd';

export const CHANGED = 'this file changed while it was read: save it, then run again';

export const textSourceOf = (text: string, encoding?: Encoding): TextSource => ({
  ...(encoding !== undefined && { encoding }),
  pieces: () => [text],
  findChange: () => undefined,
});

/** A text whose last character is cut in two; undefined where something else is wrong with it. */
const decodeCut = (
  bytes: Uint8Array,
  { problem }: { problem: Problem },
  encoding: Encoding | undefined,
): OpenedText | undefined => {
  const { file, message } = problem;
  if (message === HALF) {
    const decoded = decode(bytes.subarray(0, -1), file, encoding);
    if ('problem' in decoded) return undefined;
    const source = textSourceOf(`${decoded.text}${HALF_CHARACTER}`, decoded.encoding);
    return { ...source, cut: { file, ...position(decoded.text), message: CUT } };
  }
  const whole = bytes.subarray(0, uncutLength(bytes));
  if (problem.line === undefined || whole.length === bytes.length) return undefined;
  const decoded = decode(whole, problem.file, 'utf-8');
  if ('problem' in decoded) return undefined;
  const source = textSourceOf(`${decoded.text}${HALF_CHARACTER}`, decoded.encoding);
  return { ...source, cut: { ...problem, message: CUT } };
};

const decodeWhole = (bytes: Uint8Array, file: string, encoding?: Encoding): OpenedText => {
  const decoded = decode(bytes, file, encoding);
  if (!('problem' in decoded)) return textSourceOf(decoded.text, decoded.encoding);
  const cut = decodeCut(bytes, decoded, encoding);
  if (cut) return cut;
  const { problem } = decoded;
  if (problem.line === undefined && problem.message !== NO_TEXT) return decoded;
  const mended = decodeDamaged(bytes, problem, encoding);
  return mended
    ? { ...textSourceOf(withoutBom(mended.text), mended.encoding), damage: problem }
    : decoded;
};

/** All bytes of a source that is small. */
const findSmall = (source: Source, limit: number): Uint8Array | undefined => {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for (const chunk of source.chunks()) {
    chunks.push(chunk);
    length += chunk.length;
    if (length > limit) return undefined;
  }
  return wholeOf({ chunks: () => chunks });
};

/**
 * Decodes a source in memory that does not grow with its length. How it is encoded is found by
 * reading all of it once, unless it is small.
 */
export const openText = (
  content: Source | Uint8Array,
  file: string,
  encoding?: Encoding,
  small = SMALL,
): OpenedText => {
  const source = content instanceof Uint8Array ? sourceOf(content) : content;
  const whole = findSmall(source, small);
  if (whole) return decodeWhole(whole, file, encoding);
  const survey = surveyBytes(source, encoding);
  if ('message' in survey) return { problem: { file, ...survey } };
  const { cut, damage } = survey;
  let isOther = false;
  return {
    encoding: survey.encoding,
    ...(cut && { cut: { file, ...cut, message: CUT } }),
    ...(damage && { damage: { file, ...damage } }),
    *pieces() {
      const decoder = createDecoder(survey.encoding, damage !== undefined);
      let length = 0;
      const counted: Source = {
        *chunks() {
          for (const chunk of source.chunks()) {
            length += chunk.length;
            yield chunk;
          }
        },
      };
      yield* decodedPieces(counted, decoder);
      const half = decoder.badByte();
      if (cut) yield HALF_CHARACTER;
      else if (half !== undefined && damage) yield String.fromCharCode(escapeOf(half));
      const isAsBefore = damage !== undefined || (half !== undefined) === Boolean(cut);
      isOther ||= !isAsBefore || length !== survey.length;
    },
    findChange: () => (isOther ? { file, message: CHANGED } : undefined),
  };
};

/** Letters in which the headings and some rows of any table stand. */
const HEAD = 32 * 1024;

/** The beginning of a text, in whole lines where it goes on and has lines. */
export const headOf = ({ pieces }: TextSource, letters = HEAD): string => {
  let head = '';
  for (const piece of pieces()) {
    head += piece.slice(0, letters + 1 - head.length);
    if (head.length > letters) return head.slice(0, lastLineEnd(head) || letters);
  }
  return head;
};

/** More would not fit into one string of some engines. */
const MOST_LETTERS = 256 * 1024 * 1024;

/** All of a text in one piece. */
export const wholeText = (
  { pieces }: TextSource,
  file: string,
): string | { readonly problem: Problem } => {
  const all: string[] = [];
  let length = 0;
  for (const piece of pieces()) {
    length += piece.length;
    if (length > MOST_LETTERS) return { problem: { file, message: TOO_LARGE } };
    all.push(piece);
  }
  return all.join('');
};
