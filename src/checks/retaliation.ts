import { array, optional, picklist, strictObject } from 'valibot';
import { bareHandle } from '../core/handle.ts';
import { addressees } from '../facts/addressees.ts';
import type { Document } from '../document/document.ts';
import { firstInParts } from '../facts/own-phrases.ts';
import { rebuttals, signposts } from '../facts/rebuttals.ts';
import type { Breach } from './check.ts';
import { defineCheck, phraseList } from './check.ts';
import { wordBreaches } from './wording-check.ts';

const QUESTIONS = ['wording', 'disputes'] as const;

const EVIDENCE = {
  rebuttal: 'words that hit back at what somebody wrote',
  retort: 'words that hit back, in a reply',
} as const;

/** Flags wording that hits back, and replies to an account with which there is a dispute. */
export const retaliation = defineCheck({
  name: 'retaliation',
  params: strictObject({
    asks: optional(array(picklist(QUESTIONS)), [...QUESTIONS]),
    signposts: optional(picklist(['allow', 'flag']), 'allow'),
    add: phraseList,
    ignore: phraseList,
  }),
  *run({ asks, signposts: neutral, add, ignore }, { document }) {
    const found = asks.includes('wording') ? document.facts(rebuttals) : [];
    const worded = firstInParts(document, found, { add, ignore });
    yield* wordBreaches(document, worded, EVIDENCE);
    if (worded.length > 0 || !asks.includes('disputes')) return;
    const isNeutral = neutral === 'allow' && document.facts(signposts).length > 0;
    if (!isNeutral) yield* answersIn(document);
  },
  lacks: ({ asks, signposts: neutral }, { document }) => {
    if (!asks.includes('disputes') || document.school.handles.disputes !== undefined) return;
    const isSettled =
      (asks.includes('wording') && document.facts(rebuttals).length > 0) ||
      (neutral === 'allow' && document.facts(signposts).length > 0);
    return isSettled || document.facts(addressees).length === 0
      ? undefined
      : 'which handles the school is in dispute with has not been told';
  },
});

const answersIn = function* (document: Document): Generator<Breach> {
  const disputes = new Set(document.school.handles.disputes?.map(bareHandle));
  const answered = document.facts(addressees).filter(({ name }) => disputes.has(name));
  if (answered.length === 0) return;
  const handle = answered.find((one) => one.handle)?.handle;
  yield {
    where: 'reply',
    range: handle ? document.place(handle.part, handle.span).span : null,
    confidence: 'certain',
    evidence: ['it answers an account with which the school is in dispute'],
  };
};
