import { bareHandle } from '../../core/handle.ts';
import type { Comment, School } from '../../core/school.ts';
import { insults } from '../../facts/abuse.ts';
import asks from '../data/asks.txt?raw';
import unwanted from '../data/unwanted.txt?raw';
import { directoryOf } from './directory.ts';
import { documentOf } from './profiles.ts';
import { listedWords } from './words.ts';

const asking = listedWords(asks, 'asks');
const spam = listedWords(unwanted, 'spam');
const adult = listedWords(unwanted, 'adult');

/** What a comment wants: an answer, none, or nobody can tell for want of its words. */
export type Wants = 'answer' | 'nothing' | 'unknown';

/** A question, a complaint or a request by somebody else, and neither abuse nor spam nor the press. */
export const wantsOf = ({ by, text, closed }: Comment, school: School): Wants => {
  if (closed !== undefined) return 'nothing';
  const handle = by === undefined ? undefined : bareHandle(by);
  const isListed = (handles: readonly string[] = []): boolean =>
    handle !== undefined && handles.map(bareHandle).includes(handle);
  if (
    isListed(school.handles.press) ||
    isListed(school.accounts.flatMap((one) => one.handle ?? []))
  )
    return 'nothing';
  if (text === undefined || text.trim() === '') return 'unknown';
  if (spam().test(text) || adult().test(text)) return 'nothing';
  if (!text.includes('?') && !asking().test(text)) return 'nothing';
  const profile = { label: 'a comment', kind: 'personal', bio: text, isAudited: false } as const;
  return documentOf(profile, school).facts(insults).length > 0 ? 'nothing' : 'answer';
};

/** Which comments were answered. */
interface Answered {
  add(replyToId: string | undefined): void;
  has(id: string): boolean;
}

/** Notes as the posts come which comments they answer. */
export const createAnswered = ({ comments = [] }: School): Answered => {
  const ids = new Set(comments.map(({ id }) => id));
  const answered = new Set<string>();
  return {
    add(replyToId: string | undefined): void {
      if (replyToId !== undefined && ids.has(replyToId)) answered.add(replyToId);
    },
    has: (id: string): boolean => answered.has(id),
  };
};

/** How a report calls a comment: its words may be a parent’s about a child. */
export const commentLabel = ({ id, by }: Comment, school: School): string =>
  by === undefined
    ? `The comment with id ${id}`
    : `The comment with id ${id} by ${directoryOf(school).find({ id: '', handle: bareHandle(by) }).label}`;
