import aims from './data/aims.txt?raw';
import debate from './data/debate.txt?raw';
import events from './data/events.txt?raw';
import groups from './data/groups.txt?raw';
import invitation from './data/invitation.txt?raw';
import live from './data/live.txt?raw';
import meeting from './data/meeting.txt?raw';
import notices from './data/notices.txt?raw';
import oneChild from './data/one-child.txt?raw';
import pictures from './data/pictures.txt?raw';
import timing from './data/timing.txt?raw';
import tone from './data/tone.txt?raw';
import upset from './data/upset.txt?raw';
import urgency from './data/urgency.txt?raw';
import sharedGroups from './data/wording-groups.txt?raw';
import { writeIndexes } from './phrase-index.ts';
import { eachList, listInKinds, listInOrder } from './wording-lists.ts';

/** Lists in which a line may stand under several headings; the groups of words are theirs alike. */
const CUES = { debate, invitation, meeting, 'one-child': oneChild, pictures, tone, upset };

/** Lists in which a line stands under one heading, the last that has it, and which state their groups. */
const SORTED = { aims, events, groups, live, notices, timing, urgency };

export type UsualWordingName = keyof typeof CUES | keyof typeof SORTED;

/** Every list of wording, made ready to be searched when the command is built. */
export default writeIndexes(
  Object.fromEntries([
    ...eachList(CUES, (list) => listInKinds(list, sharedGroups)),
    ...eachList(SORTED, listInOrder),
  ]),
);
