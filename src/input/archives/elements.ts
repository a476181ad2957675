import { byteLength } from './byte-length.ts';
import type { ArchiveFiles } from './files.ts';
import type { Layout } from './layout.ts';
import { findLayout } from './layout.ts';
import { firstLetter, marksByPattern } from './marks.ts';
import type { Piece } from './pieces.ts';
import { decodePiece } from './pieces.ts';
import { createShelf } from './shelf.ts';
import type { Element, Flaw } from './stretch.ts';
import { placeIn, readStretch } from './stretch.ts';

export type { Element, Flaw } from './stretch.ts';

/** Longer than any record; what goes on for longer is none. */
const MOST_BYTES = 32 * 1024 * 1024;
/** Records are seldom longer, so that another look is worth its time. */
const LONG = 1024 * 1024;
/** Bytes that become one string: longer strings take twice as long, and live on for longer. */
const STRETCH = 64 * 1024;
/** So much may stand before a list. */
const MOST_HEAD = 4096;
/** How the end of a list is written takes no more. */
const MOST_END = 4096;

const LIST = 0x5b;
const LIST_END = 0x5d;
const COMMA = 0x2c;

const NO_LIST = 'this file holds no list of records, as the files of an archive do';
const EMPTY = 'this file is empty';
const LOST = 'no record was found behind the one that is too long, so records may be missing';
const UNCLOSED = 'this file ends too early: its list is never closed, so records may be missing';
const CUT = 'this file ends in the middle of this record: what follows is missing';
const TOO_LONG = 'this record is too long for one post, so it was not read';

/** What a program may write before its list: everything up to the first `=`. */
const HEAD = /^[^=[{]*(?:=\s*)?$/u;

/** Finds the elements of a list in the bytes of a file, which come a piece at a time. */
export interface ElementReader {
  readonly add: (bytes: Uint8Array) => readonly (Element | Flaw)[];
  /** `isCut`: its container ends here, which is told elsewhere. */
  readonly end: (isCut: boolean) => readonly (Element | Flaw)[];
}

export const createElementReader = (decode: ArchiveFiles['decode']): ElementReader => {
  // Its first byte is a square bracket, so that any stretch can be closed to be a list.
  const shelf = createShelf(LIST);
  let line = 1;
  let indent = 0;
  let records = 0;
  let layout: Layout | undefined;
  /** There is no telling its records apart before its end. */
  let isHopeless = false;
  /** How many bytes there were when that was tried last. */
  let tried = 0;
  /** Bytes that hold no end of a record, as was seen. */
  let searched = 1;
  let state: 'head' | 'list' | 'skipping' | 'over' = 'head';

  const textUpTo = (end: number) => decodePiece(shelf.view(0, end), decode);

  /** Goes on behind `end`; `text` is what stands before it, in brackets or with one before it alone. */
  const pass = (end: number, text: string, lines: number): void => {
    const last = text.lastIndexOf('\n');
    indent = last < 0 ? indent + text.length - 1 : text.length - last - 1;
    line += lines;
    shelf.drop(1, end);
    searched = 1;
  };

  const readUpTo = (comma: number): readonly (Element | Flaw)[] => {
    const closed = shelf.withByte(comma, LIST_END, () => textUpTo(comma + 1));
    const { elements, lines } = readStretch(closed, layout, { line, indent, records });
    records += elements.filter((element) => 'record' in element).length;
    pass(comma + 1, closed.text, lines);
    return elements;
  };

  const learn = (): Layout | undefined => {
    const isLong = shelf.length() > LONG;
    // Twice as much each time: a long record is not looked at again and again.
    if (isHopeless || shelf.length() < 2 * tried) return undefined;
    tried = shelf.length();
    isHopeless = isLong;
    return findLayout(textUpTo(shelf.length()).text.slice(1), isLong);
  };

  /** The comma behind the last record that is known to be whole. */
  const lastComma = (): number | undefined => {
    layout ??= learn();
    if (!layout) return undefined;
    const at = shelf.lastIndexOf(layout.bytes, Math.max(1, searched - layout.bytes.length));
    if (at !== undefined) return at + layout.comma;
    if (shelf.length() - searched < LONG) return undefined;
    // Somebody wrote this part in another way.
    const from = shelf.startOfCharacter(Math.max(1, searched - MOST_END));
    searched = shelf.length();
    const text = `[${decodePiece(shelf.view(from, searched), decode).text}]`;
    const end = marksByPattern(text, layout).records.at(-2)?.end;
    if (end === undefined) return undefined;
    return shelf.indexOf(COMMA, from + byteLength(text.slice(1, end)));
  };

  const readHead = (isEnd: boolean): readonly (Element | Flaw)[] => {
    const opening = shelf.indexOf(LIST, 1);
    const head = textUpTo(opening ?? shelf.length()).text.slice(1);
    if (opening !== undefined && opening <= MOST_HEAD && HEAD.test(head)) {
      pass(opening + 1, `[${head}[`, head.split('\n').length - 1);
      state = 'list';
      return [];
    }
    if (opening === undefined && !isEnd && shelf.length() < MOST_HEAD) return [];
    state = 'over';
    return [{ flaw: isEnd && head.trim() === '' ? EMPTY : NO_LIST, line }];
  };

  /** Leaves out what goes on for too long to be a record. */
  const skip = (): readonly Element[] => {
    const { text } = textUpTo(shelf.length());
    const here = placeIn(text, firstLetter(text, 1), { line, indent, records });
    const wasSkipping = state === 'skipping';
    state = 'skipping';
    // A separator may be cut in two.
    const end = shelf.length() - (layout?.bytes.length ?? 0);
    const passed = textUpTo(end).text;
    pass(end, passed, passed.split('\n').length - 1);
    if (wasSkipping) return [];
    records += 1;
    return [{ broken: TOO_LONG, ...here, record: records }];
  };

  /** What was left out ends where the next record begins. */
  const resume = (from: Layout): void => {
    const at = shelf.firstIndexOf(from.bytes, 1);
    if (at === undefined) return;
    const end = at + from.comma + 1;
    const passed = textUpTo(end).text;
    pass(end, passed, passed.split('\n').length - 1);
    state = 'list';
  };

  const readList = (): readonly (Element | Flaw)[] => {
    if (state === 'skipping' && layout) resume(layout);
    const comma = state === 'list' ? lastComma() : undefined;
    if (comma !== undefined) return readUpTo(comma);
    return shelf.length() > MOST_BYTES ? skip() : [];
  };

  const readEnd = (isCut: boolean): readonly (Element | Flaw)[] => {
    const from = Math.max(1, shelf.length() - MOST_END);
    const tail = decodePiece(shelf.view(from, shelf.length()), decode).text;
    const closing = /\s{0,999}(?:,\s{0,999})?\]\s{0,999};?\s*$/u.exec(tail);
    const open = closing ?? /,?\s{0,999}$/u.exec(tail);
    const isClosed = closing !== null;
    const unclosed = isClosed || isCut ? [] : [{ flaw: UNCLOSED }];
    if (state === 'skipping') return [{ flaw: LOST }, ...unclosed];
    // All of it is plain letters of one byte each.
    const end = shelf.length() - (open?.[0].length ?? 0);
    shelf.add(Uint8Array.of(LIST_END));
    const { text } = textUpTo(end);
    layout ??= findLayout(text.slice(1), true);
    const elements = text.trim() === '[' ? [] : readUpTo(end);
    const last = elements.at(-1);
    // Its end was met, with something behind it.
    if (last && 'flaw' in last) return elements;
    if (isClosed || !last || !('broken' in last)) return [...elements, ...unclosed];
    // What a damaged container cuts in two is told once, by the damage.
    const cut = isCut ? [] : [{ ...last, broken: CUT }];
    return [...elements.slice(0, -1), ...cut];
  };

  const isReading = (): boolean => state === 'list' || state === 'skipping';

  return {
    add(bytes) {
      if (state === 'over') return [];
      shelf.add(bytes);
      const head = state === 'head' ? readHead(false) : [];
      return isReading() ? readList() : head;
    },
    end(isCut) {
      // Of what its container does not give, that says enough.
      const head = state === 'head' && !isCut ? readHead(true) : [];
      return isReading() ? readEnd(isCut) : head;
    },
  };
};

/** Stretches of the elements of a list, in one pass; memory stays flat. */
export async function* elementsIn(
  pieces: AsyncIterable<Piece>,
  decode: ArchiveFiles['decode'],
): AsyncGenerator<readonly (Element | Flaw)[]> {
  const reader = createElementReader(decode);
  for await (const piece of pieces) {
    if (!(piece instanceof Uint8Array)) {
      yield [...reader.end(true), { flaw: piece.damage }];
      return;
    }
    for (let at = 0; at < piece.length; at += STRETCH) {
      const elements = reader.add(piece.subarray(at, at + STRETCH));
      if (elements.length > 0) yield elements;
    }
  }
  yield reader.end(false);
}
