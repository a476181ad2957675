import type { Span } from '../core/span.ts';
import type { Detector, Document, Part } from '../document/document.ts';
import { companyOf } from './company.ts';
import type { Cue } from './cues.ts';
import { cueDetector } from './cues.ts';
import { groups } from './groups.ts';
import { schoolSigns } from './school-signs.ts';
import { sentenceAt, sentences } from './sentences.ts';
import { harshness } from './tone.ts';

/** A place that does harm to the name of the school, its staff, its pupils or its parents. */
export interface Discredit {
  readonly part: Part;
  readonly span: Span;
  /** The last two: a hard word beside the school or its people; `harsh` is one that any tone check knows. */
  readonly form: 'gaming' | 'slacking' | 'contempt' | 'grievance' | 'bad' | 'harsh';
}

const SAID = ['gaming', 'slacking', 'contempt', 'grievance'] as const;
/** Hints of which two that fit tell as much as one phrase: what is owed, and how it was done. */
const HINTS = [
  'help',
  'staged',
  'fudge',
  'booze',
  'shirk',
  'slack',
  'pocket',
  'gossip',
  'ringer',
  'jibe',
] as const;
type Hint = (typeof HINTS)[number];
/** The same, in words that also mean something harmless. */
const SOFT = HINTS.map((hint) => `soft-${hint}` as const);
const TELLING = [...SAID, ...HINTS, ...SOFT, 'target', 'bad', 'brute', 'outsider'] as const;
const OTHERS = [
  'wink',
  'insider',
  'exam',
  'visit',
  'tally',
  'duty',
  'treat',
  'chore',
  'safety',
  'money',
  'official',
  'squad',
  'folk',
  'bright',
  'lesson',
] as const;
type Kind = (typeof TELLING)[number] | (typeof OTHERS)[number];

const cues = cueDetector<Kind>('disrepute', { telling: TELLING, others: OTHERS });

const isSaid = (kind: Kind): kind is (typeof SAID)[number] => SAID.some((said) => said === kind);

const inSentences = (all: readonly Cue<Kind>[], kind: Kind): ReadonlySet<number> =>
  new Set(all.filter((cue) => cue.kind === kind).map(({ sentence }) => sentence));

/** The sentences that speak of the school or its people, and those that a colon joins to them. */
const aimedSentences = (document: Document, all: readonly Cue<Kind>[]): ReadonlySet<number> => {
  const lines = document.facts(sentences);
  const own = [
    ...document.facts(groups).filter(({ kind }) => kind !== 'all' && kind !== 'team'),
    ...document.facts(schoolSigns),
  ].map(({ part, span }) => sentenceAt(lines, document.parts, part, span.start));
  const aimed = [...inSentences(all, 'target'), ...own];
  const isOpen = (at: number): boolean => {
    const line = lines[at];
    return (
      line !== undefined && /:\s*$/u.test(line.part.text.slice(line.span.end - 3, line.span.end))
    );
  };
  return new Set([...aimed, ...aimed.filter(isOpen).map((at) => at + 1)]);
};

const SIGNS = [
  { kind: 'wink', sign: /[🤫😉😇🙈🤐😏👀🤷😬🤭]/gu },
  { kind: 'soft-booze', sign: /[🍷🍻🥂🍺🍾🍸🍹]/gu },
] as const;

/** Winks and glasses that are no words. */
const signs = (document: Document): readonly Cue<Kind>[] =>
  SIGNS.flatMap(({ kind, sign }) =>
    document.parts.flatMap((part) =>
      [...part.text.matchAll(sign)].map(({ 0: text, index }) => ({
        part,
        span: { start: index, end: index + text.length },
        kind,
        sentence: sentenceAt(document.facts(sentences), document.parts, part, index),
      })),
    ),
  );

interface Pair {
  readonly form: (typeof SAID)[number];
  readonly with: readonly Kind[];
  /** Where one of these stands in the post the hint tells nothing. */
  readonly unless?: readonly Kind[];
}

/** What a hint tells beside what it is about. */
const PAIRS: Readonly<Record<Hint, Pair>> = {
  help: { form: 'gaming', with: ['exam'] },
  staged: { form: 'gaming', with: ['visit'] },
  fudge: { form: 'gaming', with: ['tally'] },
  ringer: { form: 'gaming', with: ['squad'] },
  pocket: { form: 'gaming', with: ['money'] },
  booze: { form: 'slacking', with: ['duty'], unless: ['treat'] },
  shirk: { form: 'slacking', with: ['chore'] },
  slack: { form: 'slacking', with: ['safety'] },
  gossip: { form: 'grievance', with: ['official'] },
  jibe: { form: 'contempt', with: ['folk'] },
};

const hintOf = (kind: Kind): Hint | undefined =>
  HINTS.find((hint) => kind === hint || kind === `soft-${hint}`);

/** Hints that stand with what they are about; a soft one counts beside a wink or another hint. */
const hinted = (document: Document, listed: readonly Cue<Kind>[]): readonly Discredit[] => {
  if (!listed.some(({ kind }) => hintOf(kind))) return [];
  const all = [...listed, ...signs(document)];
  const hasCompany = companyOf(all);
  const kinds = new Set(all.map(({ kind }) => kind));
  return all.flatMap((cue) => {
    const hint = hintOf(cue.kind);
    if (!hint) return [];
    const { form, with: company, unless = [] } = PAIRS[hint];
    if (unless.some((kind) => kinds.has(kind)) || !hasCompany(cue, company, 1)) return [];
    if (cue.kind !== hint && !hasCompany(cue, ['wink', ...HINTS], 1)) return [];
    return [{ part: cue.part, span: cue.span, form }];
  });
};

/** What is said outright counts; a hard word counts in a sentence that speaks of the school alone. */
export const discredits: Detector<Discredit> = (document) => {
  const all = document.facts(cues);
  const said = all.flatMap(({ part, span, kind }) =>
    isSaid(kind) ? [{ part, span, form: kind }] : [],
  );
  if (said.length > 0) return said;
  const bad = all.filter(({ kind }) => kind === 'bad' || kind === 'brute');
  const harsh = document.facts(harshness);
  const pairs = hinted(document, all);
  if (pairs.length > 0) return pairs;
  const isLesson = all.some(({ kind }) => kind === 'lesson');
  if (isLesson || bad.length + harsh.length === 0) return [];
  const aimed = aimedSentences(document, all);
  const outside = inSentences(all, 'outsider');
  const spoken = inSentences(all, 'target');
  const hasCompany = companyOf(all);
  const praised = inSentences(all, 'bright');
  const own = inSentences(all, 'insider');
  const isAimed = (sentence: number): boolean => aimed.has(sentence) && !outside.has(sentence);
  const isOwn = (sentence: number): boolean => isAimed(sentence) && own.has(sentence);
  const lines = document.facts(sentences);
  return [
    ...harsh
      .filter(({ part, span }) => isOwn(sentenceAt(lines, document.parts, part, span.start)))
      .map(({ part, span }) => ({ part, span, form: 'harsh' as const })),
    ...bad
      .filter(({ kind, sentence }) => (kind === 'brute' ? isAimed : isOwn)(sentence))
      .filter(({ sentence }) => !praised.has(sentence))
      .filter((cue) => !spoken.has(cue.sentence) || hasCompany(cue, ['target'], 0))
      .map(({ part, span }) => ({ part, span, form: 'bad' as const })),
  ];
};
