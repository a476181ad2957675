import type { Span } from '../../core/span.ts';

/** Words of a secret with what may be the secret itself; spans count the folded text. */
export interface SecretShape {
  readonly span: Span;
  readonly value: Span;
  /** How it is called: `password`, `PIN`, `door code`. */
  readonly secret: string;
  /** What has to be told: any word, one that ends its clause, what looks made up, or letters and digits mixed. */
  readonly trust: 'any-word' | 'word' | 'credential' | 'mixed-only';
}

const SECRET = String.raw`(?<secret>pass ?(?:word|code|phrase|key)s?|pwd|p\/w|pw|(?:door|gate|entry|alarm|keypad|access|safe|locker|wi-?fi|network|key ?safe|unlock|log-?in|security) ?(?:code|key|pin|number|combination)|pin(?: ?(?:code|number|no\.?))?|(?:lock|padlock|locker|safe) combination)`;
/** Lets strangers into a lesson as a password would. */
const JOIN = String.raw`(?<secret>(?:classroom|class|join|joining|meeting|invite|team|teams) code)`;
const VALUE = String.raw`(?<value>"[^"\n]{3,40}"|'[^'\n]{3,40}'|\u201c[^\u201d\n]{3,40}\u201d|\u2018[^\u2019\n]{3,40}\u2019|[^\s"'\u201c\u2018,;]{3,40})`;
const START = String.raw`(?<![\p{L}\p{N}_-])`;
const OF = String.raw`(?: (?:for|to|of|on|in|at)(?: [\p{L}\p{N}'-]+){1,6}?)?`;
const VERB = String.raw`(?:'s| ?[:=\u2192] ?| ?-> ?| (?:is|are|will be|is now|is still|is just|is simply|now is|stays|remains|(?:has |have |is )?(?:been )?(?:now )?changed to) (?:now |still |just |simply |all )?)`;

interface Form {
  readonly source: string;
  readonly trust: SecretShape['trust'];
}

const FORMS: readonly Form[] = [
  { source: `${START}${SECRET}${OF}${VERB}\\s?${VALUE}`, trust: 'word' },
  { source: `${START}${SECRET} (?:- |\u2013 )?${VALUE}`, trust: 'credential' },
  { source: `${START}${JOIN}${OF}(?:${VERB}\\s?| )${VALUE}`, trust: 'mixed-only' },
  { source: `${START}${SECRET}[^\\n.!?:=]{0,60}[:=] ?${VALUE}`, trust: 'mixed-only' },
  {
    source: `${START}user(?:name| name| id)?(?: is)?[ :=]{1,3}\\S{2,40}?,? (?:/ |and |with )?(?:the )?(?<secret>pass(?:word|code)?)(?: is)?[ :=]{1,3}${VALUE}`,
    trust: 'word',
  },
  {
    source: `${START}(?<secret>(?:log|sign)[ -]?ins?|wi-?fi)[^\\n:=]{0,24}[:=] ?[\\p{L}\\d._-]{2,40}[@\\d][\\p{L}\\d._-]{0,40} ?[/|] ?${VALUE}`,
    trust: 'word',
  },
  {
    source: `${START}(?<secret>wi-?fi)[^\\n:=]{0,24}[:=] ?[^\\s/|,]{2,40} ?[/|,] ?${VALUE}`,
    trust: 'mixed-only',
  },
  {
    source: `(?<![^\\s("'\u201c\u2018])${VALUE} (?:is|as|for) (?:(?:the|our|your|my|today's|this week's) )?(?:new |current )?(?:[\\p{L}-]+ )?${SECRET}(?![\\p{L}\\p{N}_])`,
    trust: 'credential',
  },
  {
    source: `${START}(?:use|type|enter|put|type in|put in|enter in) ${VALUE} (?:as|for) (?:(?:the|our|your) )?(?:[\\p{L}-]+ )?${SECRET}(?![\\p{L}\\p{N}_])`,
    trust: 'any-word',
  },
];

let compiled: readonly (readonly [RegExp, SecretShape['trust']])[] | undefined;

/** Everything in a text that is said the way secrets are told. */
export const secretShapes = (text: string): SecretShape[] => {
  compiled ??= FORMS.map(({ source, trust }) => [new RegExp(source, 'diu' + 'g'), trust]);
  return compiled.flatMap(([form, trust]) =>
    [...text.matchAll(form)].map(({ 0: { length }, index, groups, indices }): SecretShape => {
      const [start, end] = indices!.groups!['value']!;
      const span = { start: index, end: index + length };
      return { span, value: { start, end }, secret: groups!['secret']!, trust };
    }),
  );
};
