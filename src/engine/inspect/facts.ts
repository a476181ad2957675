import type { FactName } from '../../core/inspection.ts';
import type { Span, Where } from '../../core/span.ts';
import type { Document, Part } from '../../document/document.ts';
import { aims } from '../../facts/aims.ts';
import { channels, notices } from '../../facts/channels.ts';
import { debateCalls } from '../../facts/debate.ts';
import type { EventWording } from '../../facts/events.ts';
import { events } from '../../facts/events.ts';
import { groups } from '../../facts/groups.ts';
import type { Handle } from '../../facts/handles.ts';
import { handles } from '../../facts/handles.ts';
import { hashtags } from '../../facts/hashtags.ts';
import { pupilInvitations } from '../../facts/invitation.ts';
import { links } from '../../facts/links.ts';
import { meetingCalls } from '../../facts/meeting.ts';
import type { Timing } from '../../facts/timing.ts';
import { timeWords } from '../../facts/timing.ts';
import { harshness } from '../../facts/tone.ts';
import { upsetting } from '../../facts/upset.ts';
import { urgency } from '../../facts/urgency.ts';
import {
  AIM,
  DEBATE,
  EVENT,
  GROUP,
  MEETING,
  NOTICE,
  TIMING,
  TONE,
  UPSETTING,
  URGENT,
} from './words.ts';

/** A fact in the shape that all of them share; the span counts the part's folded text. */
export interface PlainFact {
  readonly part: Part;
  readonly span: Span;
  readonly kind: string;
  readonly evidence: readonly string[];
  /** What holds it in the post's text; absent: to be looked for. */
  readonly holder?: Where;
}

const when = (timing: Timing): readonly string[] => (timing === 'unsaid' ? [] : [TIMING[timing]]);

const kindOfHandle = ({ isOwn, name }: Handle, { school }: Document): string => {
  if (isOwn) return 'own';
  const allowed = school.allowedHandles.map((handle) => handle.toLowerCase());
  return allowed.includes(name.toLowerCase()) ? 'allowed' : 'other';
};

const HANDLE: Readonly<Record<string, string>> = {
  own: 'one of the school’s own handles',
  allowed: 'a handle that the school allows',
  other: 'a handle that is not one of the school’s own',
};

const evidenceOfEvent = ({ kind, strength, timing, isLive }: EventWording): readonly string[] => [
  strength === 'evident' ? `told from ${EVENT[kind]}` : `names ${EVENT[kind]}`,
  ...(isLive ? [] : ['as something to come']),
  ...when(timing),
];

/** Every fact that has one shape with the others, by name. */
export const FACTS: Readonly<Record<FactName, (document: Document) => readonly PlainFact[]>> = {
  handles: (document) =>
    document.facts(handles).map((handle) => {
      const kind = kindOfHandle(handle, document);
      const copied = handle.isRetweetSource ? ['whose post this one passes on'] : [];
      return { ...handle, kind, evidence: [HANDLE[kind]!, ...copied], holder: 'handle' };
    }),
  hashtags: (document) =>
    document
      .facts(hashtags)
      .map((fact) => ({ ...fact, kind: 'hashtag', evidence: ['a hashtag'], holder: 'hashtag' })),
  links: (document) =>
    document
      .facts(links)
      .map((fact) => ({ ...fact, kind: 'link', evidence: ['a web address'], holder: 'url' })),
  groups: (document) =>
    document.facts(groups).map((fact) => ({ ...fact, evidence: [GROUP[fact.kind]] })),
  aims: (document) => document.facts(aims).map((fact) => ({ ...fact, evidence: [AIM[fact.kind]] })),
  timing: (document) =>
    document
      .facts(timeWords)
      .map((fact) => ({ ...fact, kind: fact.timing, evidence: [TIMING[fact.timing]] })),
  events: (document) =>
    document.facts(events).map((fact) => ({ ...fact, evidence: evidenceOfEvent(fact) })),
  urgency: (document) =>
    document.facts(urgency).map((fact) => ({
      ...fact,
      evidence: [
        `${fact.strength === 'evident' ? 'urgent news' : 'perhaps urgent news'}: ${URGENT[fact.kind]}`,
        ...when(fact.timing),
      ],
    })),
  notices: (document) =>
    document
      .facts(notices)
      .map((fact) => ({ ...fact, kind: fact.topic, evidence: [`news of ${NOTICE[fact.topic]}`] })),
  channels: (document) =>
    document.facts(channels).map((fact) => ({
      ...fact,
      kind: 'channel',
      evidence: ['another way by which families are told'],
    })),
  tone: (document) =>
    document
      .facts(harshness)
      .map((fact) => ({ ...fact, kind: fact.form, evidence: [TONE[fact.form]] })),
  upsetting: (document) =>
    document
      .facts(upsetting)
      .map((fact) => ({ ...fact, kind: fact.form, evidence: [UPSETTING[fact.form]] })),
  debate: (document) =>
    document
      .facts(debateCalls)
      .map((fact) => ({ ...fact, kind: fact.form, evidence: [DEBATE[fact.form]] })),
  meetings: (document) =>
    document
      .facts(meetingCalls)
      .map((fact) => ({ ...fact, kind: fact.form, evidence: [MEETING[fact.form]] })),
  invitations: (document) =>
    document.facts(pupilInvitations).map((fact) => ({
      ...fact,
      kind: fact.form,
      evidence: ['young pupils are asked to use an account of their own'],
    })),
};
