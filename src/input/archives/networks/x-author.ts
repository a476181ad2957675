import type { Profile } from '../../../core/archive.ts';
import type { Published } from '../../../core/post.ts';
import type { Mapping } from '../../../syntax/plain-data.ts';
import { mappingOf } from '../../../syntax/plain-data.ts';
import { withoutAbsent } from '../../absent.ts';
import { believable } from '../x/times.ts';
import type { Told } from './post-of.ts';
import { xIdMs } from './snowflake.ts';
import { asId, asInstant, asMappings, asText } from './values.ts';
import { v1Instant } from './x-words.ts';

/** What a record of X’s API says of who wrote it. */
export interface Author {
  readonly id?: string | undefined;
  readonly handle?: string | undefined;
  readonly isProtected?: boolean | undefined;
  /** Everything that the record says of the account. */
  readonly user: Mapping;
}

export interface ToldTweet {
  readonly told: Told;
  readonly author: Author;
}

export const authorFrom = (
  user: Mapping,
  id = asId(user['id_str']) ?? asId(user['id']),
): Author => ({
  id,
  handle: asText(user['screen_name']) ?? asText(user['username']),
  isProtected: typeof user['protected'] === 'boolean' ? user['protected'] : undefined,
  user,
});

export const visibilityOf = ({ isProtected }: Author): Published['visibility'] => {
  if (isProtected === undefined) return undefined;
  return isProtected ? 'followers' : 'public';
};

/** When a tweet went out; v2 leaves that out unless it is asked, and the id tells it all the same. */
export const timeOf = (written: unknown, id: string): Pick<Told, 'atMs' | 'mistake'> => {
  const byId = xIdMs(id);
  if (written === undefined && byId !== undefined) return { atMs: byId };
  const { ms: atMs, mistake } = believable(
    v1Instant(written) ?? asInstant(written),
    byId,
    undefined,
  );
  return { atMs, mistake };
};

/** What stands for the handle of an account that only its number is known of. */
export const nameOfId = (id: string | undefined): string | undefined =>
  id === undefined ? undefined : `account ${id}`;

/** How the account presents itself; v1.1 and v2 differ in little. */
export const profileOf = ({ user, handle, isProtected }: Author): Profile => {
  const [link] = asMappings(mappingOf(mappingOf(user['entities'])['url'])['urls']);
  return withoutAbsent({
    handle,
    displayName: asText(user['name']),
    bio: asText(user['description']),
    website: asText(link?.['expanded_url']) ?? asText(user['url']),
    location: asText(user['location']),
    isProtected,
    createdMs: v1Instant(user['created_at']) ?? asInstant(user['created_at']),
  });
};
