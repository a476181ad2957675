import { channelChoice } from './channel-choice.ts';
import type { Check } from './check.ts';
import { debateInvited } from './debate-invited.ts';
import { eventWording } from './event-wording.ts';
import { individualTarget } from './individual-target.ts';
import { initials } from './initials.ts';
import { meetUp } from './meet-up.ts';
import { mention } from './mention.ts';
import { negativeTone } from './negative-tone.ts';
import { personNamed } from './person-named.ts';
import { pictureConsent } from './picture-consent.ts';
import { pictureSubject } from './picture-subject.ts';
import { postLength } from './post-length.ts';
import { postingWindow } from './posting-window.ts';
import { pupilInvited } from './pupil-invited.ts';
import { reply } from './reply.ts';
import { unscheduled } from './unscheduled.ts';
import { upsettingContent } from './upsetting-content.ts';
import { urgencyWording } from './urgency-wording.ts';

/** The checks of the default policy, which a run that needs no others loads alone. */
export const USUAL_CHECKS: readonly Check[] = [
  channelChoice,
  debateInvited,
  eventWording,
  individualTarget,
  initials,
  meetUp,
  mention,
  negativeTone,
  personNamed,
  pictureConsent,
  pictureSubject,
  postLength,
  postingWindow,
  pupilInvited,
  reply,
  unscheduled,
  upsettingContent,
  urgencyWording,
];
