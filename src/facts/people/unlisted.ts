import { pattern } from '../../core/pattern.ts';
import type { PersonMention } from './person.ts';
import { toPupilKey } from './pupil-forms.ts';
import type { Names } from './roster.ts';
import { segments } from './segments.ts';
import { toNameKey } from './lexicon.ts';

const IN_PIECES: readonly string[] = ['hashtag', 'handle', 'url', 'file'];
const SIGNS = pattern(/[^\p{L}]/gu);
const WORD = /[^\s_.,@#-]+/gu;

const keysOf = ({ part, span, form }: PersonMention): readonly string[] => {
  const text = part.text.slice(span.start, span.end);
  if (IN_PIECES.includes(form)) return segments(text).map(({ key }) => key);
  const letters = toNameKey(text.replace(SIGNS.fit(text), ''));
  return [
    toNameKey(text),
    letters,
    ...Array.from(text.matchAll(WORD), ([word]) => toNameKey(word)),
  ];
};

const isListed = (mention: PersonMention, names: Names): boolean =>
  keysOf(mention).some((key) => names.find(toPupilKey(key))?.pupil !== undefined);

/** A list may be old: what is surely a child's name stays reported. */
const LESS_SURE = { certain: 'likely', likely: 'possible', possible: 'possible' } as const;

/** Where the school's pupils are listed, a name that is not among theirs is less surely a child's. */
export const withDoubt = (
  mentions: readonly PersonMention[],
  names: Names,
): readonly PersonMention[] =>
  names.hasPupils
    ? mentions.map((mention) =>
        mention.who !== 'child' || mention.form === 'initials' || isListed(mention, names)
          ? mention
          : {
              ...mention,
              confidence: LESS_SURE[mention.confidence],
              evidence: [...mention.evidence, 'no pupil on the school’s list has the name'],
            },
      )
    : mentions;
