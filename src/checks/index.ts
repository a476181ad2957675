import type { Check } from './check.ts';
import { adultContent } from './adult-content.ts';
import { boasting } from './boasting.ts';
import { bullying } from './bullying.ts';
import { chainPost } from './chain-post.ts';
import { channelChoice } from './channel-choice.ts';
import { confidential } from './confidential.ts';
import { contactDetails } from './contact-details.ts';
import { contactWith } from './contact-with.ts';
import { debateInvited } from './debate-invited.ts';
import { defamation } from './defamation.ts';
import { disclaimer } from './disclaimer.ts';
import { discrimination } from './discrimination.ts';
import { disrepute } from './disrepute.ts';
import { disrespect } from './disrespect.ts';
import { eventWording } from './event-wording.ts';
import { firstPerson } from './first-person.ts';
import { harm } from './harm.ts';
import { identifies } from './identifies.ts';
import { illegal } from './illegal.ts';
import { individualTarget } from './individual-target.ts';
import { initials } from './initials.ts';
import { lessonTime } from './lesson-time.ts';
import { meetUp } from './meet-up.ts';
import { mention } from './mention.ts';
import { moderationNotice } from './moderation-notice.ts';
import { negativeTone } from './negative-tone.ts';
import { offPurpose } from './off-purpose.ts';
import { offTopic } from './off-topic.ts';
import { opinion } from './opinion.ts';
import { outing } from './outing.ts';
import { ownPostAboutSchool } from './own-post-about-school.ts';
import { passwordDisclosed } from './password-disclosed.ts';
import { pattern } from './pattern.ts';
import { personNamed } from './person-named.ts';
import { personalInfo } from './personal-info.ts';
import { personalSchedule } from './personal-schedule.ts';
import { pictureAccount } from './picture-account.ts';
import { pictureCamera } from './picture-camera.ts';
import { pictureConsent } from './picture-consent.ts';
import { pictureReview } from './picture-review.ts';
import { pictureRidicule } from './picture-ridicule.ts';
import { pictureSelf } from './picture-self.ts';
import { pictureRights } from './picture-rights.ts';
import { pictureSubject } from './picture-subject.ts';
import { politics } from './politics.ts';
import { postLength } from './post-length.ts';
import { postingWindow } from './posting-window.ts';
import { pressContact } from './press-contact.ts';
import { profanity } from './profanity.ts';
import { pupilInvited } from './pupil-invited.ts';
import { reply } from './reply.ts';
import { retaliation } from './retaliation.ts';
import { schoolComment } from './school-comment.ts';
import { selling } from './selling.ts';
import { uncredited } from './uncredited.ts';
import { unsafeLink } from './unsafe-link.ts';
import { unscheduled } from './unscheduled.ts';
import { upsettingContent } from './upsetting-content.ts';
import { urgencyWording } from './urgency-wording.ts';

/** Every check, by the name that a policy asks for. One line each, and one above. */
export const CHECKS: ReadonlyMap<string, Check> = new Map(
  [
    adultContent,
    boasting,
    bullying,
    chainPost,
    channelChoice,
    confidential,
    contactDetails,
    contactWith,
    debateInvited,
    defamation,
    disclaimer,
    discrimination,
    disrepute,
    disrespect,
    eventWording,
    firstPerson,
    harm,
    identifies,
    illegal,
    individualTarget,
    initials,
    lessonTime,
    meetUp,
    mention,
    moderationNotice,
    negativeTone,
    offPurpose,
    offTopic,
    opinion,
    outing,
    ownPostAboutSchool,
    passwordDisclosed,
    pattern,
    personNamed,
    personalInfo,
    personalSchedule,
    pictureAccount,
    pictureCamera,
    pictureConsent,
    pictureReview,
    pictureRidicule,
    pictureSelf,
    pictureRights,
    pictureSubject,
    politics,
    postLength,
    postingWindow,
    pressContact,
    profanity,
    pupilInvited,
    reply,
    retaliation,
    schoolComment,
    selling,
    uncredited,
    unsafeLink,
    unscheduled,
    upsettingContent,
    urgencyWording,
  ].map((check) => [check.name, check]),
);
