import { boolean, optional, strictObject } from 'valibot';
import { withOwn } from '../facts/own-phrases.ts';
import { reposts } from '../facts/reposts.ts';
import { schoolTalk } from '../facts/school-talk.ts';
import { whereOf } from '../facts/where.ts';
import type { Document } from '../document/document.ts';
import { defineCheck, phraseList } from './check.ts';

const EVIDENCE = {
  named: 'the school is named in words of the writer’s own',
  ours: 'words that only somebody of the school uses',
  implied: 'school life, told by somebody who takes part in it',
  work: 'a teacher’s work, which may be at any school',
  own: 'a phrase that the policy lists',
} as const;

/** Flags a post of one’s own, not a retweet, that names the school or lets it be guessed. */
export const ownPostAboutSchool = defineCheck({
  name: 'own-post-about-school',
  params: strictObject({
    quotes: optional(boolean(), true),
    add: phraseList,
    ignore: phraseList,
  }),
  *run({ quotes, ...own }, { document }) {
    const copied = passedOn(document);
    if (copied === 'all' || (copied === 'some' && !quotes)) return;
    const [start, end] = retweetedIn(document);
    const talk = document
      .facts(schoolTalk)
      .filter(
        ({ part, span }) => part !== document.body || span.start < start || span.start >= end,
      );
    const [first] = withOwn(document, talk, own);
    if (!first) return;
    yield {
      where: whereOf(document, first.part, first.span),
      range: document.place(first.part, first.span).span,
      confidence: first.form === 'work' ? 'possible' : 'likely',
      evidence: [EVIDENCE[first.form]],
    };
  },
});

/** How much of a post is somebody else’s. */
const passedOn = (document: Document): 'none' | 'some' | 'all' => {
  const all = document.facts(reposts);
  if (all.length === 0) return 'none';
  return all.some(({ hasComment }) => !hasComment) ? 'all' : 'some';
};

/** The stretch of the text that a retweet copies; an empty one where there is none. */
const retweetedIn = (document: Document): readonly [number, number] => {
  const copy = document.facts(reposts).find(({ form }) => form !== 'quote');
  return copy ? [copy.span.start, copy.span.end] : [0, 0];
};
