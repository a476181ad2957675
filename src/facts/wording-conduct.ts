/** Lists of wording in `data` that the default policy does not search: their index is one of its own. */
export const CONDUCT_LISTS = [
  'abuse',
  'accounts',
  'allegations',
  'bullying',
  'chain',
  'confidential',
  'contacts',
  'credit',
  'disrepute',
  'hatred',
  'hazards',
  'link-bait',
  'moderation',
  'off-purpose',
  'opinions',
  'passwords',
  'picture-rules',
  'politics',
  'private-facts',
  'schedules',
  'school-life',
  'selling',
  'subjects',
] as const;

export type ConductWordingName = (typeof CONDUCT_LISTS)[number];
