import { array, optional, picklist, strictObject } from 'valibot';
import { firstInParts } from '../facts/own-phrases.ts';
import { scheduleHints } from '../facts/private-schedule.ts';
import { surest } from '../facts/surest.ts';
import { defineCheck, phraseList } from './check.ts';
import { wordBreaches } from './wording-check.ts';

const WHOSE = ['own', 'colleague'] as const;

const EVIDENCE = {
  'of-own': 'the writer’s own plans or private life',
  'of-colleague': 'it tells that one member of staff is away',
} as const;

/** Flags the writer’s private timetable and circumstances, and a named colleague’s absence. */
export const personalSchedule = defineCheck({
  name: 'personal-schedule',
  params: strictObject({
    whose: optional(array(picklist(WHOSE)), [...WHOSE]),
    add: phraseList,
    ignore: phraseList,
  }),
  *run({ whose, ...own }, { document }) {
    const found = document.facts(scheduleHints).filter(({ form }) => whose.includes(form));
    const sure = surest(found);
    const sureness = sure.some(({ confidence }) => confidence !== 'possible')
      ? 'likely'
      : 'possible';
    const shown = sure.map(({ part, span, form }) => ({
      part,
      span,
      form: `of-${form}` as const,
    }));
    yield* wordBreaches(document, firstInParts(document, shown, own), EVIDENCE, (form) =>
      form === 'own' || form === 'read' ? 'likely' : sureness,
    );
  },
});
