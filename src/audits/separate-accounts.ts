import { picklist, strictObject } from 'valibot';
import { dataLines } from '../core/data-lines.ts';
import { bareHandle } from '../core/handle.ts';
import { once } from '../core/once.ts';
import type { School } from '../core/school.ts';
import { emails } from '../facts/contacts/emails.ts';
import type { AuditContext, AuditRun } from './audit.ts';
import { auditedPost, defineAudit } from './audit.ts';
import webmail from './data/webmail.txt?raw';
import { notMeant } from './support/account.ts';
import type { Told } from './support/answers.ts';
import { answer, createWorst, kept, notCheckable } from './support/answers.ts';
import { documentOf, isPersonal, profilesOf } from './support/profiles.ts';
import { isOwn } from './support/talk.ts';
import { counted } from './support/words.ts';

const privateHosts = once(() => new Set(dataLines(webmail)));

const hostOf = (address: string): string =>
  address.slice(address.lastIndexOf('@') + 1).toLowerCase();

const isOfSchool = (host: string, { contacts }: School): boolean =>
  contacts.emails.map(hostOf).some((own) => host === own || host.endsWith(`.${own}`));

/** Posts of a personal account that do the school’s business, or turn to pupils. */
const inPosts = (context: AuditContext): AuditRun => {
  const pupils = new Set((context.school.handles.pupils ?? []).map(bareHandle));
  const worst = createWorst();
  let posts = 0;
  let toPupils = 0;
  return {
    add(judged) {
      if (!isOwn(judged)) return;
      posts += 1;
      const { trace } = judged;
      const post = auditedPost(judged);
      if (trace?.mentions.some((handle) => pupils.has(handle))) {
        toPupils += 1;
        worst.add({ rank: 0, told: 'The post mentions a pupil.', post });
      } else if (trace?.isSchoolTalk) {
        worst.add({ rank: 1, told: 'The post is about the school.', post });
      }
    },
    end() {
      const other = notMeant(context, 'personal');
      if (other) return other;
      if (posts === 0) return notCheckable('The archive holds no post of the period.');
      const count = worst.count();
      if (count === 0) return kept(`None of ${counted(posts, 'post')} is about the school.`);
      const told = `${count} of ${counted(posts, 'post')} of this personal account ${count === 1 ? 'is' : 'are'} about the school or its pupils, ${toPupils} of them with the handle of a pupil.`;
      return answer(toPupils > 0 ? 'broken' : 'look', told, worst.items(), count);
    },
  };
};

/** Private addresses on the school’s profiles, and school addresses on private ones. */
const inAddresses = (context: AuditContext): AuditRun => ({
  end() {
    const { school } = context;
    const profiles = profilesOf(context).filter(({ bio }) => bio !== undefined);
    if (profiles.length === 0) {
      return notCheckable('No profile is known: audit an archive, or write bios under accounts.');
    }
    const items = profiles.flatMap((profile): readonly Told[] => {
      const hosts = documentOf(profile, school)
        .facts(emails)
        .map(({ value }) => hostOf(value));
      if (isPersonal(profile)) {
        return hosts.some((host) => isOfSchool(host, school))
          ? [{ told: `${profile.label} is personal and gives an address of the school.` }]
          : [];
      }
      return hosts.some((host) => privateHosts().has(host) && !isOfSchool(host, school))
        ? [{ told: `${profile.label} is the school’s and gives a private address.` }]
        : [];
    });
    const all = counted(profiles.length, 'profile');
    return items.length === 0
      ? kept(`No private and school addresses are mixed in ${all}.`)
      : answer(
          'broken',
          `In ${items.length} of ${all} private and school addresses are mixed.`,
          items,
        );
  },
});

/** Whether private and professional accounts are kept apart. */
export const separateAccounts = defineAudit({
  name: 'separate-accounts',
  about: 'whether private and professional accounts, or their addresses, are kept apart',
  params: strictObject({ looksAt: picklist(['posts', 'addresses']) }),
  start: ({ looksAt }, context) => (looksAt === 'posts' ? inPosts : inAddresses)(context),
});
