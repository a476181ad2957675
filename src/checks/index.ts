import type { Check } from './check.ts';
import { adultContent } from './adult-content.ts';
import { boasting } from './boasting.ts';
import { bullying } from './bullying.ts';
import { chainPost } from './chain-post.ts';
import { confidential } from './confidential.ts';
import { contactDetails } from './contact-details.ts';
import { contactWith } from './contact-with.ts';
import { defamation } from './defamation.ts';
import { deviceSource } from './device-source.ts';
import { disclaimer } from './disclaimer.ts';
import { discrimination } from './discrimination.ts';
import { disrepute } from './disrepute.ts';
import { disrespect } from './disrespect.ts';
import { firstPerson } from './first-person.ts';
import { harm } from './harm.ts';
import { identifies } from './identifies.ts';
import { illegal } from './illegal.ts';
import { lessonTime } from './lesson-time.ts';
import { moderationNotice } from './moderation-notice.ts';
import { offPurpose } from './off-purpose.ts';
import { offTopic } from './off-topic.ts';
import { opinion } from './opinion.ts';
import { outing } from './outing.ts';
import { ownPostAboutSchool } from './own-post-about-school.ts';
import { passwordDisclosed } from './password-disclosed.ts';
import { pattern } from './pattern.ts';
import { personalInfo } from './personal-info.ts';
import { personalSchedule } from './personal-schedule.ts';
import { pictureAccount } from './picture-account.ts';
import { pictureCamera } from './picture-camera.ts';
import { pictureReview } from './picture-review.ts';
import { pictureRidicule } from './picture-ridicule.ts';
import { pictureSelf } from './picture-self.ts';
import { pictureRights } from './picture-rights.ts';
import { politics } from './politics.ts';
import { pressContact } from './press-contact.ts';
import { profanity } from './profanity.ts';
import { replyTime } from './reply-time.ts';
import { retaliation } from './retaliation.ts';
import { schoolComment } from './school-comment.ts';
import { selling } from './selling.ts';
import { uncredited } from './uncredited.ts';
import { unsafeLink } from './unsafe-link.ts';
import { USUAL_CHECKS } from './usual.ts';

/** Every check, by the name that a policy asks for. One line each, and one above. */
export const CHECKS: ReadonlyMap<string, Check> = new Map(
  [
    ...USUAL_CHECKS,
    adultContent,
    boasting,
    bullying,
    chainPost,
    confidential,
    contactDetails,
    contactWith,
    defamation,
    deviceSource,
    disclaimer,
    discrimination,
    disrepute,
    disrespect,
    firstPerson,
    harm,
    identifies,
    illegal,
    lessonTime,
    moderationNotice,
    offPurpose,
    offTopic,
    opinion,
    outing,
    ownPostAboutSchool,
    passwordDisclosed,
    pattern,
    personalInfo,
    personalSchedule,
    pictureAccount,
    pictureCamera,
    pictureReview,
    pictureRidicule,
    pictureSelf,
    pictureRights,
    politics,
    pressContact,
    profanity,
    replyTime,
    retaliation,
    schoolComment,
    selling,
    uncredited,
    unsafeLink,
  ].map((check) => [check.name, check]),
);
