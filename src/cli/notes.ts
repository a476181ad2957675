import type { Policy } from '../core/policy.ts';
import type { Post } from '../core/post.ts';

const asksForConsent = ({ rules }: Policy): boolean =>
  rules.some(({ check }) => check === 'picture-consent');

const undeclaredPictures = (posts: readonly Post[]): number =>
  posts.flatMap(({ media }) => media).filter(({ people }) => people === undefined).length;

/** What could not be checked for want of data, and what was read past: said once a run. */
export const notesOn = (
  posts: readonly Post[],
  policies: readonly Policy[],
  unusedKeys: readonly string[],
): readonly string[] => {
  const pictures = policies.some(asksForConsent) ? undeclaredPictures(posts) : 0;
  const consent =
    pictures === 1
      ? 'photo consent was not checked for 1 picture: it does not say who can be seen (media: people)'
      : `photo consent was not checked for ${pictures} pictures: they do not say who can be seen (media: people)`;
  return [
    ...(pictures > 0 ? [consent] : []),
    ...(unusedKeys.length > 0 ? [`keys not used: ${unusedKeys.join(', ')}`] : []),
  ];
};
