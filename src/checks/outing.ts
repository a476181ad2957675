import { array, optional, picklist, strictObject } from 'valibot';
import { firstInParts } from '../facts/own-phrases.ts';
import { privateFacts } from '../facts/private-facts.ts';
import { surest } from '../facts/surest.ts';
import { defineCheck, phraseList } from './check.ts';
import { wordBreaches } from './wording-check.ts';

const KINDS = [
  'sexuality',
  'mind',
  'health',
  'injury',
  'needs',
  'home',
  'status',
  'failure',
] as const;
type Kind = (typeof KINDS)[number];

const EVIDENCE: Readonly<Record<Kind, string>> = {
  sexuality: 'it exposes somebody’s sexuality or gender',
  mind: 'it exposes somebody’s mental health',
  health: 'it exposes somebody’s health',
  injury: 'it exposes somebody’s injury or illness',
  needs: 'it exposes somebody’s special needs',
  home: 'it exposes troubles in somebody’s family',
  status: 'it exposes somebody’s right to live here',
  failure: 'it exposes somebody’s failure in an exam',
};

/** Flags what exposes somebody else: what only they may tell. */
export const outing = defineCheck({
  name: 'outing',
  params: strictObject({
    kinds: optional(
      array(picklist(KINDS)),
      KINDS.filter((kind) => kind !== 'injury' && kind !== 'needs'),
    ),
    add: phraseList,
    ignore: phraseList,
  }),
  *run({ kinds, ...own }, { document }) {
    const found = document.facts(privateFacts).flatMap(({ part, span, kind, subject, ...fact }) => {
      const form = kinds.find((one) => one === kind);
      return form && subject.by !== 'mine' ? [{ part, span, form, ...fact }] : [];
    });
    const shown = surest(found);
    const sureness = shown.some(({ confidence }) => confidence !== 'possible')
      ? 'likely'
      : 'possible';
    yield* wordBreaches(document, firstInParts(document, shown, own), EVIDENCE, (form) =>
      form === 'own' || form === 'read' ? 'likely' : sureness,
    );
  },
});
