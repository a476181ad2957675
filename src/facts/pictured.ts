import type { PicturedPerson } from '../core/post.ts';
import type { Confidence } from '../core/severity.ts';
import type { Span } from '../core/span.ts';
import type { Detector, Document, Part } from '../document/document.ts';
import { isPosed, isWithoutActivity, readWording } from './pictured/wording.ts';

/** What a picture shows, as far as its record or its wording tells. */
export type Subject =
  'one-child' | 'group' | 'unidentifiable' | 'work' | 'adults' | 'nobody' | 'unknown';

export interface Picture {
  /** Index in the post's media. */
  readonly index: number;
  readonly shows: Subject;
  /** The alt text and the words in it that say so, in its folded text; absent: by the record. */
  readonly place?: { readonly part: Part; readonly span: Span };
  /** Somebody does something. */
  readonly hasActivity: boolean;
  readonly isPosed: boolean;
  /** The words speak of a name that can be read in the picture. */
  readonly hasNameLabel: boolean;
  /** The post says who can be seen. */
  readonly isDeclared: boolean;
  /** Children are in it, whether or not they can be recognised; undefined: nothing tells. */
  readonly hasChildren: boolean | undefined;
  readonly confidence: Confidence;
  /** Why, in words a teacher understands. Never a name. */
  readonly evidence: readonly string[];
}

/** What a school has not told of a picture, for checks that need its record. */
export const NOBODY_DECLARED = 'a picture does not say who can be seen (media: people)';

/** Whoever is declared and not said to be grown up. */
export const isChildPictured = ({ child, staff }: PicturedPerson): boolean =>
  child ?? staff !== true;

/** What the record says; it wins over the wording. */
const declaredSubject = (people: readonly PicturedPerson[]): readonly [Subject, string] => {
  if (people.length === 0) return ['nobody', 'declared: nobody can be seen'];
  const children = people.filter(isChildPictured);
  if (children.length === 0) return ['adults', 'declared: grown-ups only'];
  const identifiable = children.filter((child) => child.identifiable !== false);
  if (identifiable.length === 0) return ['unidentifiable', 'declared: no child can be recognised'];
  return identifiable.length === 1 && children.length === 1
    ? ['one-child', 'declared: one child who can be recognised']
    : ['group', 'declared: several children'];
};

const HAS_CHILDREN: Readonly<Record<Subject, boolean | undefined>> = {
  'one-child': true,
  group: true,
  unidentifiable: undefined,
  work: false,
  adults: false,
  nobody: false,
  unknown: undefined,
};

const findPart = (document: Document, index: number): Part | undefined =>
  document.parts.find(({ name }) => name === `media[${index}].alt`);

/** One entry for each picture of the post. */
export const pictured: Detector<Picture> = (document) =>
  document.post.media.map(({ people }, index) => {
    const part = findPart(document, index);
    const wording = part && readWording(document, part);
    const described = {
      index,
      hasActivity: part !== undefined && !isWithoutActivity(document, part),
      isPosed: part !== undefined && isPosed(document, part),
      hasNameLabel: wording?.hasNameLabel ?? false,
    };
    if (people) {
      const [shows, why] = declaredSubject(people);
      return {
        ...described,
        shows,
        isDeclared: true,
        hasChildren: people.some(isChildPictured),
        confidence: 'certain',
        evidence: [why],
      };
    }
    const place = part && wording?.span ? { place: { part, span: wording.span } } : {};
    return {
      ...described,
      ...place,
      shows: wording?.shows ?? 'unknown',
      isDeclared: false,
      hasChildren: HAS_CHILDREN[wording?.shows ?? 'unknown'],
      confidence: wording && wording.shows !== 'unknown' ? 'likely' : 'possible',
      evidence: wording ? [wording.why] : [],
    };
  });
