import { array, optional, picklist, strictObject } from 'valibot';
import { orRead } from '../facts/conduct.ts';
import { firstInParts } from '../facts/own-phrases.ts';
import type { PrivateFact, PrivateKind } from '../facts/private-facts.ts';
import { PRIVATE_KINDS, placedNames, privateFacts } from '../facts/private-facts.ts';
import { surest } from '../facts/surest.ts';
import { defineCheck, phraseList } from './check.ts';
import { wordBreaches } from './wording-check.ts';

const EVIDENCE: Readonly<Record<PrivateKind, string>> = {
  birth: 'it gives one person’s date of birth',
  age: 'it gives one person’s age',
  birthday: 'it gives one person’s birthday',
  injury: 'it tells of one person’s injury or illness',
  health: 'it tells of one person’s health',
  mind: 'it tells of one person’s mental health',
  needs: 'it tells of one person’s special needs',
  home: 'it tells of one person’s troubles at home',
  family: 'it tells of one person’s family life',
  status: 'it tells of one person’s right to live here',
  sexuality: 'it tells of one person’s sexuality or gender',
  failure: 'it tells of one person’s exam failure',
  record: 'it tells of one person’s grades, attendance or behaviour',
  whereabouts: 'it tells where one person is, lives or goes',
  'full-name': 'a full name beside a year group or class tells exactly who it is',
};

/** Flags facts about one person that are theirs to tell. */
export const personalInfo = defineCheck({
  name: 'personal-info',
  readsConduct: true,
  params: strictObject({
    kinds: optional(
      array(picklist(PRIVATE_KINDS)),
      PRIVATE_KINDS.filter((kind) => kind !== 'full-name'),
    ),
    who: optional(picklist(['child', 'adult', 'anyone']), 'anyone'),
    add: phraseList,
    ignore: phraseList,
  }),
  *run({ kinds, who, ...own }, { document }) {
    const names = kinds.includes('full-name') ? document.facts(placedNames) : [];
    const found = [...document.facts(privateFacts), ...names].filter(
      ({ kind, subject }) => kinds.includes(kind) && (who === 'anyone' || subject.who === who),
    );
    const shown = surest(found);
    const sureness = shown.some(({ confidence }) => confidence !== 'possible')
      ? 'likely'
      : 'possible';
    const asFound = ({ part, span, kind }: PrivateFact) => ({ part, span, form: kind });
    yield* wordBreaches(
      document,
      firstInParts(document, orRead(document, shown.map(asFound), 'personal-info'), own),
      EVIDENCE,
      (form) => (form === 'own' || form === 'read' ? 'likely' : sureness),
    );
  },
});
