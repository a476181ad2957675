import type { Path } from '../syntax/place.ts';

export interface JsonError {
  readonly offset: number;
  /** One plain sentence. */
  readonly message: string;
}

interface Level {
  readonly closer: ']' | '}';
  /** Key or index of the member that is being read. */
  step: string | number;
}

const LITERAL = /true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/uy;
const ESCAPE = /["\\/bfnrt]|u[0-9a-fA-F]{4}/uy;

const isSpace = (unit: number): boolean =>
  unit === 0x20 || unit === 0x09 || unit === 0x0a || unit === 0x0d;

const failAt = (offset: number, message: string): JsonError => ({ offset, message });

/** Offset behind a string that opens at `at`. */
const endOfString = (text: string, at: number): number | JsonError => {
  for (let next = at + 1; next < text.length; next += 1) {
    const unit = text.charCodeAt(next);
    if (unit === 0x22) return next + 1;
    if (unit < 0x20) {
      return failAt(next, 'a line break or control character in a text must be written as \\n');
    }
    if (unit !== 0x5c) continue;
    ESCAPE.lastIndex = next + 1;
    const escape = ESCAPE.exec(text);
    if (!escape) return failAt(next, 'a backslash in a text must be written twice: \\\\');
    next += escape[0].length;
  }
  return failAt(at, 'this quotation mark is never closed');
};

const unexpected = (text: string, at: number, wanted: string): JsonError => {
  if (at >= text.length) return failAt(at, `the text ends too early: ${wanted} is missing`);
  if (/['‘’“”]/u.test(text[at]!))
    return failAt(at, 'texts and keys stand between straight quotation marks: "…"');
  return failAt(at, `${wanted} is missing here`);
};

/**
 * Walks JSON from `start`, telling where each value starts and, once it is complete, where it ends;
 * returns the first mistake, or null when there is none. No depth of nesting and no length of text can exhaust it.
 */
export const walkJson = (
  text: string,
  start: number,
  visit: (path: Path, offset: number, keyOffset: number) => void,
  leave?: (path: Path, end: number) => void,
): JsonError | null => {
  const levels: Level[] = [];
  const path: (string | number)[] = [];
  let at = start;
  const skip = (): void => {
    while (at < text.length && isSpace(text.charCodeAt(at))) at += 1;
  };

  /** Reads the key of the next member. */
  const key = (level: Level): JsonError | number => {
    skip();
    if (text[at] !== '"') return unexpected(text, at, 'a key between quotation marks');
    const keyOffset = at;
    const end = endOfString(text, at);
    if (typeof end !== 'number') return end;
    level.step = JSON.parse(text.slice(at, end)) as string;
    at = end;
    skip();
    if (text[at] !== ':') return unexpected(text, at, 'a colon behind the key');
    at += 1;
    return keyOffset;
  };

  /** Reads a scalar, or the opening of a list or mapping. */
  const value = (keyOffset: number): JsonError | 'opened' | 'read' => {
    skip();
    visit(path, at, keyOffset);
    const first = text[at];
    if (first === '[' || first === '{') {
      levels.push({ closer: first === '[' ? ']' : '}', step: 0 });
      at += 1;
      return 'opened';
    }
    if (first === '"') {
      const end = endOfString(text, at);
      if (typeof end !== 'number') return end;
      at = end;
      return 'read';
    }
    LITERAL.lastIndex = at;
    const literal = LITERAL.exec(text);
    if (!literal) return unexpected(text, at, 'a value');
    at += literal[0].length;
    return 'read';
  };

  /** Goes on to the next member of the innermost list or mapping. */
  const member = (level: Level): JsonError | 'opened' | 'read' => {
    let keyOffset = at;
    if (level.closer === '}') {
      const read = key(level);
      if (typeof read !== 'number') return read;
      keyOffset = read;
    }
    path.push(level.step);
    return value(keyOffset);
  };

  let state = value(start);
  for (;;) {
    if (typeof state === 'object') return state;
    if (state === 'read') leave?.(path, at);
    const level = levels.at(-1);
    if (!level) break;
    skip();
    if (state === 'opened' && text[at] !== level.closer) {
      state = member(level);
      continue;
    }
    if (state === 'read') path.pop();
    if (text[at] === level.closer) {
      at += 1;
      levels.pop();
      state = 'read';
      continue;
    }
    if (text[at] !== ',') return unexpected(text, at, `a comma or ${level.closer}`);
    at += 1;
    if (typeof level.step === 'number') level.step += 1;
    state = member(level);
  }
  skip();
  return at < text.length
    ? failAt(at, 'more text follows the end: each file or line holds one value')
    : null;
};
