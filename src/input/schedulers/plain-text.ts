import { Tokenizer } from 'htmlparser2';

/** Elements that start on a line of their own. */
const LINES: ReadonlySet<string> = new Set(['p', 'div', 'li', 'blockquote', 'pre', 'tr']);
/** They end a line and are none themselves. */
const BREAKS: ReadonlySet<string> = new Set(['ul', 'ol', 'table', 'hr']);
const HEADING = /^h[1-6]$/u;
const HIDDEN: ReadonlySet<string> = new Set(['script', 'style']);

/** Collects lines as a reader of the page would see them. */
const createLines = () => {
  const lines: string[] = [];
  let pieces: string[] = [];
  // An element that opened a line and has put nothing on it yet: an empty paragraph is a blank line.
  let isFresh = false;
  const flush = (): void => {
    lines.push(pieces.join('').trim());
    pieces = [];
    isFresh = false;
  };
  return {
    text(written: string): void {
      // Editors put a no-break space where two plain ones would melt together.
      const plain = written.replace(/\u00a0/gu, ' ');
      if (pieces.length === 0 && plain.trim() === '') return;
      pieces.push(plain);
      isFresh = false;
    },
    end(): void {
      if (pieces.length > 0) flush();
    },
    open(): void {
      if (pieces.length > 0) flush();
      isFresh = true;
    },
    close(): void {
      if (pieces.length > 0 || isFresh) flush();
    },
    flush,
    lines,
  };
};

/**
 * The words of a scheduler’s HTML: a line for each paragraph, entities decoded, no scripts.
 * By the tokens alone: a parser that keeps the open elements takes ever longer in a deep nest.
 */
export const toPlainText = (html: string): string => {
  const written = createLines();
  let hidden = '';
  const nameAt = (start: number, end: number): string => html.slice(start, end).toLowerCase();
  const isLine = (name: string): boolean => LINES.has(name) || HEADING.test(name);
  const nothing = (): void => undefined;
  const tokenizer = new Tokenizer(
    { decodeEntities: true },
    {
      ontext: (start, end) => {
        if (hidden === '') written.text(html.slice(start, end));
      },
      ontextentity: (codePoint) => {
        if (hidden === '') written.text(String.fromCodePoint(codePoint));
      },
      onopentagname: (start, end) => {
        const name = nameAt(start, end);
        if (HIDDEN.has(name)) hidden = name;
        else if (name === 'br') written.flush();
        else if (isLine(name)) written.open();
        else if (BREAKS.has(name)) written.end();
      },
      onclosetag: (start, end) => {
        const name = nameAt(start, end);
        if (name === hidden) hidden = '';
        else if (isLine(name)) written.close();
        else if (BREAKS.has(name)) written.end();
      },
      onattribdata: nothing,
      onattribentity: nothing,
      onattribend: nothing,
      onattribname: nothing,
      oncdata: nothing,
      oncomment: nothing,
      ondeclaration: nothing,
      onend: nothing,
      onopentagend: nothing,
      onprocessinginstruction: nothing,
      onselfclosingtag: nothing,
    },
  );
  tokenizer.write(html);
  tokenizer.end();
  written.end();
  return written.lines.join('\n').trim();
};
