import type { Place } from '../core/span.ts';
import type { Document } from '../document/document.ts';
import { pupilsIn } from '../facts/people/pupils-written.ts';
import { people } from '../facts/people.ts';

/** Where every child's name stands, for reports that must not repeat one. */
export const namesIn = (document: Document): readonly Place[] => [
  ...document
    .facts(people)
    .filter(({ who, form }) => who === 'child' && form !== 'initials')
    .map(({ part, span }) => document.place(part, span)),
  // A surname that a sign glues to a given name, or a link alone.
  ...document
    .facts(pupilsIn)
    .flatMap(({ part, words }) => words.map((span) => document.place(part, span))),
];
