import type { Border, Node, Refusal } from './node.ts';

const LONGEST = 1_000;
const MOST_REPEATS = 1_000;
const MOST_GROUPS_DEEP = 50;

/** One character, escaped; the expression is read as JavaScript reads it with its u flag. */
const ESCAPE =
  /\\(?:[dDwWsStnvfr]|0(?!\d)|c[A-Za-z]|x[\dA-Fa-f]{2}|u[dD][89abAB][\dA-Fa-f]{2}\\u[dD][c-fC-F][\dA-Fa-f]{2}|u[\dA-Fa-f]{4}|u\{[\dA-Fa-f]{1,6}\}|[pP]\{[\w=]{1,60}\}|[\^$\\.*+?()[\]{}|/])/y;
const CLASS = /\[(?:[^\]\\]|\\[^])*\]/y;
const QUANTIFIER = /(?:([*+?])|\{(\d{1,9})(?:(,)(\d{1,9})?)?\})(\?)?/y;
const OPENER = /\((?:\?:|\?<[\p{L}_$][\p{L}\p{N}_$]*>|(?!\?))/uy;
const LOOK_AROUND = /\(\?<?[=!]/y;
const BORDERS: Readonly<Record<string, Border>> = {
  '^': 'start',
  $: 'end',
  '\\b': 'word',
  '\\B': 'no-word',
};
const SIGNS: ReadonlySet<string> = new Set(['*', '+', '?', '{', '}', ']']);

const LIMITS: Readonly<Record<string, readonly [number, number]>> = {
  '*': [0, Infinity],
  '+': [1, Infinity],
  '?': [0, 1],
};

const EMPTY: Node = { kind: 'sequence', items: [] };

/** JavaScript has the last word on what is in a class or a property. */
const complaintOf = (source: string): string | undefined => {
  try {
    new RegExp(source, 'u');
    return undefined;
  } catch (error) {
    const reason = error instanceof Error ? error.message.replace(/^.*: /su, '') : '';
    return `it is no regular expression${reason === '' ? '' : ` (${reason})`}`;
  }
};

/** Reads a regular expression; back-references and look-around, which nothing bounds, are refused. */
export const parseExpression = (source: string): Node | Refusal => {
  let at = 0;
  let depth = 0;
  let refused: string | undefined;

  const refuse = (reason: string): Node => {
    refused ??= reason;
    at = source.length;
    return EMPTY;
  };
  const take = (shape: RegExp): RegExpExecArray | null => {
    shape.lastIndex = at;
    const match = shape.exec(source);
    if (match) at += match[0].length;
    return match;
  };
  const place = (offset: number): string => `at character ${offset + 1}`;

  const choice = (): Node => {
    const options = [sequence()];
    while (source[at] === '|') {
      at += 1;
      options.push(sequence());
    }
    return options.length === 1 ? options[0]! : { kind: 'choice', options };
  };
  const sequence = (): Node => {
    const items: Node[] = [];
    while (at < source.length && source[at] !== '|' && source[at] !== ')') items.push(repeated());
    return items.length === 1 ? items[0]! : { kind: 'sequence', items };
  };
  const repeated = (): Node => {
    const start = at;
    const item = single();
    const match = item.kind === 'border' ? null : take(QUANTIFIER);
    if (!match) return item;
    const [, sign, least, comma, most, lazy] = match;
    const [min, max] =
      LIMITS[sign ?? ''] ??
      ([
        Number(least),
        most === undefined ? (comma ? Infinity : Number(least)) : Number(most),
      ] as const);
    if (min > max) return refuse(`${match[0]} asks for more at least than at most`);
    if (min > MOST_REPEATS || (max > MOST_REPEATS && max < Infinity)) {
      return refuse(`${match[0]} repeats too often: ${MOST_REPEATS} times is the most`);
    }
    return { kind: 'repeat', item, min, max, isLazy: lazy !== undefined, start, end: at };
  };
  const single = (): Node => {
    const sign = source[at]!;
    const border = BORDERS[sign] ?? BORDERS[source.slice(at, at + 2)];
    if (border) {
      at += sign === '\\' ? 2 : 1;
      return { kind: 'border', border };
    }
    if (sign === '(') return group();
    if (sign === '[') {
      const start = at;
      const match = take(CLASS);
      return match
        ? { kind: 'one', written: match[0] }
        : refuse(`the bracket [ ${place(start)} is never closed`);
    }
    if (sign === '\\') return escaped();
    if (SIGNS.has(sign)) {
      const isRepeat = sign !== '}' && sign !== ']';
      return refuse(
        isRepeat
          ? `${sign} ${place(at)} has nothing before it to repeat: write \\${sign} for the sign itself`
          : `${sign} ${place(at)} closes nothing: write \\${sign} for the sign itself`,
      );
    }
    const written = String.fromCodePoint(source.codePointAt(at)!);
    at += written.length;
    return { kind: 'one', written };
  };
  const escaped = (): Node => {
    const match = take(ESCAPE);
    if (match) return { kind: 'one', written: match[0] };
    const next = String.fromCodePoint(source.codePointAt(at + 1) ?? 0x20);
    if (/[1-9k]/u.test(next)) {
      return refuse(
        `\\${next} ${place(at)} asks for what an earlier group matched, which can take for ever: leave it out`,
      );
    }
    return refuse(
      /[\p{L}\p{N}\s]/u.test(next)
        ? `\\${next} ${place(at)} means nothing: write \\\\ for the backslash itself`
        : `\\${next} ${place(at)} means nothing: ${next} needs no backslash`,
    );
  };
  const group = (): Node => {
    const start = at;
    if (take(LOOK_AROUND)) {
      return refuse(
        `${source.slice(start, at)} ${place(start)} looks at what stands beside the words: match those words themselves, or use wholeWords`,
      );
    }
    if (!take(OPENER)) return refuse(`(? ${place(start)} opens no group that is known here`);
    depth += 1;
    if (depth > MOST_GROUPS_DEEP) return refuse('its groups stand too deep in one another');
    const inner = choice();
    depth -= 1;
    if (refused === undefined && source[at] !== ')') {
      return refuse(`the bracket ( ${place(start)} is never closed`);
    }
    at += 1;
    return inner;
  };

  if (source.length > LONGEST) return { refused: `it may have ${LONGEST} characters at most` };
  const root = choice();
  if (refused === undefined && at < source.length) {
    refuse(`the bracket ) ${place(at)} closes nothing: write \\) for the sign itself`);
  }
  const complaint = refused ?? complaintOf(source);
  return complaint === undefined ? root : { refused: complaint };
};
