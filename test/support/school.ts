import type { School } from '../../src/core/school.ts';
import { UNKNOWN_SCHOOL } from '../../src/core/school.ts';

/** The school of every page and example: invented, like everything in them. */
export const SCHOOL: School = {
  ...UNKNOWN_SCHOOL,
  accounts: [
    { name: 'school', kind: 'school', handle: 'OakfieldPrimary' },
    { name: 'science', kind: 'department', subject: 'science', handle: 'OakfieldSci' },
  ],
};
