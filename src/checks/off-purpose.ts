import { strictObject } from 'valibot';
import { READ_EVIDENCE, orRead } from '../facts/conduct.ts';
import { offPurposeTalk } from '../facts/off-purpose.ts';
import { firstInParts } from '../facts/own-phrases.ts';
import { defineCheck, phraseList } from './check.ts';

const EVIDENCE = {
  read: READ_EVIDENCE,
  betting: 'betting talk',
  celebrity: 'chat about celebrities or television, and nothing about the school',
  football: 'a fan’s talk, and nothing about the school',
  private: 'private life, and nothing about the school',
  gaming: 'chat about games, and nothing about the school',
  diet: 'diet or body talk, and nothing about the school',
  other: 'a fan’s chatter, and nothing about the school',
  own: 'a phrase that the policy lists',
} as const;

/** Flags talk that has nothing to do with the school: betting, celebrities, fandom, private life. */
export const offPurpose = defineCheck({
  name: 'off-purpose',
  readsConduct: true,
  params: strictObject({ add: phraseList, ignore: phraseList }),
  *run(own, { document }) {
    const talk = document
      .facts(offPurposeTalk)
      .map(({ part, span, topic }) => ({ part, span, form: topic }));
    for (const { part, span, form } of firstInParts(
      document,
      orRead(document, talk, 'off-purpose'),
      own,
    )) {
      yield {
        where: part.name,
        range: document.place(part, span).span,
        confidence: 'likely',
        evidence: [EVIDENCE[form]],
      };
    }
  },
});
