import { AUDITS } from '../audits/index.ts';
import { CHECKS } from '../checks/index.ts';

/** All that a policy may ask, by name. */
export const CATALOGUE = { checks: CHECKS, audits: AUDITS };
