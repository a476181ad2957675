import { optional, picklist, strictObject } from 'valibot';
import { disclaimers } from '../facts/disclaimers.ts';
import { withOwn } from '../facts/own-phrases.ts';
import { isPlainRepost } from '../facts/reposts.ts';
import { schoolTalk } from '../facts/school-talk.ts';
import { whereOf } from '../facts/where.ts';
import { defineCheck, phraseList } from './check.ts';

const EVIDENCE = {
  named: 'the school is named',
  ours: 'words that only somebody of the school uses',
  implied: 'school life, told by somebody who takes part in it',
  work: 'a teacher’s work',
  own: 'a phrase that the policy lists',
} as const;

/** Flags talk of the school in a post that does not call its views the writer’s own. */
export const disclaimer = defineCheck({
  name: 'disclaimer',
  params: strictObject({
    scope: optional(picklist(['work', 'school']), 'work'),
    disclaimers: phraseList,
    add: phraseList,
    ignore: phraseList,
  }),
  *run({ scope, disclaimers: accepted, add, ignore }, { document }) {
    if (isPlainRepost(document)) return;
    const talk = document
      .facts(schoolTalk)
      .filter(({ form }) => scope === 'work' || form !== 'work');
    const [first] = withOwn(document, talk, { add, ignore });
    if (!first) return;
    const said = withOwn(document, document.facts(disclaimers), { add: accepted, ignore: [] });
    if (said.length > 0) return;
    yield {
      where: whereOf(document, first.part, first.span),
      range: document.place(first.part, first.span).span,
      confidence: 'likely',
      evidence: [EVIDENCE[first.form], 'no words that call the views the writer’s own'],
    };
  },
});
