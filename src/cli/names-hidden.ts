import type { ArchiveAccount, Profile } from '../core/archive.ts';
import type { AuditSummary } from '../core/audit.ts';
import { pattern } from '../core/pattern.ts';
import type { Published } from '../core/post.ts';
import type { Problem } from '../core/problem.ts';
import { remembered } from '../core/remembered.ts';
import type { JudgedPost } from '../core/report.ts';
import type { School } from '../core/school.ts';
import type { Trace } from '../core/trace.ts';
import { pupilsWritten } from '../facts/people/pupils-written.ts';
import { roster } from '../facts/people/roster.ts';
import { masked } from '../report/mask.ts';
import { withoutChildrenIn } from './names-child.ts';

/** Masks names of children in what a report tells beside the words of posts. */
export interface NamesHidden {
  /** A judged post in its id, its file, the app that sent it and what excuses it. */
  readonly post: (judged: JudgedPost) => Promise<JudgedPost>;
  readonly summary: (summary: AuditSummary) => Promise<AuditSummary>;
  readonly problems: <One extends Problem>(problems: readonly One[]) => readonly One[];
}

/** Names that the post itself told were masked before. */
const MASKED_TWICE = /•{4,}/gu;

const LETTER = pattern(/\p{L}/u);

const AS_IT_IS: NamesHidden = {
  post: async (judged) => judged,
  summary: async (summary) => summary,
  problems: (problems) => problems,
};

/** Masks what the lists of the school and, in somebody's words, the words themselves tell of names. */
export const createNamesHidden = (school: School, reveal: boolean): NamesHidden => {
  if (reveal) return AS_IT_IS;
  const names = roster(school.people);
  const inLabel = (text: string): string =>
    masked(
      text,
      pupilsWritten(text, names).flatMap(({ words }) => words),
    );
  /** An id, a path, the name of a device: pupils of the list. */
  // Files, apps and titles of events come back with post after post.
  const label = remembered((text) => (LETTER.test(text) ? inLabel(text) : text));
  /** A sentence of ours, in which a surname alone is that of a colleague rather. */
  const sentence = (text: string): string =>
    masked(
      text,
      pupilsWritten(text, names).flatMap(({ words, isSurname }) => (isSurname ? [] : words)),
    );
  /** What somebody wrote for people to read. */
  const words = remembered(async (text) =>
    inLabel(await withoutChildrenIn(text, school)).replace(MASKED_TWICE, '•••'),
  );

  const hidePublished = ({ by, url, ...rest }: Published): Published => ({
    ...rest,
    ...(by !== undefined && { by: label(by) }),
    // Nobody could open an address with bullets in it.
    ...(url !== undefined && inLabel(url) === url && { url }),
  });
  /** `published`: as it is told of the post. */
  const hideTrace = async (
    { source, ...trace }: Trace,
    published: Published | undefined,
  ): Promise<Trace> => ({
    ...trace,
    ...(published && { published }),
    ...(source !== undefined && { source: label(source) }),
    mentions: trace.mentions.map(label),
    excused: await Promise.all(
      trace.excused.map(async (one) => ({ ...one, what: await words(one.what) })),
    ),
  });
  const problems = <One extends Problem>(list: readonly One[]): readonly One[] =>
    list.map((one) => ({ ...one, file: label(one.file), message: sentence(one.message) }));

  const hideProfile = async (profile: Profile): Promise<Profile> => {
    const { handle, displayName, bio, website, location, ...rest } = profile;
    return {
      ...rest,
      ...(handle !== undefined && { handle: sentence(handle) }),
      ...(displayName !== undefined && { displayName: label(displayName) }),
      ...(bio !== undefined && { bio: await words(bio) }),
      ...(website !== undefined && { website: label(website) }),
      ...(location !== undefined && { location: label(location) }),
    };
  };
  const hideAccount = async (account: ArchiveAccount): Promise<ArchiveAccount> => ({
    ...account,
    file: label(account.file),
    profile: await hideProfile(account.profile),
    ...(account.apps && {
      apps: account.apps.map((app) => ({ ...app, name: sentence(app.name) })),
    }),
  });
  return {
    async post(judged) {
      const { post, trace } = judged;
      const { id, origin } = post;
      const published = post.published && hidePublished(post.published);
      return {
        ...judged,
        post: {
          ...post,
          id: label(id),
          origin: { ...origin, file: label(origin.file) },
          ...(published && { published }),
        },
        ...(trace && { trace: await hideTrace(trace, published) }),
      };
    },
    summary: async (summary) => ({
      ...summary,
      ...(summary.account && { account: await hideAccount(summary.account) }),
      answers: summary.answers.map((answer) => ({
        ...answer,
        told: sentence(answer.told),
        items: answer.items.map((item) => ({ ...item, told: sentence(item.told) })),
      })),
      notices: problems(summary.notices),
      problems: problems(summary.problems),
    }),
    problems,
  };
};
