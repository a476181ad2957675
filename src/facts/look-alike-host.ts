import type { School } from '../core/school.ts';
import { entries } from './phrase-lines.ts';
import services from './data/services.txt?raw';
import { isUnder } from './web-address.ts';

/** Names of services and the domains that are theirs. */
type Services = ReadonlyMap<string, readonly string[]>;

let known: Services | undefined;
const servicesOf = (): Services =>
  (known ??= new Map(
    entries(services).map((line) => {
      const [name = '', ...domains] = line.split(' ');
      return [name, domains];
    }),
  ));

/** Shorter names are parts of too many words. */
const SHORTEST_NAME = 5;
/** A slip in a name of so many letters is no other word. */
const LONG_NAME = 8;

/** `OakfieldPrimary` and `Oakfield Primary` give `oakfieldprimary` and `oakfield`. */
const spellings = (written: string): readonly string[] => {
  const words = written
    .replace(/(?<=\p{Ll})(?=\p{Lu})/gu, ' ')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u);
  return [words.join(''), words[0] ?? ''].filter(({ length }) => length >= SHORTEST_NAME);
};

/** How the school may be spelt in an address. */
export const namesInAddresses = ({ names, accounts, links }: School): ReadonlySet<string> =>
  new Set(
    [
      ...names,
      ...accounts.flatMap(({ handle }) => handle ?? []),
      ...links.allow.map((domain) => domain.split('.')[0]!),
    ].flatMap(spellings),
  );

const AS_READ: Readonly<Record<string, string>> = {
  '0': 'o',
  '1': 'l',
  i: 'l',
  '3': 'e',
  '4': 'a',
  '5': 's',
  '7': 't',
  rn: 'm',
  vv: 'w',
};

/** What a name looks like at a glance. */
const asRead = (name: string): string =>
  name.replace(/rn|vv|[01i3457]/gu, (sign) => AS_READ[sign] ?? sign);

/** Whether two different names are one slip apart: a letter more, less, other, or two swapped. */
const isSlip = (a: string, b: string): boolean => {
  if (Math.abs(a.length - b.length) > 1) return false;
  let start = 0;
  while (start < a.length && a[start] === b[start]) start += 1;
  let end = 0;
  const most = Math.min(a.length, b.length) - start;
  while (end < most && a.at(-1 - end) === b.at(-1 - end)) end += 1;
  const [left, right] = [a.slice(start, a.length - end), b.slice(start, b.length - end)];
  if (left.length <= 1 && right.length <= 1) return true;
  return left.length === 2 && left[0] === right[1] && left[1] === right[0];
};

const isPlural = (a: string, b: string): boolean => `${a}s` === b || `${b}s` === a;

/** What false sign-in pages are called beside the name that they borrow. */
const LURE =
  /^(?:log-?in|sign-?in|signon|secure|security|verif\w*|confirm\w*|account|accounts|billing|refund|refunds|reset|unlock|update|support|alert|pay|payment|payments|gift|giftcard|rewards?|prize|wallet|helpdesk)$/u;

const borrows = (parts: readonly string[], host: string): boolean =>
  parts.length > 1 &&
  parts.some((part) => {
    const domains = servicesOf().get(part);
    return domains !== undefined && !domains.some((domain) => isUnder(host, domain));
  }) &&
  parts.some((part) => LURE.test(part));

/** `bbc.co.uk.news.example` and `paypal.com-help.example`: the name is not where it has to be. */
const isMisplaced = (host: string): boolean =>
  /(?:^|\.)(?:gov|nhs|ac|sch|police|bbc\.co)\.uk(?:-|\.(?!example$))/u.test(host) ||
  [...servicesOf().values()].some((domains) =>
    domains.some((domain) => {
      const at = host.indexOf(domain);
      return (
        at >= 0 &&
        (at === 0 || host[at - 1] === '.') &&
        /^[.-]/u.test(host.slice(at + domain.length))
      );
    }),
  );

const isDisguised = (part: string, own: ReadonlySet<string>): boolean => {
  if (part.length < SHORTEST_NAME || own.has(part) || servicesOf().has(part)) return false;
  const read = asRead(part);
  const isNearlyOwn = [...own].some(
    (name) => asRead(name) === read || (part.length >= LONG_NAME && isSwapped(part, name)),
  );
  if (isNearlyOwn) return true;
  return [...servicesOf().keys()].some(
    (name) =>
      (name.length >= SHORTEST_NAME && asRead(name) === read) ||
      (name.length >= LONG_NAME && isSlip(part, name) && !isPlural(part, name)),
  );
};

/** Another school may be called almost the same; two letters swapped are a slip. */
const isSwapped = (a: string, b: string): boolean =>
  a.length === b.length && isSlip(a, b) && [...a].sort().join('') === [...b].sort().join('');

/** Whether the name of a host pretends to be the school’s or a well-known service’s. */
export const isLookAlikeHost = (host: string, own: ReadonlySet<string>): boolean => {
  if (/(?:^|\.)xn--/u.test(host)) return true;
  const labels = host.split('.').slice(0, -1);
  const parts = labels.flatMap((label) => label.split('-'));
  return (
    isMisplaced(host) ||
    borrows(parts, host) ||
    [...labels, ...parts].some((part) => isDisguised(part, own))
  );
};
