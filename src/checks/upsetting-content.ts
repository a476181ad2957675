import { upsetting } from '../facts/upset.ts';
import { wordingCheck } from './wording-check.ts';

const EVIDENCE = {
  graphic: 'a graphic detail',
  threat: 'words that frighten',
  death: 'a detail of how somebody died or was harmed',
  shaming: 'words that shame somebody',
} as const;

/** Flags wording that is graphic, frightens, tells how somebody died, or shames. */
export const upsettingContent = wordingCheck({
  name: 'upsetting-content',
  evidence: EVIDENCE,
  find: (document) => document.facts(upsetting),
  confidenceOf: (form) => (form === 'death' || form === 'shaming' ? 'possible' : 'likely'),
});
