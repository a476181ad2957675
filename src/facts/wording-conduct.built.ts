import abuse from './data/abuse.txt?raw';
import accounts from './data/accounts.txt?raw';
import allegations from './data/allegations.txt?raw';
import bullying from './data/bullying.txt?raw';
import chain from './data/chain.txt?raw';
import confidential from './data/confidential.txt?raw';
import contacts from './data/contacts.txt?raw';
import credit from './data/credit.txt?raw';
import disrepute from './data/disrepute.txt?raw';
import hatred from './data/hatred.txt?raw';
import hazards from './data/hazards.txt?raw';
import linkBait from './data/link-bait.txt?raw';
import moderation from './data/moderation.txt?raw';
import offPurpose from './data/off-purpose.txt?raw';
import opinions from './data/opinions.txt?raw';
import passwords from './data/passwords.txt?raw';
import pictureRules from './data/picture-rules.txt?raw';
import politics from './data/politics.txt?raw';
import privateFacts from './data/private-facts.txt?raw';
import schedules from './data/schedules.txt?raw';
import schoolLife from './data/school-life.txt?raw';
import selling from './data/selling.txt?raw';
import subjects from './data/subjects.txt?raw';
import sharedGroups from './data/wording-groups.txt?raw';
import { writeIndexes } from './phrase-index.ts';
import type { ConductWordingName } from './wording-conduct.ts';
import { eachList, listInKinds } from './wording-lists.ts';

const LISTS: Readonly<Record<ConductWordingName, string>> = {
  abuse,
  accounts,
  allegations,
  bullying,
  chain,
  confidential,
  contacts,
  credit,
  disrepute,
  hatred,
  hazards,
  'link-bait': linkBait,
  moderation,
  'off-purpose': offPurpose,
  opinions,
  passwords,
  'picture-rules': pictureRules,
  politics,
  'private-facts': privateFacts,
  schedules,
  'school-life': schoolLife,
  selling,
  subjects,
};

/** Lists that the default policy does not search, so that its posts do not pay for them. */
export default writeIndexes(
  Object.fromEntries(eachList(LISTS, (list) => listInKinds(list, sharedGroups))),
);
