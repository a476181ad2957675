import type { Origin, Post, PostTime, Published } from '../../core/post.ts';
import { withoutAbsent } from '../absent.ts';

const isoOf = (ms: number | undefined): string | undefined =>
  ms === undefined ? undefined : new Date(ms).toISOString();

const atOf = (at: PostTime): string | undefined =>
  at.kind === 'instant' ? isoOf(at.epochMs) : undefined;

const publishedOf = (published: Published): object => {
  const { isCut, answeredMs, deletedMs, ...rest } = published;
  return withoutAbsent({
    ...rest,
    cut: isCut,
    answered: isoOf(answeredMs),
    deleted: isoOf(deletedMs),
  });
};

const originOf = ({ file, line, record }: Origin): object => ({ file, line, record });

/**
 * A post as one line of our own NDJSON, without its line break, that is read back as the same post:
 * `origin` says where it stood before. Times of posts are whole seconds; a draft’s `now` becomes an
 * open time, for the moment of the run is not in the post.
 */
export const postLine = (post: Post): string => {
  const { id, text, at, media, published, origin, ...rest } = post;
  return JSON.stringify(
    withoutAbsent({
      id,
      text,
      at: atOf(at),
      ...rest,
      media: media.length > 0 ? media : undefined,
      published: published && publishedOf(published),
      origin: originOf(origin),
    }),
  );
};
