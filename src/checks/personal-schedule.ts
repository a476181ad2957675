import { array, optional, picklist, strictObject } from 'valibot';
import { firstInParts } from '../facts/own-phrases.ts';
import { scheduleHints } from '../facts/private-schedule.ts';
import { defineCheck, phraseList } from './check.ts';

const WHOSE = ['own', 'colleague'] as const;

const EVIDENCE = {
  'of-own': 'the writer’s own plans or private life',
  'of-colleague': 'it tells that one member of staff is away',
  own: 'a phrase that the policy lists',
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
    const sure = found.filter(({ confidence }) => confidence !== 'possible');
    const shown = (sure.length > 0 ? sure : found).map(({ part, span, form }) => ({
      part,
      span,
      form: `of-${form}` as const,
    }));
    for (const { part, span, form } of firstInParts(document, shown, own)) {
      yield {
        where: part.name,
        range: document.place(part, span).span,
        confidence: form === 'own' || sure.length > 0 ? 'likely' : 'possible',
        evidence: [EVIDENCE[form]],
      };
    }
  },
});
