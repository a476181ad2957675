import { DAY_NAMES } from '../../core/policy.ts';
import type { AimKind } from '../../facts/aims.ts';
import type { NoticeTopic } from '../../facts/channels.ts';
import type { DebateCall } from '../../facts/debate.ts';
import type { EventKind } from '../../facts/events.ts';
import type { GroupKind } from '../../facts/groups.ts';
import type { MeetingCall } from '../../facts/meeting.ts';
import type { Timing } from '../../facts/timing.ts';
import type { Harshness } from '../../facts/tone.ts';
import type { UpsettingForm } from '../../facts/upset.ts';
import type { UrgencyKind } from '../../facts/urgency.ts';

type Words<Kind extends string> = Readonly<Record<Kind, string>>;

/** What each kind of fact is, in words that a teacher understands. */
export const GROUP: Words<GroupKind> = {
  class: 'a class',
  year: 'a year group',
  team: 'a team, a club or a house',
  all: 'everybody',
  pupils: 'pupils as a whole',
  parents: 'parents or families',
  staff: 'staff',
};

export const AIM: Words<AimKind> = {
  birthday: 'wishes a happy birthday',
  criticism: 'tells somebody off',
  reminder: 'reminds somebody',
  award: 'tells of an award or a success',
  praise: 'praises or thanks',
  wishes: 'wishes somebody well',
};

export const TIMING: Words<Timing> = {
  now: 'today',
  soon: 'tomorrow',
  ahead: 'later',
  planned: 'still being prepared',
  past: 'before today',
  ...DAY_NAMES,
  unsaid: 'no day is said',
};

export const EVENT: Words<EventKind> = {
  match: 'a match',
  'sports-day': 'a sports day',
  trip: 'a trip',
  performance: 'a performance',
  event: 'a school event',
};

export const URGENT: Words<UrgencyKind> = {
  closure: 'the school or part of it is closed',
  weather: 'weather',
  utility: 'water, heating, power or telephone',
  transport: 'buses and roads',
  access: 'the way into school',
  safety: 'safety',
  open: 'the school is open',
};

export const NOTICE: Words<NoticeTopic> = {
  deadline: 'a deadline',
  consent: 'consent',
  payment: 'a payment',
  safeguarding: 'safeguarding',
  medical: 'health or medicine',
};

export const TONE: Words<Harshness['form']> = {
  complaint: 'a complaint or blame',
  scorn: 'scorn or mockery',
  hinted: 'a hint of a sour tone, with others beside it',
};

export const UPSETTING: Words<UpsettingForm> = {
  graphic: 'a graphic description',
  threat: 'a threat',
  death: 'death',
  shaming: 'shaming',
};

export const DEBATE: Words<DebateCall['form']> = {
  rebuttal: 'critics are answered in public',
  invitation: 'readers are asked to argue about the school',
};

export const MEETING: Words<MeetingCall['form']> = {
  private: 'a private meeting is arranged',
  'by-message': 'a meeting is to be arranged by message',
  stranger: 'a meeting with somebody known online',
};
