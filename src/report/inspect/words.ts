import type { FactName, Who } from '../../core/inspection.ts';
import type { Confidence } from '../../core/severity.ts';

/** Whom a name belongs to, as a reader is told. */
export const WHO_WORDS: Readonly<Record<Who, string>> = {
  child: 'a child',
  staff: 'a member of staff',
  parent: 'a parent or grown-up of a family',
  'other-adult': 'another adult',
  public: 'somebody widely known',
  historical: 'somebody from history',
  fictional: 'a figure of a story, or a pet',
  unknown: 'somebody, not clear who',
  place: 'a place, not a person',
  organisation: 'an organisation, not a person',
  word: 'an ordinary word, not a name',
};

export const SURENESS: Readonly<Record<Confidence, string>> = {
  certain: 'surely',
  likely: 'probably',
  possible: 'perhaps',
};

/** What a picture shows. */
export const PICTURE_WORDS: Readonly<Record<string, string>> = {
  'one-child': 'shows one child',
  group: 'shows several people',
  unidentifiable: 'shows nobody who can be recognised',
  work: 'shows work or a thing',
  adults: 'shows grown-ups',
  nobody: 'shows nobody',
  unknown: 'not clear what it shows',
};

export const FACT_LABELS: Readonly<Record<FactName, string>> = {
  handles: 'Handles',
  hashtags: 'Hashtags',
  links: 'Links',
  groups: 'Groups',
  aims: 'Wording',
  timing: 'When',
  events: 'Events',
  urgency: 'Urgent',
  notices: 'Notices',
  channels: 'Channels',
  tone: 'Tone',
  upsetting: 'Upsetting',
  debate: 'Debate',
  meetings: 'Meetings',
  invitations: 'Invites',
};
