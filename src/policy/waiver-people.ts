import type { WaiverTerms } from '../core/waiver.ts';
import { didYouMean } from '../syntax/closest.ts';
import type { Mistake } from '../syntax/place.ts';
import { either, quote } from '../syntax/words.ts';

/** Who holds an office, by the office, as `policy-lint.yaml` lists them. */
export type Roles = Readonly<Record<string, readonly string[]>>;

/** Makes a mistake of one key of a waiver. */
export type Wrong = (key: string, message: string) => Mistake;

/** Who approved a waiver, as it is written; absent: not text, or not there. */
export interface WaiverPeople {
  readonly approver?: string | undefined;
  readonly role?: string | undefined;
}

/** Names and offices, however they are spaced and whatever their capitals. */
const keyOf = (written: string): string =>
  written.normalize('NFC').replace(/\s+/gu, ' ').trim().toLowerCase();

const findListed = (wanted: string, listed: readonly string[]): string | undefined =>
  listed.find((one) => keyOf(one) === keyOf(wanted));

/** An office that the rule does not ask for, or none where it asks for one. `name` is the rule’s. */
export const roleMistakes = (
  { role }: WaiverPeople,
  { roles }: WaiverTerms,
  name: string,
  index: number,
  wrong: Wrong,
): readonly Mistake[] => {
  if (!roles) return [];
  const asked = either(roles.map(quote));
  if (role === undefined) {
    const message = `role is missing: only ${asked} may waive ${name}`;
    return [{ kind: 'missing', path: [index], message }];
  }
  if (findListed(role, roles) !== undefined) return [];
  const hint = didYouMean(role, roles) || `: only ${asked} may`;
  return [wrong('role', `${quote(role)} may not waive ${name}${hint}`)];
};

/** Somebody who does not hold the office, as far as the school says who does. */
export const approverMistakes = (
  { approver, role }: WaiverPeople,
  roles: Roles,
  wrong: Wrong,
): readonly Mistake[] => {
  const office = role === undefined ? undefined : findListed(role, Object.keys(roles));
  if (approver === undefined || office === undefined) return [];
  const people = roles[office] ?? [];
  if (findListed(approver, people) !== undefined) return [];
  const hint = didYouMean(approver, people) || ': add whoever holds it';
  const message = `${quote(approver)} is not listed as ${office} in policy-lint.yaml${hint}`;
  return [wrong('approvedBy', message)];
};
