import type { Profile } from '../../../core/archive.ts';
import type { Problem } from '../../../core/problem.ts';
import type { Mapping } from '../../../syntax/plain-data.ts';
import { isMapping, mappingOf } from '../../../syntax/plain-data.ts';
import { withoutAbsent } from '../../absent.ts';
import { fileName } from '../../names.ts';
import { toPlainText } from '../../schedulers/plain-text.ts';
import type { ArchiveFormat, ArchiveRecord } from '../archive.ts';
import type { ArchiveFiles } from '../files.ts';
import { readJsonList } from './json-values.ts';
import { audienceOf } from './mastodon-audience.ts';
import type { Actor } from './mastodon-note.ts';
import { readBoosted, readNote } from './mastodon-note.ts';
import type { Place } from './place.ts';
import { fileIn } from './place.ts';
import { NO_POST, postOf, unreadAt } from './post-of.ts';
import { asInstant, asMappings, asText } from './values.ts';

const OUTBOX = /"(?:orderedItems|OrderedCollection)"/u;
const NO_AUDIENCE =
  'this record does not say who could read it, so it may be private: it was left unread';

const NO_LIST = 'this outbox holds no list of posts';

const disagree = (found: number, said: number): string =>
  `this outbox holds ${found} ${found === 1 ? 'record' : 'records'} and says that it holds ${said}: somebody changed it, or some are missing`;

/** Outboxes by their names; a file that stands alone may have been given another. */
const outboxesIn = ({ paths }: ArchiveFiles): readonly string[] =>
  paths.length === 1 && paths[0]!.toLowerCase().endsWith('.json')
    ? paths
    : paths.filter((path) => /^outbox[^/]*[.]json$/iu.test(fileName(path)));

const beside = (path: string, name: string): string =>
  `${path.slice(0, path.length - fileName(path).length)}${name}`;

/** Poll votes travel as notes that have a name and no words. */
const isVote = (note: Mapping): boolean =>
  asText(note['name']) !== undefined && note['content'] === undefined;

function* recordOf(value: unknown, actor: Actor, place: Place): Generator<ArchiveRecord> {
  if (!isMapping(value)) return yield unreadAt(place, NO_POST);
  const note = mappingOf(value['object']);
  // Before anything else: a private message is nobody’s business here.
  const audience = audienceOf([value, note]);
  if (audience === 'direct') return yield { skipped: 'direct' };
  if (value['type'] === 'Announce') {
    const boosted = readBoosted(value);
    return boosted ? yield* postOf(boosted, place) : yield { skipped: 'passed-on' };
  }
  if (value['type'] !== 'Create') return yield { skipped: 'unlike' };
  if (isVote(note)) return yield { skipped: 'unlike' };
  if (audience === undefined) return yield unreadAt(place, NO_AUDIENCE);
  const told = readNote(note, actor, audience);
  if (told) yield* postOf(told, place);
  else yield unreadAt(place, NO_POST);
}

/** Who wrote most of an outbox: its first record says, where the archive has nothing better. */
const actorOf = (items: readonly unknown[]): Actor => ({
  url: asText(items.filter(isMapping).find(({ type }) => type === 'Create')?.['actor']),
});

async function* recordsOf(files: ArchiveFiles): AsyncGenerator<ArchiveRecord> {
  for (const path of outboxesIn(files)) {
    const file = fileIn(files, path);
    const list = await readJsonList(files, path, () => ['orderedItems']);
    const actor = actorOf(list.items);
    for (const [index, item] of list.items.entries()) {
      const damage = list.damageOf(index);
      if (damage) yield { unread: damage };
      else yield* recordOf(item, actor, { file, line: list.lineOf(index), record: index + 1 });
    }
    const problem = list.problem ?? (list.isList ? undefined : { file, message: NO_LIST });
    if (problem) yield { problem };
    const said = mappingOf(list.value)['totalItems'];
    if (problem || typeof said !== 'number' || said === list.items.length) continue;
    yield { problem: { file, message: disagree(list.items.length, said) } };
  }
}

/** Links on a profile are fields with a name and some HTML. */
const websiteOf = (actor: Mapping): string | undefined =>
  asMappings(actor['attachment'])
    .map(({ value }) => (typeof value === 'string' ? toPlainText(value) : ''))
    .find((value) => value.startsWith('http'));

const profileOf = (actor: Mapping): Profile => {
  const bio = asText(actor['summary']);
  const isLocked = actor['manuallyApprovesFollowers'];
  return withoutAbsent({
    handle: asText(actor['preferredUsername']),
    displayName: asText(actor['name']),
    bio: bio === undefined ? undefined : toPlainText(bio),
    website: websiteOf(actor),
    isProtected: typeof isLocked === 'boolean' ? isLocked : undefined,
    createdMs: asInstant(actor['published']),
  });
};

const readProfile = async (
  files: ArchiveFiles,
): Promise<{ readonly profile: Profile; readonly problems: readonly Problem[] }> => {
  const outbox = outboxesIn(files)[0];
  const path = outbox === undefined ? undefined : beside(outbox, 'actor.json');
  if (path === undefined || !files.paths.includes(path)) return { profile: {}, problems: [] };
  const { value, problem } = await readJsonList(files, path, () => []);
  return { profile: profileOf(mappingOf(value)), problems: problem ? [problem] : [] };
};

export const mastodon: ArchiveFormat = {
  name: 'Mastodon archive',
  async recognises(files, head) {
    for (const path of outboxesIn(files)) {
      if (OUTBOX.test(await head(path))) return true;
    }
    return false;
  },
  read: (files) => ({
    async account() {
      const { profile, problems } = await readProfile(files);
      return { account: { file: files.name, format: mastodon.name, profile }, problems };
    },
    records: () => recordsOf(files),
  }),
};
