import type { Check } from './check.ts';
import { channelChoice } from './channel-choice.ts';
import { eventWording } from './event-wording.ts';
import { individualTarget } from './individual-target.ts';
import { mention } from './mention.ts';
import { pictureConsent } from './picture-consent.ts';
import { pictureSubject } from './picture-subject.ts';
import { postLength } from './post-length.ts';
import { postingWindow } from './posting-window.ts';
import { reply } from './reply.ts';
import { unscheduled } from './unscheduled.ts';
import { urgencyWording } from './urgency-wording.ts';
import { debateInvited } from './debate-invited.ts';
import { meetUp } from './meet-up.ts';
import { negativeTone } from './negative-tone.ts';
import { pupilInvited } from './pupil-invited.ts';
import { upsettingContent } from './upsetting-content.ts';
import { initials } from './initials.ts';
import { personNamed } from './person-named.ts';

/** Every check, by the name that a policy asks for. One line each. */
export const CHECKS: ReadonlyMap<string, Check> = new Map(
  [
    channelChoice,
    eventWording,
    individualTarget,
    mention,
    pictureConsent,
    pictureSubject,
    postLength,
    postingWindow,
    reply,
    unscheduled,
    urgencyWording,
    debateInvited,
    meetUp,
    negativeTone,
    pupilInvited,
    upsettingContent,
    initials,
    personNamed,
  ].map((check) => [check.name, check]),
);
