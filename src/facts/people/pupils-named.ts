import type { PupilList } from '../../core/school.ts';
import type { Span } from '../../core/span.ts';
import type { Confidence } from '../../core/severity.ts';
import type { Document } from '../../document/document.ts';
import { people } from '../people.ts';
import type { PersonMention } from './person.ts';
import { segments } from './segments.ts';
import { toPupilKey } from './pupil-forms.ts';
import { pupilsIn } from './pupils-written.ts';

/** A place at which pupils of a list are named; the span counts the part’s folded text. */
export interface PupilNamed extends Pick<PersonMention, 'part' | 'span'> {
  /** `full`: first name and surname, or an initial for one of the two. `one`: one of them alone. */
  readonly how: 'full' | 'one';
  /** How sure it is that a child is named at all. */
  readonly confidence: Confidence;
}

/** Further back no address is followed. */
const LONGEST_PATH = 300;

/** More words than this are a list of names, each of which is a mention of its own. */
const LONGEST = 6;

/** What a list says of words that stand together, in any run of them. */
const howListed = (keys: readonly string[], list: PupilList): PupilNamed['how'] | undefined => {
  let how: PupilNamed['how'] | undefined;
  for (let from = 0; from < keys.length; from += 1) {
    for (let to = from + 1; to <= Math.min(keys.length, from + LONGEST); to += 1) {
      const run = keys.slice(from, to);
      const found = list.find(run.join(' ')) ?? list.find(run.join(''));
      if (found?.isFull) return 'full';
      if (found?.isGiven || found?.isSurname) how = 'one';
    }
  }
  return how;
};

/** `/gallery/penhallow.html`, but not `https://penhallow.example`: the name of a place may be in a host. */
const isInPath = (text: string, { start }: Span): boolean => {
  const run = text.slice(Math.max(0, start - LONGEST_PATH), start);
  const word = run.slice(run.search(/\S*$/u));
  return /[^/:]\/[^/]/u.test(`${word}.`);
};

/** In addresses, handles and file names, whose signs glue first name and surname together. */
const glued = (document: Document): readonly PupilNamed[] =>
  document
    .facts(pupilsIn)
    .filter(({ part, span, isSurname }) => !isSurname || isInPath(part.text, span))
    .map(({ part, span, how }) => ({
      part,
      span,
      how,
      confidence: how === 'full' ? 'certain' : 'possible',
    }));

/** Where a post names a pupil of a list; its school must know no other pupils. */
export const pupilsNamed = (document: Document, list: PupilList): readonly PupilNamed[] => [
  ...document.facts(people).flatMap(({ who, part, span, confidence }) => {
    if (who !== 'child') return [];
    const words = segments(part.text.slice(span.start, span.end));
    const how = howListed(
      words.map(({ key }) => toPupilKey(key)),
      list,
    );
    return how ? [{ part, span, how, confidence }] : [];
  }),
  ...glued(document),
];

/** Whether a name that was declared of a picture is that of a pupil of a list. */
export const isPupil = (name: string, list: PupilList): PupilNamed['how'] | undefined =>
  howListed(
    segments(name).map(({ key }) => toPupilKey(key)),
    list,
  );
