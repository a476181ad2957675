import { boolean, optional, picklist, strictObject } from 'valibot';
import { findHandleName } from '../facts/handle-name.ts';
import type { Answered, AuditContext } from './audit.ts';
import { defineAudit } from './audit.ts';
import words from './data/profile-words.txt?raw';
import type { Told } from './support/answers.ts';
import { answer, kept, notCheckable } from './support/answers.ts';
import { directoryOf, profileText } from './support/directory.ts';
import { isPersonName } from './support/evidence.ts';
import type { Profile } from './support/profiles.ts';
import {
  documentOf,
  isPersonal,
  NO_PROFILES,
  profilesOf,
  showsSchool,
} from './support/profiles.ts';
import type { Talk } from './support/talk.ts';
import { createTalk } from './support/talk.ts';
import { counted, listedWords, someOf } from './support/words.ts';

const roles = listedWords(words, 'roles');
const aliases = listedWords(words, 'alias');
/** `user83920193`, `48201934`. */
const NUMBERED = /^(?:user|id|acc(?:ount)?|anon\w{0,8})?_?\d{4,}$/iu;

const isAlias = (text: string, handle: string | undefined): boolean =>
  aliases().test(text) || (handle !== undefined && NUMBERED.test(handle));

const saysWho = (profile: Profile, { school }: AuditContext): boolean => {
  const { displayName = '', handle } = profile;
  const document = documentOf(profile, school);
  const fromHandle = handle === undefined ? undefined : findHandleName(handle);
  return (
    isPersonName(displayName) ||
    (fromHandle !== undefined && isPersonName(fromHandle)) ||
    roles().test(document.body.text) ||
    showsSchool(profile, document, school)
  );
};

/** Staff, by the profiles of personal accounts. */
const ofStaff = (context: AuditContext, talk: Talk, needsTalk: boolean) => {
  const all = profilesOf(context);
  const profiles = all
    .filter(isPersonal)
    .filter(({ isAudited }) => !needsTalk || (isAudited && talk.count() > 0));
  if (profiles.length === 0) {
    if (all.some(({ isAudited, kind }) => isAudited && kind !== 'personal')) {
      return kept('The account is the school’s own, and says so by its name.');
    }
    return needsTalk && all.some(({ isAudited }) => isAudited)
      ? kept('The account wrote nothing about the school.')
      : notCheckable(NO_PROFILES);
  }
  const items: Told[] = [];
  let unknown = 0;
  for (const profile of profiles) {
    const { label, displayName, bio, handle } = profile;
    const text = [displayName, bio].filter((one) => one !== undefined).join('\n');
    if (isAlias(text, handle)) {
      items.push({ rank: 0, told: `${label} goes by an alias.` });
    } else if (saysWho(profile, context)) continue;
    else if (displayName === undefined || bio === undefined) unknown += 1;
    else
      items.push({ rank: 1, told: `${label} gives neither a name nor an office nor the school.` });
  }
  const accounts = counted(profiles.length, 'personal account');
  if (items.length > 0) {
    const told = `${someOf(items.length, profiles.length, 'personal account', {
      shows: 'does not say who writes',
      show: 'do not say who writes',
    })}.`;
    return answer('broken', told, items);
  }
  return unknown > 0
    ? notCheckable(`What ${unknown} of ${accounts} say of themselves is not known.`)
    : kept(
        `${accounts.startsWith('1 ') ? 'The personal account says' : `All ${accounts} say`} who writes.`,
      );
};

/** Pupils and parents, by the directory: a child need not give a name, so only an alias is told. */
const ofOthers = (context: AuditContext): Answered => {
  const { school } = context;
  const directory = directoryOf(school);
  const items: Told[] = [];
  let judged = 0;
  for (const entry of school.directory ?? []) {
    if (entry.group !== 'pupils' && entry.group !== 'parents') continue;
    const text = profileText(entry);
    if (text.trim() === '' && entry.handle === undefined) continue;
    judged += 1;
    if (entry.reason !== undefined || !isAlias(text, entry.handle)) continue;
    const { id = '', handle } = entry;
    const { label } = directory.find({ id, ...(handle !== undefined && { handle }) });
    items.push({ told: `${label} goes by an alias.` });
  }
  if (judged === 0) {
    return notCheckable(
      'No profile of a pupil or a parent is known: name a directory in policy-lint.yaml that tells their group.',
    );
  }
  const all = counted(judged, 'account of a pupil or a parent', 'accounts of pupils and parents');
  return items.length === 0
    ? kept(`No alias is seen among ${all}.`)
    : answer('look', `Of ${all}, ${items.length} may go by an alias.`, items);
};

/** Whether people say who they are. */
export const anonymousPosting = defineAudit({
  name: 'anonymous-posting',
  about: 'whether profiles say whose account it is',
  params: strictObject({
    of: optional(picklist(['staff', 'pupils and parents']), 'staff'),
    /** Only accounts that write about the school. */
    needsSchoolTalk: optional(boolean(), false),
  }),
  start({ of, needsSchoolTalk }, context) {
    const talk = createTalk();
    return {
      add: talk.add,
      end: () => (of === 'staff' ? ofStaff(context, talk, needsSchoolTalk) : ofOthers(context)),
    };
  },
});
