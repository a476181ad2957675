import type { Trace } from '../core/trace.ts';
import type { Document } from '../document/document.ts';
import { answers } from '../facts/answers.ts';
import { details } from '../facts/details.ts';
import { handles } from '../facts/handles.ts';
import { isAboutSchool, purposeOf } from '../facts/purpose.ts';
import { withoutValues } from './detail-keys.ts';
import { excusesOf } from './excuses.ts';
import type { PreparedPolicy } from './prepare.ts';

/** More handles than this are no conversation. */
const MOST_MENTIONS = 50;

const mentionsOf = (document: Document): readonly string[] => [
  ...new Set(
    document
      .facts(handles)
      .filter(({ isOwn, part }) => !isOwn && part === document.body)
      .slice(0, MOST_MENTIONS)
      .map(({ name }) => name.toLowerCase()),
  ),
];

/** What audits look at in a post, beside what its rules find. */
export const traceOf = (
  document: Document,
  policies: readonly PreparedPolicy[],
  atMs: number | null,
): Trace => {
  const { source, published } = document.post;
  return {
    ...(published && { published }),
    purpose: purposeOf(document),
    isReply: answers(document),
    ...(source !== undefined && { source }),
    mentions: mentionsOf(document),
    details: withoutValues(document.facts(details)),
    isSchoolTalk: isAboutSchool(document),
    excused: excusesOf(document, policies, atMs),
  };
};
