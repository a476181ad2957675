import type { Confidence } from '../../core/severity.ts';
import { TAGS } from '../tagger/tagger.ts';
import type { NameStretch } from './name-stretches.ts';
import { isSingle, nameStretches } from './name-stretches.ts';
import { isOfLessonsAt } from './initials.ts';
import type { PersonForm, PersonKind, PersonMention } from './person.ts';
import type { Reading } from './reading.ts';
import { nameBand, toNameKey } from './lexicon.ts';
import { reasonsFor } from './reasons.ts';
import type { Settled } from './settled.ts';
import { isListedSurname } from './surnames.ts';
import { CHILD, WORD } from './tagging.ts';
import type { TokenLine } from './tokens.ts';

/** From here on a stretch is reported as a child’s name, as likely, as certain; chosen on held-out posts. */
const POSSIBLE = 0.3;
const LIKELY = 0.6;
const CERTAIN = 0.93;
/** From here on somebody else is rather meant than nobody. */
const OTHERS = 0.5;

const INITIALS = TAGS.indexOf('initials');

const WHO: Readonly<Record<(typeof TAGS)[number], readonly [PersonKind, string] | undefined>> = {
  word: undefined,
  child: ['child', ''],
  staff: ['staff', 'the words round it speak of somebody who works at the school'],
  parent: ['parent', 'the words round it speak of a grown-up of a family'],
  'other-adult': ['adult', 'the words round it speak of a grown-up'],
  public: ['public', 'it stands where somebody widely known would'],
  historical: ['public', 'it stands where somebody of history would'],
  fictional: ['fictional', 'it stands where a character, a pet or a mascot would'],
  initials: ['child', ''],
};

const KNOWN_FIGURE = 'the name of somebody widely known';
/** Numbers of `knownWords` that stand for people: alone and in a phrase. */
const PEOPLE = [1, 2, 3, 6, 7, 8];

/** Surely somebody, and as likely a child as anybody else: a child missed is worse than a false alarm. */
const EITHER = 0.45;
const HARDLY_A_WORD = 0.2;

const confidenceOf = (chances: Float32Array): Confidence => {
  const child = chances[CHILD]!;
  if (child >= CERTAIN) return 'certain';
  const isEither = child >= EITHER && chances[WORD]! < HARDLY_A_WORD;
  return child >= LIKELY || isEither ? 'likely' : 'possible';
};

const formOf = (stretch: NameStretch): PersonForm => {
  const { reading, from, to } = stretch;
  const first = reading.words[from]!;
  if (first.setting !== 'plain') return first.setting;
  if (!isSingle(stretch)) return 'full';
  const { band, key } = first.known;
  return band === 0 && to === from + 1 && isListedSurname(key) ? 'surname' : 'given';
};

/** The kind other than a child's that most speaks for. */
const likeliestOther = (chances: Float32Array): number => {
  let best = -1;
  for (let tag = 0; tag < TAGS.length; tag += 1) {
    if (tag === WORD || tag === CHILD || tag === INITIALS) continue;
    if (best < 0 || chances[tag]! > chances[best]!) best = tag;
  }
  return best;
};

const mentionOf = (stretch: NameStretch, line: TokenLine): readonly PersonMention[] => {
  const { part, span, chances, reading, from } = stretch;
  const base = { part, span };
  const child = chances[CHILD]!;
  if (child >= POSSIBLE) {
    const form = formOf(stretch);
    return [
      {
        ...base,
        form,
        who: 'child',
        confidence: confidenceOf(chances),
        evidence: reasonsFor(stretch, line),
      },
    ];
  }
  if (chances[INITIALS]! >= OTHERS) {
    if (isOfLessonsAt(part.text, span)) return [];
    const evidence = ['letters that stand for a name'];
    // `J.S.`: the full stop belongs to it where others stand between the letters.
    const isDotted = /\p{L}\.\p{L}\./u.test(part.text.slice(span.end - 3, span.end + 1));
    const whole = { start: span.start, end: span.end + (isDotted ? 1 : 0) };
    return [{ part, span: whole, form: 'initials', who: 'child', confidence: 'likely', evidence }];
  }
  const tag = likeliestOther(chances);
  const who = WHO[TAGS[tag]!];
  if (!who || chances[tag]! < OTHERS) return [];
  const isKnown = PEOPLE.includes(reading.figures[from]!);
  const evidence = [isKnown && who[0] !== 'staff' ? KNOWN_FIGURE : who[1]];
  return [{ ...base, form: formOf(stretch), who: who[0], confidence: 'likely', evidence }];
};

/** The words of names of others than children that a title or everybody's knowledge settles. */
const bearersOf = (settled: readonly PersonMention[]): ReadonlyMap<string, PersonMention> =>
  new Map(
    settled
      .filter(({ who, form }) => who !== 'child' && (form === 'full' || form === 'titled'))
      .flatMap((mention) => {
        const { part, span } = mention;
        const words = part.text
          .slice(span.start, span.end)
          .split(/[\s.]+/u)
          .map(toNameKey);
        const own = mention.form === 'titled' ? words.slice(1) : words;
        // `Mrs Grace` is no Grace.
        const names = own.length > 1 ? own : own.filter((word) => nameBand(word) === 0);
        return names.map((word) => [word, mention] as const);
      }),
  );

/** From here on the words round the name are believed rather than its other place. */
const SURELY = 0.8;
const AGAIN = 'the same name stands elsewhere in the post as theirs';

/** `Author Danny Pemberle is in! Danny says …`: the name again, unless a child is surely meant. */
const borneBy = (
  stretch: NameStretch,
  bearers: ReadonlyMap<string, PersonMention>,
): PersonMention | undefined => {
  const { reading, from, to, span, part, chances } = stretch;
  if (to !== from + 1 || chances[CHILD]! >= SURELY) return undefined;
  const bearer = bearers.get(reading.words[from]!.known.key);
  return bearer && { ...bearer, part, span, form: formOf(stretch), evidence: [AGAIN] };
};

/** Who is named, by the words themselves and what stands round them. */
export const judgedIn = (
  reading: Reading,
  line: TokenLine,
  { mentions, isTaken }: Pick<Settled, 'mentions' | 'isTaken'>,
): readonly PersonMention[] => {
  const bearers = bearersOf(mentions);
  return nameStretches(reading)
    .filter((stretch) => !isTaken(stretch))
    .flatMap((stretch) => borneBy(stretch, bearers) ?? mentionOf(stretch, line));
};
