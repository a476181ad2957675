import type { Audit } from './audit.ts';
import { accountMonitoring } from './account-monitoring.ts';
import { accountPurpose } from './account-purpose.ts';
import { accountVisibility } from './account-visibility.ts';
import { affiliationDeclared } from './affiliation-declared.ts';
import { anonymousPosting } from './anonymous-posting.ts';
import { breakTime } from './break-time.ts';
import { connectedApps } from './connected-apps.ts';
import { deviceShare } from './device-share.ts';
import { disclaimerPersonalViews } from './disclaimer-personal-views.ts';
import { followerModeration } from './follower-moderation.ts';
import { followsOnlyEducational } from './follows-only-educational.ts';
import { impersonation } from './impersonation.ts';
import { jigsaw } from './jigsaw.ts';
import { monitoringRetention } from './monitoring-retention.ts';
import { passedOn } from './passed-on.ts';
import { pupilContact } from './pupil-contact.ts';
import { repeatedMentions } from './repeated-mentions.ts';
import { repeats } from './repeats.ts';
import { replyWithin24h } from './reply-within-24h.ts';
import { respondToComments } from './respond-to-comments.ts';
import { reviewOverdue } from './review-overdue.ts';
import { schoolIdentified } from './school-identified.ts';
import { separateAccounts } from './separate-accounts.ts';

/** Every audit, by the name that a policy asks for. One line each, and one above. */
export const AUDITS: ReadonlyMap<string, Audit> = new Map(
  [
    accountMonitoring,
    accountPurpose,
    accountVisibility,
    affiliationDeclared,
    anonymousPosting,
    breakTime,
    connectedApps,
    deviceShare,
    disclaimerPersonalViews,
    followerModeration,
    followsOnlyEducational,
    impersonation,
    jigsaw,
    monitoringRetention,
    passedOn,
    pupilContact,
    repeatedMentions,
    repeats,
    replyWithin24h,
    respondToComments,
    reviewOverdue,
    schoolIdentified,
    separateAccounts,
  ].map((audit) => [audit.name, audit]),
);
