import type { ErrorCode } from 'yaml';

type Words = readonly (readonly [about: RegExp, words: string])[];

export const UNCLOSED_QUOTE =
  'this quotation mark is never closed: close it, or double it in the text';
export const SECOND_DOCUMENT =
  'a second part starts here after a line of ---: a file holds one only';

const INDENTATION = 'the indentation does not fit: line this up with the lines it belongs to';
const NO_SPACE_AFTER_COLON = 'a space is missing after the colon';
const COLON = 'a colon followed by a space is in the middle of this text: put the text in quotes';
const OTHERWISE = 'this cannot be understood: check indentation, quotes and brackets';

export const startsWith = (marks: string): string =>
  `a text that starts with ${marks} must stand in quotes`;

/** What the parser's messages mean to somebody who does not know YAML; the first that fits counts. */
const WORDS: Partial<Record<ErrorCode, Words>> = {
  TAB_AS_INDENT: [[/^/u, 'this line is indented with a tab: use spaces instead']],
  KEY_OVER_1024_CHARS: [[/^/u, 'this key is too long: put the text in quotes']],
  BAD_SCALAR_START: [[/^/u, startsWith('@, ` or %')]],
  BAD_DQ_ESCAPE: [
    [/^/u, 'a backslash between double quotes must be written twice: \\\\ (or use single quotes)'],
  ],
  BAD_ALIAS: [[/^/u, startsWith('* or &')]],
  ALIAS_PROPS: [[/^/u, startsWith('* or &')]],
  MULTIPLE_ANCHORS: [[/^/u, startsWith('&')]],
  TAG_RESOLVE_FAILED: [[/^/u, startsWith('!')]],
  MULTIPLE_TAGS: [[/^/u, startsWith('!')]],
  BAD_COLLECTION_TYPE: [[/^/u, 'a word that starts with ! cannot be used here: take it out']],
  NON_STRING_KEY: [[/^/u, 'a key must be a plain word: put a text that holds [ or { in quotes']],
  BAD_DIRECTIVE: [[/^/u, 'a line that starts with % cannot be used here: take it out']],
  BLOCK_IN_FLOW: [
    [/^/u, 'what starts between brackets must be written between brackets: check the commas'],
  ],
  BLOCK_AS_IMPLICIT_KEY: [[/sequence/u, INDENTATION]],
  MISSING_CHAR: [
    [/followed by map values/u, 'this key has no colon behind it: write it as “key: value”'],
    [/space after :/u, NO_SPACE_AFTER_COLON],
    [/without - indicator/u, INDENTATION],
    [/between|expected to end|with a [\]}]/u, 'a comma or a closing bracket is missing'],
    [/Comments must/u, 'a space is missing before #: add it, or put the text in quotes'],
    [/^/u, 'something is missing here: check quotes, brackets and colons'],
  ],
  UNEXPECTED_TOKEN: [
    [
      /at node end/u,
      'the text goes on after its closing quotation mark or bracket: put the whole text in quotes, and double those inside it',
    ],
    [/Unexpected ,/u, 'there is one comma too many'],
    [/Block scalar header/u, 'after | or > the text starts on the next line'],
    [/[\]}]/u, 'there is a bracket too many: put the text in quotes if it belongs to it'],
    [/^/u, OTHERWISE],
  ],
  BAD_INDENT: [
    [/flow/iu, 'the brackets above are not closed, or this line is not indented enough'],
    [/^/u, INDENTATION],
  ],
  RESOURCE_EXHAUSTION: [[/^/u, 'the file is nested too deeply']],
};

/** The two mistakes that only the line itself tells apart. */
const byLine = (code: ErrorCode, line: string): string | undefined => {
  if (code === 'MULTILINE_IMPLICIT_KEY') {
    return /^[\w-]+:\S/u.test(line) ? NO_SPACE_AFTER_COLON : INDENTATION;
  }
  if (code !== 'BLOCK_AS_IMPLICIT_KEY') return undefined;
  return /:(?:\s|$)/u.test(line) ? COLON : 'the next line is indented too far: line it up';
};

/** A mistake in the notation, in plain words. `line`: what is written from the mistake on. */
export const plainWords = (code: ErrorCode, message: string, line: string): string =>
  WORDS[code]?.find(([about]) => about.test(message))?.[1] ?? byLine(code, line) ?? OTHERWISE;
