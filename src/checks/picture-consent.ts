import { boolean, optional, picklist, strictObject } from 'valibot';
import type { Media, PicturedPerson } from '../core/post.ts';
import type { Picture } from '../facts/pictured.ts';
import { NOBODY_DECLARED, isChildPictured, pictured } from '../facts/pictured.ts';
import { defineCheck } from './check.ts';

type Kind = 'child' | 'staff' | 'visitor';
interface Terms {
  readonly who: Kind | 'anyone';
  readonly form: 'written' | 'any';
  readonly exceptions: boolean;
  readonly undeclared: boolean;
  readonly requireRecord: boolean;
}

/** Flags pictures of somebody who has not agreed, by the record of the picture. */
export const pictureConsent = defineCheck({
  name: 'picture-consent',
  params: strictObject({
    who: optional(picklist(['child', 'staff', 'visitor', 'anyone']), 'child'),
    form: optional(picklist(['written', 'any']), 'any'),
    exceptions: optional(boolean(), true),
    undeclared: optional(boolean(), false),
    requireRecord: optional(boolean(), false),
  }),
  *run(terms, { document }) {
    for (const picture of document.facts(pictured)) {
      const reasons = reasonsAgainst(picture, document.post.media[picture.index], terms);
      if (reasons.length === 0) continue;
      yield {
        where: `media[${picture.index}]`,
        range: null,
        confidence: picture.isDeclared ? 'certain' : 'likely',
        evidence: reasons,
      };
    }
  },
  lacks: (terms, { document }) => {
    const open = document
      .facts(pictured)
      .filter(
        (picture) =>
          reasonsAgainst(picture, document.post.media[picture.index], terms).length === 0,
      );
    if (open.some(({ isDeclared }) => !isDeclared)) return NOBODY_DECLARED;
    const isFormOpen = open.some(({ index }) =>
      asked(document.post.media[index], terms).some((person) => isFormUnknown(person, terms)),
    );
    return isFormOpen
      ? 'a picture does not say how consent was given (media: people: consentForm)'
      : undefined;
  },
});

/** Whose consent is asked for; the picture of oneself is nobody else's to allow. */
const kindOf = (person: PicturedPerson): Kind | 'self' => {
  if (isChildPictured(person)) return 'child';
  if (person.self) return 'self';
  return person.staff ? 'staff' : 'visitor';
};

const asked = (media: Media | undefined, { who }: Terms): readonly PicturedPerson[] =>
  (media?.people ?? []).filter((person) => {
    const kind = kindOf(person);
    return person.identifiable !== false && kind !== 'self' && (who === 'anyone' || who === kind);
  });

const WHO: Readonly<Record<Kind, readonly [owner: string, one: string]>> = {
  child: ['the family of a child in it', 'a child in it'],
  staff: ['a colleague in it', 'a colleague in it'],
  visitor: ['a visitor in it', 'a visitor in it'],
};

const isExcepted = ({ consent, consentForm }: PicturedPerson, { exceptions }: Terms): boolean =>
  exceptions && consentForm === 'exception' && consent !== 'refused';

const isFormUnknown = ({ consent, consentForm }: PicturedPerson, { form }: Terms): boolean =>
  form === 'written' && consent === 'granted' && consentForm === undefined;

const findReason = (person: PicturedPerson, terms: Terms): readonly string[] => {
  const kind = kindOf(person);
  if (kind === 'self' || isExcepted(person, terms)) return [];
  const [owner, one] = WHO[kind];
  const { consent = 'unknown', consentForm = 'written' } = person;
  switch (consent) {
    case 'refused':
      return [`${owner} said no`];
    case 'expired':
      return [`the consent for ${one} has run out`];
    case 'unknown':
      return [`nobody knows whether ${owner} agreed`];
    case 'granted':
      return terms.form === 'written' && consentForm !== 'written'
        ? [`the consent for ${one} was not given in writing`]
        : [];
  }
};

const mayShowPeople = ({ shows, hasChildren }: Picture, { who }: Terms): boolean =>
  hasChildren ?? (shows === 'unknown' || (shows === 'adults' && who !== 'child'));

const reasonsAgainst = (
  picture: Picture,
  media: Media | undefined,
  terms: Terms,
): readonly string[] => {
  if (picture.isDeclared) {
    return [...new Set(asked(media, terms).flatMap((person) => findReason(person, terms)))];
  }
  const isMissing =
    (terms.undeclared && picture.hasChildren === true) ||
    (terms.requireRecord && mayShowPeople(picture, terms));
  return isMissing ? ['nobody wrote down who is in it'] : [];
};
