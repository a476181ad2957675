import type { Post } from '../../../core/post.ts';
import type { Mapping } from '../../../syntax/plain-data.ts';
import { listOf, mappingOf } from '../../../syntax/plain-data.ts';
import { asText } from '../networks/values.ts';
import type { ArchiveRecord } from '../archive.ts';

/** Edits that a post has left while nobody has edited it. */
const ALL_LEFT = 5;

interface Version {
  readonly post: Post;
  /** Id of the first version. */
  readonly first: string;
  /** How many versions there are, as far as this one knows. */
  readonly versions: number;
}

const isLater = (a: string, b: string): boolean =>
  a.length === b.length ? a > b : a.length > b.length;

/** Undefined: nobody edited it. */
const asVersion = (post: Post, tweet: Mapping): Version | undefined => {
  const info = mappingOf(tweet['edit_info']);
  const edit = mappingOf(info['edit']);
  const first = asText(edit['initialTweetId']);
  const control =
    first === undefined ? mappingOf(info['initial']) : mappingOf(edit['editControlInitial']);
  const versions = listOf(control['editTweetIds']).length;
  if (first !== undefined) return { post, first, versions };
  const left = asText(control['editsRemaining']);
  const isEdited = versions > 1 || (left !== undefined && Number(left) < ALL_LEFT);
  return isEdited ? { post, first: post.id, versions } : undefined;
};

/** Versions of edited posts, which may stand anywhere in an archive; all others go by at once. */
export interface EditShelf {
  /** False: nobody edited it, so that it can go on. */
  readonly hold: (post: Post, tweet: Mapping) => boolean;
  /** The last version of each, and what it replaced. */
  readonly rest: () => Generator<ArchiveRecord>;
}

const asReplaced = ({ published, ...post }: Post): ArchiveRecord => ({
  post: { ...post, published: { kind: 'own', ...published, replaced: true } },
});

/** `earlier`: what was replaced is wanted too. */
export const createEditShelf = (earlier = false): EditShelf => {
  const groups = new Map<string, Version[]>();
  return {
    hold(post, tweet) {
      const version = asVersion(post, tweet);
      if (!version) return false;
      const group = groups.get(version.first);
      if (group) group.push(version);
      else groups.set(version.first, [version]);
      return true;
    },
    *rest() {
      for (const group of groups.values()) {
        const last = group.reduce((a, b) => (isLater(b.post.id, a.post.id) ? b : a));
        const known = Math.max(group.length, ...group.map(({ versions }) => versions));
        const edits = last.post.id === last.first ? group.length - 1 : known - 1;
        for (const version of group) {
          if (version === last) continue;
          yield earlier ? asReplaced(version.post) : { skipped: 'replaced' };
        }
        const { post } = last;
        const { published } = post;
        yield published && edits > 0
          ? { post: { ...post, published: { ...published, edits } } }
          : { post };
      }
    },
  };
};
