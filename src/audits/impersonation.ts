import { distance } from 'fastest-levenshtein';
import { strictObject } from 'valibot';
import { bareHandle } from '../core/handle.ts';
import type { School } from '../core/school.ts';
import { defineAudit } from './audit.ts';
import type { Told } from './support/answers.ts';
import { answer, kept, notCheckable } from './support/answers.ts';
import { directoryOf } from './support/directory.ts';
import { counted, noneOf, someOf } from './support/words.ts';

const LOOK_ALIKE: Readonly<Record<string, string>> = {
  '0': 'o',
  '1': 'l',
  '3': 'e',
  '5': 's',
  i: 'l',
};

/** What is left of a handle or a name once signs are gone and letters that look alike are one. */
const skeleton = (written: string): string =>
  written
    .toLowerCase()
    .normalize('NFKD')
    .replace(/[^\p{L}\p{N}]/gu, '')
    .replace(/[0135i]/gu, (sign) => LOOK_ALIKE[sign]!);

/** A shorter one is near to many that mean nothing by it. */
const LEAST_LETTERS = 8;
/** X’s handles have fifteen signs at most, other networks’ few more. */
const LONGEST = 40;

interface Registered {
  readonly handle: string;
  readonly skeleton: string;
}

const likeness = (handle: string, registered: readonly Registered[]): Told | undefined => {
  if (handle.length > LONGEST) return undefined;
  const bare = skeleton(handle);
  for (const one of registered) {
    const what = `the school’s @${one.handle}`;
    if (bare === one.skeleton) return { rank: 0, told: `looks like ${what}` };
    const isLong = one.skeleton.length >= LEAST_LETTERS;
    if (!isLong) continue;
    const isNear = Math.abs(bare.length - one.skeleton.length) <= 1;
    if (isNear && distance(bare, one.skeleton) <= 1) return { rank: 1, told: `is nearly ${what}` };
    if (bare.startsWith(one.skeleton) || bare.endsWith(one.skeleton)) {
      return { rank: 3, told: `holds the handle of ${what}` };
    }
  }
  return undefined;
};

/** Names that only the school and its staff bear, by their skeletons. */
const namesOf = ({ names, accounts, people }: School): ReadonlyMap<string, string> => {
  const whole = [...names, ...accounts.flatMap(({ displayName }) => displayName ?? [])];
  const staff = people.adults.filter((name) => /\S\s+\S/u.test(name.trim()));
  return new Map([
    ...staff.map((name): [string, string] => [
      skeleton(name),
      'bears the name of a member of staff',
    ]),
    ...whole
      .map((name): [string, string] => [skeleton(name), 'bears the name of the school'])
      .filter(([name]) => name.length >= LEAST_LETTERS),
  ]);
};

/** Accounts that may pose as the school or as somebody of its staff. */
export const impersonation = defineAudit({
  name: 'impersonation',
  about: 'which accounts look like the school’s or like somebody’s of its staff and are on no list',
  params: strictObject({}),
  start: (_, { account, school }) => ({
    end() {
      const directory = directoryOf(school);
      const connections = [
        ...(account?.followers ?? []),
        ...(account?.following ?? []),
        ...(school.directory ?? []).map(({ id = '', handle }) => ({
          id,
          ...(handle !== undefined && { handle }),
        })),
        ...(school.comments ?? []).flatMap(({ by }) =>
          by === undefined ? [] : [{ id: '', handle: by }],
        ),
      ];
      const own = [
        ...school.accounts.flatMap(({ handle }) => handle ?? []),
        ...(account?.profile.handle === undefined ? [] : [account.profile.handle]),
      ];
      const ownHandles = new Set(own.map(bareHandle));
      const registered = own.map((handle) => ({ handle, skeleton: skeleton(handle) }));
      const names = namesOf(school);
      if (registered.length === 0 && names.size === 0) {
        return notCheckable(
          'Nobody has told the school’s accounts and names: write accounts in policy-lint.yaml.',
        );
      }
      const items = new Map<string, Told>();
      const judged = new Set<string>();
      const unknown = new Set<string>();
      for (const connection of connections) {
        const { label, handle, entry, groups, isApproved } = directory.find(connection);
        if (handle === undefined && entry?.name === undefined) {
          unknown.add(label);
          continue;
        }
        judged.add(label);
        const isOurs = handle !== undefined && ownHandles.has(bareHandle(handle));
        if (isOurs || isApproved || groups.size > 0 || entry?.reason !== undefined) continue;
        const named = entry?.name === undefined ? undefined : names.get(skeleton(entry.name));
        const found =
          (named === undefined ? undefined : { rank: 2, told: named }) ??
          (handle === undefined ? undefined : likeness(handle, registered));
        if (found)
          items.set(label, { ...found, told: `${label} ${found.told} and is on no list.` });
      }
      if (judged.size === 0) {
        return notCheckable(
          'No handle or name of another account is known: the archive tells ids alone.',
        );
      }
      const rest =
        unknown.size === 0
          ? ''
          : ` Of ${counted(unknown.size, 'other')} only the number is known: name a directory in policy-lint.yaml.`;
      const good = unknown.size === 0 ? kept : notCheckable;
      return items.size === 0
        ? good(
            `${noneOf(judged.size, 'known account', { shows: 'looks like the school’s or like one of its staff’s', doesNotShow: 'does not look like the school’s or like one of its staff’s' })}.${rest}`,
          )
        : answer(
            'look',
            `${someOf(items.size, judged.size, 'known account', {
              shows: 'looks like the school’s or like one of its staff’s and is on no list',
              show: 'look like the school’s or like one of its staff’s and are on no list',
            })}.${rest}`,
            [...items.values()],
          );
    },
  }),
});
