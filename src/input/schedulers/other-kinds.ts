import type { Mapping } from '../../syntax/plain-data.ts';
import { isMapping } from '../../syntax/plain-data.ts';

type Kind = readonly [what: string, is: (value: Mapping) => boolean];

const hasAll =
  (...keys: readonly string[]) =>
  (value: Mapping): boolean =>
    keys.every((key) => key in value);

const hasAny =
  (...keys: readonly string[]) =>
  (value: Mapping): boolean =>
    keys.some((key) => key in value);

const says =
  (key: string, start: string) =>
  (value: Mapping): boolean => {
    const said = value[key];
    return typeof said === 'string' && said.startsWith(start);
  };

/** Files that are a mapping as a whole. */
const FILES: readonly Kind[] = [
  ['a policy of policy-lint', hasAll('policy', 'rules')],
  ['a report of policy-lint', says('schema', 'policy-lint/')],
  ['the configuration of policy-lint', hasAll('policies', 'school')],
  ['a list of packages that a program needs', hasAny('lockfileVersion', 'devDependencies')],
  [
    'the description of a package',
    (value) => hasAll('name', 'version')(value) && !hasAny('text', 'posts')(value),
  ],
  ['the settings of a compiler', hasAny('compilerOptions')],
  ['a SARIF report', hasAll('runs', 'version')],
  ['a JSON schema', (value) => hasAll('$schema')(value) && hasAny('properties', '$defs')(value)],
  ['a map', says('type', 'FeatureCollection')],
  ['the list of bank holidays', hasAny('england-and-wales')],
  ['part of an X archive', hasAll('archiveInfo', 'userInfo')],
  ['part of a Mastodon archive', hasAny('orderedItems')],
  ['a Bluesky feed', (value) => Array.isArray(value['feed'])],
  [
    'an answer of the X API',
    (value) => hasAny('includes', 'meta')(value) && Array.isArray(value['data']),
  ],
  ['part of a Threads archive', hasAny('text_post_app_text_posts')],
];

/** Lists, by what one of their records looks like. */
const RECORDS: readonly Kind[] = [
  [
    'part of an X archive',
    (value) => isMapping(value['tweet']) || hasAll('full_text', 'id_str')(value),
  ],
  ['part of an X archive', hasAny('noteTweet', 'like', 'dmConversation')],
  [
    'part of a Facebook archive',
    (value) => hasAll('timestamp')(value) && Array.isArray(value['data']),
  ],
  [
    'part of an Instagram archive',
    (value) =>
      hasAny('media')(value) && Array.isArray(value['media']) && 'creation_timestamp' in value,
  ],
  ['a Bluesky feed', says('$type', 'app.bsky.')],
  [
    'a list of people',
    (value) => hasAny('forename', 'Forename', 'legal_forename', 'UPN', 'upn')(value),
  ],
];

const kindOf = (value: unknown, kinds: readonly Kind[]): string | undefined =>
  isMapping(value) ? kinds.find(([, is]) => is(value))?.[0] : undefined;

/** What a file holds instead of posts, as far as it is known. */
export const findOtherKind = (value: unknown): string | undefined => {
  if (!Array.isArray(value)) return kindOf(value, FILES) ?? kindOf(value, RECORDS);
  const first: unknown = (value as unknown[]).find(isMapping);
  // Whatever else a record says, a text makes it a post.
  return isMapping(first) && 'text' in first ? undefined : kindOf(first, RECORDS);
};
