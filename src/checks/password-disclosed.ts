import { passwords } from '../facts/passwords.ts';
import { wordingCheck } from './wording-check.ts';

const EVIDENCE = {
  told: 'words that give a password, a PIN or an entry code away',
} as const;

/** Flags passwords, PINs and entry codes that readers could use. */
export const passwordDisclosed = wordingCheck({
  name: 'password-disclosed',
  evidence: EVIDENCE,
  find: (document) =>
    document.facts(passwords).map(({ part, span }) => ({ part, span, form: 'told' as const })),
});
