import type { Span } from '../core/span.ts';
import type { Detector, Part } from '../document/document.ts';
import list from './data/known-lines.txt?raw';
import { entries } from './phrase-lines.ts';
import { words } from './words.ts';

/** Words that somebody well known wrote or said; the span counts the part’s folded text. */
export interface KnownLine {
  readonly part: Part;
  readonly span: Span;
  /** The post says whose they are. */
  readonly isCredited: boolean;
}

interface Line {
  readonly tokens: readonly string[];
  readonly names: readonly string[];
}

let read: ReadonlyMap<string, readonly Line[]> | undefined;

const linesBy = (): ReadonlyMap<string, readonly Line[]> => {
  if (read) return read;
  const byFirst = new Map<string, Line[]>();
  for (const entry of entries(list)) {
    const [line = '', names = ''] = entry.split(' = ');
    const tokens = line.split(' ');
    const known = byFirst.get(tokens[0]!);
    const made = { tokens, names: names.split(' ') };
    if (known) known.push(made);
    else byFirst.set(tokens[0]!, [made]);
  }
  return (read = byFirst);
};

interface Token {
  readonly part: Part;
  readonly span: Span;
  readonly key: string;
}

/** Words, those with a hyphen in their halves. */
const tokens: Detector<Token> = (document) =>
  document.facts(words).flatMap(({ part, span, key }) => {
    if (!key.includes('-')) return [{ part, span, key }];
    return key.split('-').map((half) => ({ part, span, key: half }));
  });

/** `#MayaAngelou` and `Angelou’s` name her. */
const namesIn = (text: string): readonly string[] =>
  text.split(/(?<=\p{Ll})(?=\p{Lu})/u).flatMap((piece) => piece.toLowerCase().split(/[^\p{L}]/u));

/** Lines of poems, speeches and books that circulate. */
export const knownLines: Detector<KnownLine> = (document) => {
  const all = document.facts(tokens);
  const lines = linesBy();
  const found: KnownLine[] = [];
  let named: ReadonlySet<string> | undefined;
  for (const [at, { part, span, key }] of all.entries()) {
    for (const line of lines.get(key) ?? []) {
      const last = all[at + line.tokens.length - 1];
      if (last?.part !== part) continue;
      if (!line.tokens.every((token, step) => all[at + step]!.key === token)) continue;
      named ??= new Set(document.facts(words).flatMap(({ text }) => namesIn(text)));
      found.push({
        part,
        span: { start: span.start, end: last.span.end },
        isCredited: line.names.some((name) => named!.has(name)),
      });
      break;
    }
  }
  return found;
};
