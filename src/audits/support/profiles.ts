import type { AccountKind } from '../../core/policy.ts';
import type { Post } from '../../core/post.ts';
import type { Account, School } from '../../core/school.ts';
import { bareHandle } from '../../core/handle.ts';
import type { Document } from '../../document/document.ts';
import { createDocument } from '../../document/document.ts';
import { schoolSigns } from '../../facts/school-signs.ts';
import type { AuditContext } from '../audit.ts';
import { kindOfArchive } from './account.ts';

/** How an account presents itself, whether its archive says so or the school’s configuration. */
export interface Profile {
  /** What a report calls it. */
  readonly label: string;
  readonly kind: AccountKind;
  readonly handle?: string;
  readonly displayName?: string;
  /** Absent: not known. An empty one says nothing. */
  readonly bio?: string;
  readonly website?: string;
  readonly location?: string;
  /** The account that the archive is of. */
  readonly isAudited: boolean;
}

const ofAccount = (account: Account): Profile => {
  const { name, kind, handle, displayName, bio, website } = account;
  return {
    label: handle === undefined ? `the account “${name}”` : `@${handle}`,
    kind,
    isAudited: false,
    ...(handle !== undefined && { handle }),
    ...(displayName !== undefined && { displayName }),
    ...(bio !== undefined && { bio }),
    ...(website !== undefined && { website }),
  };
};

/** Every profile that is known: of the archive, and of the accounts that the school has listed. */
export const profilesOf = (context: AuditContext): readonly Profile[] => {
  const { account, school } = context;
  const { profile } = account ?? {};
  const audited = profile?.handle === undefined ? undefined : bareHandle(profile.handle);
  const configured = school.accounts.map(ofAccount);
  const isAudited = ({ handle }: Profile): boolean =>
    handle !== undefined && bareHandle(handle) === audited;
  if (!profile) return configured;
  const { handle, displayName, bio, website, location } = profile;
  const told = configured.find(isAudited);
  const own: Profile = {
    ...told,
    label: handle === undefined ? 'the account' : `@${handle}`,
    kind: kindOfArchive(context),
    isAudited: true,
    ...(handle !== undefined && { handle }),
    ...(displayName !== undefined && { displayName }),
    ...(bio !== undefined && { bio }),
    ...(website !== undefined && { website }),
    ...(location !== undefined && { location }),
  };
  return [own, ...configured.filter((one) => !isAudited(one))];
};

export const isPersonal = ({ kind }: Profile): boolean => kind === 'personal';

/** Heavy libraries tell nothing of a profile. */
const NO_TOOLS = { twitter: null, encoder: null, phones: null } as const;

/** What a profile says, parsed as a post is. */
export const documentOf = (profile: Profile, school: School): Document => {
  const { displayName, bio, website, location } = profile;
  const text = [displayName, bio, website, location].filter((one) => one !== undefined).join('\n');
  const post: Post = {
    id: profile.label,
    text,
    origin: { file: profile.label, line: 1, record: 1 },
    at: { kind: 'unscheduled' },
    media: [],
    account: profile.kind,
  };
  return createDocument(post, school, NO_TOOLS);
};

const plain = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
/** A shorter name stands in handles by chance. */
const LEAST_LETTERS = 6;

/** Whether a profile tells the school: its name, a handle, a link, or the name inside its own handle. */
export const showsSchool = (profile: Profile, document: Document, { names }: School): boolean => {
  const handle = plain(profile.handle ?? '');
  return (
    document.facts(schoolSigns).length > 0 ||
    names.map(plain).some((name) => name.length >= LEAST_LETTERS && handle.includes(name))
  );
};

export const NO_PROFILES =
  'No profile of a personal account is known: audit its archive, or write its bio under accounts in policy-lint.yaml.';
