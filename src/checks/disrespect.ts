import { orRead } from '../facts/conduct.ts';
import { insults } from '../facts/abuse.ts';
import { wordingCheck } from './wording-check.ts';

const EVIDENCE = {
  insult: 'words that insult or mock somebody',
  aimed: 'a name or a word of contempt beside whom it may mean',
} as const;

/** Flags insults, name-calling, contempt and mockery aimed at a person, a group or a school. */
export const disrespect = wordingCheck({
  name: 'disrespect',
  readsConduct: true,
  evidence: EVIDENCE,
  find: (document) => orRead(document, document.facts(insults), 'abusive'),
});
