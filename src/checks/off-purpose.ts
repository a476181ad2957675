import { orRead } from '../facts/conduct.ts';
import { offPurposeTalk } from '../facts/off-purpose.ts';
import { wordingCheck } from './wording-check.ts';

const EVIDENCE = {
  betting: 'betting talk',
  celebrity: 'chat about celebrities or television, and nothing about the school',
  football: 'a fan’s talk, and nothing about the school',
  private: 'private life, and nothing about the school',
  gaming: 'chat about games, and nothing about the school',
  diet: 'diet or body talk, and nothing about the school',
  other: 'a fan’s chatter, and nothing about the school',
} as const;

/** Flags talk that has nothing to do with the school: betting, celebrities, fandom, private life. */
export const offPurpose = wordingCheck({
  name: 'off-purpose',
  readsConduct: true,
  evidence: EVIDENCE,
  find: (document) =>
    orRead(
      document,
      document.facts(offPurposeTalk).map(({ part, span, topic }) => ({ part, span, form: topic })),
      'off-purpose',
    ),
});
