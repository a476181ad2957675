import { CHECKS } from '../checks/index.ts';
import { conflicts } from '../engine/conflicts.ts';
import type { Policy } from '../core/policy.ts';
import type { Post } from '../core/post.ts';
import type { DeclaredPosts } from './read-posts.ts';

const asksForConsent = ({ rules }: Policy): boolean =>
  rules.some(({ check }) => check === 'picture-consent');

const undeclaredPictures = (posts: readonly Post[]): number =>
  posts.flatMap(({ media }) => media).filter(({ people }) => people === undefined).length;

const conflictNotes = (policies: readonly Policy[]): readonly string[] =>
  conflicts(policies, CHECKS).map(
    ({ rules, why }) =>
      `${rules.join(' and ')} contradict each other (${why}): decide which policy holds`,
  );

/** What could not be checked for want of data, and what was read past: said once a run. */
export const notesOn = (
  { posts, unusedKeys, unknownAccounts }: DeclaredPosts,
  policies: readonly Policy[],
): readonly string[] => {
  const pictures = policies.some(asksForConsent) ? undeclaredPictures(posts) : 0;
  const consent =
    pictures === 1
      ? 'photo consent was not checked for 1 picture: it does not say who can be seen (media: people)'
      : `photo consent was not checked for ${pictures} pictures: they do not say who can be seen (media: people)`;
  return [
    ...conflictNotes(policies),
    ...(pictures > 0 ? [consent] : []),
    ...(unknownAccounts.length > 0
      ? [`not configured, so judged as the school’s own account: ${unknownAccounts.join(', ')}`]
      : []),
    ...(unusedKeys.length > 0 ? [`keys not used: ${unusedKeys.join(', ')}`] : []),
  ];
};
