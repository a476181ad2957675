import type { VISIBILITIES } from '../../../core/post.ts';
import type { Mapping } from '../../../syntax/plain-data.ts';

export type Audience = (typeof VISIBILITIES)[number] | 'direct';

/** The ways in which ActivityPub lets everybody be written (its recommendation, section 5.6). */
const EVERYBODY: ReadonlySet<unknown> = new Set([
  'https://www.w3.org/ns/activitystreams#Public',
  'as:Public',
  'Public',
]);

/** From the widest to the narrowest. */
const WIDTH: readonly Audience[] = ['public', 'unlisted', 'followers', 'direct'];

const addressed = (value: unknown): readonly unknown[] =>
  Array.isArray(value) ? (value as unknown[]) : [value];

const isFollowers = (address: unknown): boolean =>
  typeof address === 'string' && address.endsWith('/followers');

const audienceIn = ({ to, cc }: Mapping): Audience | undefined => {
  if (to === undefined && cc === undefined) return undefined;
  const [first, second] = [addressed(to), addressed(cc)];
  if (first.some((one) => EVERYBODY.has(one))) return 'public';
  if (second.some((one) => EVERYBODY.has(one))) return 'unlisted';
  return [...first, ...second].some(isFollowers) ? 'followers' : 'direct';
};

/** Who could read a post: the narrowest of what its parts say; undefined: none says. */
export const audienceOf = (parts: readonly Mapping[]): Audience | undefined =>
  parts
    .map(audienceIn)
    .reduce(
      (narrow, one) =>
        narrow === undefined || (one !== undefined && WIDTH.indexOf(one) > WIDTH.indexOf(narrow))
          ? one
          : narrow,
      undefined,
    );
