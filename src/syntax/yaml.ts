import type { Document } from 'yaml';
import { Composer, CST, Lexer, LineCounter, Parser } from 'yaml';
import type { Problem } from '../core/problem.ts';
import type { Path, Position } from './place.ts';
import { plainWords, SECOND_DOCUMENT, UNCLOSED_QUOTE } from './yaml-words.ts';
import type { Fault } from './yaml-value.ts';
import { readNodes } from './yaml-value.ts';

const MAX_CHARACTERS = 1_000_000;
/** Far more than a file of that size needs, unless it was made to exhaust the parser. */
const MAX_LEXEMES = 400_000;
const MAX_DEPTH = 64;
/** One bad quotation mark can upset every line after it. */
const MAX_PROBLEMS = 50;
const LINE_START = 200;

/** A YAML file that was read as far as it could be. */
export interface YamlSource {
  readonly file: string;
  /** Plain objects, lists, strings, numbers, booleans and null; undefined when nothing was read. */
  readonly value: unknown;
  readonly problems: readonly Problem[];
  /** First line with a mistake in the notation: what was read from there on may be wrong. */
  readonly brokenFrom?: number;
  /** Where the value at `path` starts, or the nearest thing round it that exists. */
  placeOf(path: Path): Position;
  /** Where the key at the end of `path` stands. */
  placeOfKey(path: Path): Position;
}

const countLines = (text: string): LineCounter => {
  const lines = new LineCounter();
  lines.addNewLine(0);
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) {
    lines.addNewLine(at + 1);
  }
  return lines;
};

/** Null: made to exhaust the parser. */
const tokenize = (text: string): CST.Token[] | null => {
  const parser = new Parser();
  const tokens: CST.Token[] = [];
  let count = 0;
  for (const lexeme of new Lexer().lex(text)) {
    count += 1;
    if (count > MAX_LEXEMES) return null;
    tokens.push(...parser.next(lexeme));
  }
  tokens.push(...parser.end());
  return tokens;
};

const inside = (token: CST.Token): CST.Token[] => {
  if (token.type === 'document') return token.value ? [token.value] : [];
  if (!CST.isCollection(token)) return [];
  return token.items.flatMap(({ key, value }) => [key ?? [], value ?? []].flat());
};

const isOpenQuote = (token: CST.Token): boolean =>
  (token.type === 'single-quoted-scalar' || token.type === 'double-quoted-scalar') &&
  (token.source.length < 2 || token.source.at(-1) !== token.source[0]);

/** Level by level, so that no depth of nesting exhausts the stack. */
const survey = (tokens: readonly CST.Token[]): { tooDeep?: number; openQuotes: number[] } => {
  const openQuotes: number[] = [];
  let level = [...tokens];
  // One level more than the values: the document itself.
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > MAX_DEPTH + 1) return { tooDeep: level[0]!.offset, openQuotes };
    openQuotes.push(...level.filter(isOpenQuote).map(({ offset }) => offset));
    level = level.flatMap(inside);
  }
  return { openQuotes };
};

const compose = (tokens: readonly CST.Token[], length: number): Document.Parsed[] => {
  const composer = new Composer({
    schema: 'core',
    merge: false,
    resolveKnownTags: false,
    stringKeys: true,
    // Ours reports every repeated key, and takes no quadratic time.
    uniqueKeys: false,
    logLevel: 'silent',
  });
  return [...composer.compose(tokens, true, length)] as Document.Parsed[];
};

/** The parser blames an open quotation mark on the end of the file; `openQuotes` know better. */
const isAboutOpenQuote = (message: string): boolean => /closing .quote/u.test(message);

const notationFaults = (
  documents: readonly Document.Parsed[],
  openQuotes: readonly number[],
  lineFrom: (offset: number) => string,
): readonly Fault[] => {
  const faults = openQuotes.map((offset) => ({ offset, message: UNCLOSED_QUOTE }));
  for (const { errors, warnings } of documents) {
    for (const { code, message, pos } of [...errors, ...warnings]) {
      if (isAboutOpenQuote(message)) continue;
      faults.push({ offset: pos[0], message: plainWords(code, message, lineFrom(pos[0])) });
    }
  }
  const second = documents[1];
  if (second) faults.push({ offset: second.range[0], message: SECOND_DOCUMENT });
  return faults.map((fault) => ({ ...fault, isBroken: true }));
};

/** What follows on a line that could not be understood is nearly always the same mistake again. */
const onePerBrokenLine = <Placed extends Position>(
  faults: readonly Placed[],
  brokenLines: ReadonlySet<number>,
): readonly Placed[] => {
  const told = new Set<number>();
  return faults.filter(({ line }) => {
    const isEcho = brokenLines.has(line) && told.has(line);
    told.add(line);
    return !isEcho;
  });
};

const unreadable = (file: string, line: number, message: string, column = 1): YamlSource => {
  const place = { line, column };
  return {
    file,
    value: undefined,
    problems: [{ file, ...place, message }],
    brokenFrom: line,
    placeOf: () => place,
    placeOfKey: () => place,
  };
};

/**
 * Reads YAML as plain data: no tags, no merging, no dates, everything bounded, every mistake at once.
 * `firstLine` is the line of `file` on which `text` starts.
 */
export const parseYaml = (written: string, file: string, firstLine = 1): YamlSource => {
  const text = written.replace(/^\uFEFF/u, '');
  if (text.length > MAX_CHARACTERS) {
    return unreadable(file, firstLine, 'the file is too big: a million characters at most');
  }
  const tokens = tokenize(text);
  if (!tokens) return unreadable(file, firstLine, 'the file has too many parts to be read');
  const lines = countLines(text);
  const positionOf = (offset: number): Position => {
    const { line, col } = lines.linePos(Math.min(offset, text.length));
    return { line: line + firstLine - 1, column: col };
  };
  const { tooDeep, openQuotes } = survey(tokens);
  if (tooDeep !== undefined) {
    const { line, column } = positionOf(tooDeep);
    return unreadable(file, line, 'the file is nested too deeply', column);
  }

  // Only the start of a line is looked at, so that many mistakes on a long line stay cheap.
  const lineFrom = (offset: number): string =>
    text.slice(offset, offset + LINE_START).split('\n', 1)[0]!;
  const documents = compose(tokens, text.length);
  const read = readNodes(documents[0]!.contents);
  const faults = [...notationFaults(documents, openQuotes, lineFrom), ...read.faults]
    .sort((a, b) => a.offset - b.offset)
    .map((fault) => ({ ...fault, ...positionOf(fault.offset) }));
  const brokenLines = faults.filter(({ isBroken }) => isBroken).map(({ line }) => line);
  const problems = onePerBrokenLine(faults, new Set(brokenLines)).map(
    ({ line, column, message }): Problem => ({ file, line, column, message }),
  );
  const more = problems.length - MAX_PROBLEMS;
  return {
    file,
    value: read.value,
    problems:
      more > 0
        ? [
            ...problems.slice(0, MAX_PROBLEMS),
            { file, message: `${more} more lines of the file cannot be understood` },
          ]
        : problems,
    ...(brokenLines[0] !== undefined && { brokenFrom: brokenLines[0] }),
    placeOf: (path) => positionOf(read.offsetOf(path, 'value')),
    placeOfKey: (path) => positionOf(read.offsetOf(path, 'key')),
  };
};
