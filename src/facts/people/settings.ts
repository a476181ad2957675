import settings from '../data/name-settings.txt?raw';
import themes from '../data/name-themes.txt?raw';
import type { Candidate } from './candidates.ts';
import { isCue } from './cue-words.ts';
import { findKnown } from './known-names.ts';
import { isDeed, isSeason, readsAsWord } from './stands-as-name.ts';
import type { Token } from './tokens.ts';
import { wordKinds } from './word-kinds.ts';

const is = wordKinds(settings);
const isOf = wordKinds(themes);

/** A place in a line that settles a name: at least, or at most, this probable, and why. */
export interface Setting {
  readonly floor?: number;
  readonly ceiling?: number;
  readonly reason?: string;
}

/** Sure enough to be reported as likely, and beyond what the grammar is asked about. */
export const SURE = 0.8;
/** Likely, where a surer word beside it would be welcome. */
const LIKELY = 0.6;
const POSSIBLE = 0.5;
const NEVER = 0.1;

const NONE: Setting = {};

const FAR = 60;

/** Its neighbours, `at` counted from the name: -1 is the word before, 1 the one behind. */
const beside = ({ line: { tokens }, from, to }: Candidate, at: number): Token | undefined =>
  at < 0 ? tokens[from + at] : tokens[to + at - 1];

const gapAfter = (candidate: Candidate): string => {
  const next = beside(candidate, 1);
  const last = candidate.line.tokens[candidate.to - 1]!;
  return next?.gap ?? candidate.line.part.text.slice(last.span.end, last.span.end + 3);
};

const near = ({ line: { tokens }, from, to }: Candidate, reach: number): readonly Token[] => {
  const { sentence } = tokens[from]!;
  return tokens
    .slice(Math.max(0, from - FAR), to + FAR)
    .filter((token) => Math.abs(token.sentence - sentence) <= reach);
};

const startsClause = (candidate: Candidate): boolean => {
  const first = candidate.line.tokens[candidate.from]!;
  const before = beside(candidate, -1);
  return (
    first.startsSentence ||
    /[,;:–—-]/u.test(first.gap) ||
    (before !== undefined && is('clause', before.key))
  );
};

const isThemed = (candidate: Candidate, theme: string): boolean => {
  const first = candidate.line.tokens[candidate.from]!;
  if (!isOf(`${theme}-names`, first.key)) return false;
  const signs = near(candidate, 1).filter(
    (token) => token !== first && isOf(`${theme}-signs`, token.key),
  );
  if (signs.length === 0) return false;
  if (theme === 'royal') return true;
  if (theme === 'stage') return !isDeed(beside(candidate, 1));
  const others = near(candidate, 0).filter(
    (token) => token.key !== first.key && isOf(`${theme}-names`, token.key),
  );
  return theme === 'faith'
    ? others.length > 0
    : [first, ...others].some(({ band, level }) => band < 3 && level > 2) && others.length > 0;
};

const THEMES = ['faith', 'stage', 'royal', 'garden', 'colour'];

const isMeantForOne = (candidate: Candidate): boolean =>
  [-1, -2, -3].some((at) => isCue('praise', beside(candidate, at)?.key ?? '')) ||
  [1, 2].some((at) => isCue('group-word', beside(candidate, at)?.key ?? ''));

const ILLNESS = /(?:virus|pox|itis|worms?|lice|etigo|fever|flu|measles|scarlatina|cough|covid)$/u;

/** `Congratulations Kestrels!`, `Well done Willow on the best attendance`. */
const isGroup = (candidate: Candidate): boolean => {
  const { key, band, level, isPossessive } = candidate.line.tokens[candidate.from]!;
  if (isPossessive || !is('group-name', key) || isDeed(beside(candidate, 1))) return false;
  if (band < 2 && level !== 1) return true;
  return (
    near(candidate, 0).some((token) => is('group-sign', token.key)) &&
    !near(candidate, 1).some((token) => /^(?:s?he|his|her|you|your)$/u.test(token.key))
  );
};

const isFigure = (token: Token | undefined): boolean =>
  token?.shape === 'number' && token.gap === ' ';

const isSide = (token: Token | undefined): boolean =>
  token?.shape === 'capital' && (token.band === 0 || findKnown(token.key) === 'place');

/** `Kent 2 Surrey 3`: two sides and their goals; not `1 Bekele 2 Rahman`, nor a longer list. */
const isScore = ({ line: { tokens }, from }: Candidate): boolean => {
  const isSecond = isFigure(tokens[from - 1]) && tokens[from]!.gap === ' ';
  const at = isSecond ? from - 2 : from;
  const [first, , second] = [tokens[at], tokens[at + 1], tokens[at + 2]];
  return (
    isFigure(tokens[at + 1]) &&
    second?.gap === ' ' &&
    isFigure(tokens[at + 3]) &&
    tokens[at - 1]?.shape !== 'number' &&
    tokens[at + 4]?.gap !== ' ' &&
    (isSide(first) || isSide(second))
  );
};

const isGrace = (candidate: Candidate): boolean => {
  const first = candidate.line.tokens[candidate.from]!;
  if (first.key !== 'grace' || first.isPossessive) return false;
  const before = beside(candidate, -1)?.key ?? '';
  const next = beside(candidate, 1)?.key ?? '';
  return (
    /^(?:say|says|said|saying)$/u.test(before) ||
    (is('grace', next) && is('meal', beside(candidate, 2)?.key ?? ''))
  );
};

/** `Rosie our class gerbil`, `Alfie, the school dog`. */
const isPet = (candidate: Candidate): boolean => {
  const [first, second, third] = [1, 2, 3].map((at) => beside(candidate, at));
  if (!/^,? $/u.test(gapAfter(candidate)) || !/^(?:our|the)$/u.test(first?.key ?? '')) return false;
  const isClass = /^(?:class|school|nursery|reception)$/u.test(second?.key ?? '');
  return is('pet', (isClass ? third : first?.key === 'our' ? second : undefined)?.key ?? '');
};

/** What makes a candidate no child’s name, however it looks. */
const ruledOut = (candidate: Candidate): boolean => {
  const first = candidate.line.tokens[candidate.from]!;
  const next = beside(candidate, 1);
  const isBracketed = /^ ?\($/u.test(gapAfter(candidate));
  if (isBracketed && next && is('job', next.key)) return true;
  if (candidate.to > candidate.from + 1) return false;
  if (first.band === 0 && ILLNESS.test(first.key)) return true;
  if (isPet(candidate) || isGroup(candidate) || isScore(candidate) || isGrace(candidate))
    return true;
  if (first.startsSentence && first.band > 0 && readsAsWord(first, next)) return true;
  return THEMES.some((theme) => isThemed(candidate, theme)) && !isMeantForOne(candidate);
};

const isFamilyOf = (candidate: Candidate): boolean =>
  /^(?:of|to)$/u.test(beside(candidate, -1)?.key ?? '') &&
  is('family', beside(candidate, -2)?.key ?? '');

const isChildOf = (candidate: Candidate): boolean =>
  is('child-of', beside(candidate, -1)?.key ?? '') && is('owner', beside(candidate, -2)?.key ?? '');

const owns = (candidate: Candidate): boolean => {
  const last = candidate.line.tokens[candidate.to - 1]!;
  if (!last.isPossessive) return false;
  return [1, 2].some((at) => {
    const token = beside(candidate, at);
    return token?.gap === ' ' && token.shape === 'lower' && is('belonging', token.key);
  });
};

const isParting = (candidate: Candidate): boolean => {
  const { gap } = candidate.line.tokens[candidate.from]!;
  const [before, second] = [beside(candidate, -1), beside(candidate, -2)];
  if (!/^,? $/u.test(gap)) return false;
  const isToned = before?.key === 'to' && is('parting', second?.key ?? '');
  const isWished = before?.key === 'soon' && second?.key === 'well';
  return isToned || isWished || is('parting', before?.key ?? '');
};

const isAsked = (candidate: Candidate): boolean =>
  startsClause(candidate) && beside(candidate, 1)?.key === 'please' && gapAfter(candidate) === ', ';

const isPlural = ({ level, key }: Token): boolean => level > 0 && key.endsWith('s');

/** A full name that did something is mostly a grown-up’s, one quoted anybody’s; `Miles walked` is a distance. */
const does = (candidate: Candidate): boolean =>
  candidate.to === candidate.from + 1 &&
  !isPlural(candidate.line.tokens[candidate.from]!) &&
  !isSeason(candidate.line.tokens[candidate.from]!) &&
  !/["“”‘«]/u.test(candidate.line.tokens[candidate.from]!.gap) &&
  startsClause(candidate) &&
  gapAfter(candidate) === ' ' &&
  isDeed(beside(candidate, 1));

/** `Thanks to Emma for litter picking in Year 4`. */
const isThanked = (candidate: Candidate): boolean =>
  [-1, -2, -3].some((at) => /^thank(?:s|you)?$/u.test(beside(candidate, at)?.key ?? '')) &&
  beside(candidate, 1)?.key === 'for' &&
  near(candidate, 0).some(
    ({ key }, at, all) =>
      isCue('group-word', key) && /^(?:in|from|of)$/u.test(all[at - 1]?.key ?? ''),
  );

/** `Well done Grace.`: a common name, and no more, behind words of praise. */
const isPraised = (candidate: Candidate): boolean => {
  const first = candidate.line.tokens[candidate.from]!;
  const before = beside(candidate, -1)?.key ?? '';
  return (
    first.band > 2 &&
    first.gap === ' ' &&
    !isSeason(first) &&
    candidate.to === candidate.from + 1 &&
    !/^ ?[(&/+]|^ [^ ]?$/u.test(gapAfter(candidate)) &&
    ((before === 'done' && beside(candidate, -2)?.key === 'well') ||
      /^(?:congratulations|congrats|bravo)$/u.test(before))
  );
};

const GROWN_UPS = ['staff-role', 'parent-role', 'adult-role'];

/** A story, or somebody’s part in school, in the same sentence: the deed may not be a child’s. */
const isOthers = (candidate: Candidate): boolean =>
  near(candidate, 0).some(({ key }) =>
    [...GROWN_UPS, 'book', 'past'].some((kind) => isCue(kind, key)),
  );

const SETTINGS: readonly (readonly [(candidate: Candidate) => boolean, number, string])[] = [
  [isChildOf, SURE, 'a word for somebody’s child stands before it'],
  [isFamilyOf, SURE, 'a word for the child’s family stands before it'],
  [owns, SURE, 'what belongs to a child stands behind it'],
  [isParting, SURE, 'words for a parting or an injury stand before it'],
  [isPraised, LIKELY, 'words of praise stand right before it'],
  [isAsked, SURE, 'somebody is asked for something by name'],
  [(candidate) => isThanked(candidate) && !isOthers(candidate), LIKELY, 'thanks stand before it'],
  [
    (candidate) => does(candidate) && !isOthers(candidate),
    LIKELY,
    'what somebody did stands behind it',
  ],
];

/** `Sniffles in Year 2!`: a word that no list of names knows opens a notice to a class. */
const isNotice = (candidate: Candidate): boolean => {
  const { line, from, to } = candidate;
  const first = line.tokens[from]!;
  if (!first.startsSentence || first.isPossessive || line.isShouted) return false;
  const next = line.tokens[to];
  if (next?.key !== 'in' || !isCue('group-word', line.tokens[to + 1]?.key ?? '')) return false;
  const behind = line.tokens.slice(to + 2, to + 4).find(({ shape }) => shape !== 'number');
  return behind === undefined || /[:.!?]/u.test(behind.gap) || behind.key === 'again';
};

const settle = (candidate: Candidate): Setting => {
  const first = candidate.line.tokens[candidate.from]!;
  if (ruledOut(candidate)) return { ceiling: NEVER };
  const isAlone = candidate.to === candidate.from + 1;
  if (first.band === 0) return isAlone && isNotice(candidate) ? { ceiling: POSSIBLE } : NONE;
  if (first.shape === 'lower' || first.band < 2 || readsAsWord(first, beside(candidate, 1)))
    return NONE;
  const known = findKnown(first.key);
  const found = SETTINGS.find(([holds]) => holds(candidate));
  if (!found) return NONE;
  const [holds, floor, reason] = found;
  const isFigure = known === 'fictional' || known === 'public' || known === 'historical';
  return isFigure && (first.band < 3 || floor < SURE) && holds !== owns ? NONE : { floor, reason };
};

const settled = new WeakMap<Candidate, Setting>();

/** What the words round a candidate settle about it. */
export const settingOf = (candidate: Candidate): Setting => {
  const known = settled.get(candidate);
  if (known) return known;
  const setting = settle(candidate);
  settled.set(candidate, setting);
  return setting;
};
