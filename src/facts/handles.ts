import { pattern } from '../core/pattern.ts';
import type { Span } from '../core/span.ts';
import type { Detector, Document, Part } from '../document/document.ts';
import { links } from './links.ts';
import { twitterEntities } from './twitter-entities.ts';

/** An @handle; the span counts the part's folded text and includes the sign. */
export interface Handle {
  readonly part: Part;
  readonly span: Span;
  /** Without the sign, as typed but folded. */
  readonly name: string;
  /** One of the school's accounts, typed so: a look-alike spelling is somebody else's. */
  readonly isOwn: boolean;
  /** The handle that a retweet copies: `RT @name: …`. */
  readonly isRetweetSource: boolean;
  /** X itself would link it as typed; false for other networks' forms and for disguises. */
  readonly isLinked: boolean;
}

/** `@name`, with the name of a list, `@name@server.tld`, or `@name.of.another.network`. */
const HANDLE = pattern(
  /@(?<name>[\p{L}\p{N}_][\p{L}\p{M}\p{N}_]*)(?<list>\/[a-zA-Z][\w-]{0,24})?(?<server>@[\w-]+(?:\.[\w-]+)+)?(?<dotted>(?:[.-][\p{L}\p{N}_]+)+)?/gu,
);
const RETWEET = /^\s*RT\s+(?=@)/u;
/** Code between back quotes names no account. */
const CODE = pattern(/`[^`\n]+`/gu);
const RETWEET_SIGN = /(?:^|[^\w+~.-])rt:?$/i;
const EMAIL_HOST = /^@[\w-]+(?:\.[\w-]+)*\.[a-z]{2}/i;
/** `@9.30`, `@6pm`, `@50p each`, `@2nd break`: a time, a price or a place in a row. */
const FIGURE = /^\d{1,4}(?:am|pm|noon|ish|o?clock|h|hrs?|mins?|p|pp|each|k|km|m|x|st|nd|rd|th)?$/i;
/** Signs that X takes no handle after; people do, where it does not look like a masked swear word. */
const SIGN = /[!#$%&*@]$/u;
const LETTER = pattern(/[\p{L}\p{N}]/u);
const CAPITAL = pattern(/\p{Lu}/u);
const ENDS_A_WORD = pattern(/[\p{L}\p{N}]$/u);
const MASKING_SIGN = pattern(/[\p{L}\p{N}][!#$%&*@]+$/u);

/** X ends a word at a hidden character, so that it links a handle set right after one. */
const isAfterHidden = ({ source, toSource }: Part, start: number): boolean => {
  const { start: at } = toSource({ start, end: start + 1 });
  return HIDDEN_CHARACTER.test(source.slice(Math.max(at - 2, 0), at));
};

const isHandleBefore = (before: string, name: string, rest: string): boolean => {
  if (/[a-z\d_]$/i.test(before)) return RETWEET_SIGN.test(before);
  if (ENDS_A_WORD.test(before)) return !EMAIL_HOST.test(rest);
  if (MASKING_SIGN.test(before)) return name.length >= (/[A-Z\d_]/u.test(name) ? 4 : 8);
  return !SIGN.test(before) || name.length >= 4;
};

/** Long enough to see a retweet sign or a run of signs. */
const BEFORE = 12;
const AFTER = 80;

const BLUESKY = /^[.-].*\.social$/i;
/** `@hexley.sch.uk`: what stands behind the sign in the addresses of a school or a mail service. */
const MAIL_DOMAIN =
  /^[.-].*(?<=\.)(?:com|org|net|edu|gov|uk|ie|eu|scot|wales|cymru|school|example)$/i;
const SURE_MAIL_DOMAIN =
  /^@(?:gmail|googlemail|outlook|hotmail|live|yahoo|icloud|btinternet)\.|\.(?:sch|gov|ac|org|co|nhs)\.uk$/i;
/** What is said round other domains; without it, `@tamsin.poems.example` is somebody’s handle. */
const MAIL_TALK = /\b(?:e-?)?mail|\baddress|\bdomain|\binbox|\bend(?:s|ing)? (?:in|with)\b/i;
const HIDDEN_CHARACTER = pattern(/\p{Default_Ignorable_Code_Point}$/u);
const DOTTED_NAME = pattern(/^(?:[.-][\p{Ll}\p{N}_]+)*\.[a-z]{2,}$/u);

/** What belongs to a handle beyond its name, but not a next sentence's first word. */
const tailOf = (name: string, dotted: string): string =>
  BLUESKY.test(dotted) || (DOTTED_NAME.test(dotted) && !CAPITAL.test(name)) ? dotted : '';

type Ownership = (typed: string, name: string) => boolean;

const typedAt = ({ source, toSource }: Part, span: Span): string => {
  const { start, end } = toSource(span);
  return source.slice(start, end);
};

const ownership = ({ school, post: { account } }: Document): Ownership => {
  const own = new Set(school.accounts.flatMap(({ handle }) => handle?.toLowerCase() ?? []));
  if (account?.startsWith('@')) own.add(account.slice(1).toLowerCase());
  return (typed, name) =>
    own.has(name.toLowerCase()) &&
    /^(?:[@＠﹫]|&[^;]*;)\w+$/u.test(typed.replace(/\p{Default_Ignorable_Code_Point}/gu, ''));
};

/** Stretches in which an at sign starts no handle, in reading order. */
const coveredIn = (document: Document, part: Part): Span[] => {
  const code = CODE.matchAll(part.text).map(({ 0: { length }, index }) => ({
    start: index,
    end: index + length,
  }));
  const linked = document.facts(links).filter((link) => link.part === part);
  return [...code, ...linked.map(({ span }) => span)].sort((a, b) => a.start - b.start);
};

const linkedStarts = (document: Document, part: Part): ReadonlySet<number> => {
  const entities = document.facts(twitterEntities).find((found) => found.part === part);
  return new Set(entities?.mentions.map(({ start }) => start));
};

const handlesIn = (document: Document, part: Part, isOwned: Ownership): Handle[] => {
  const { text } = part;
  const linked = linkedStarts(document, part);
  const covered = coveredIn(document, part);
  const retweetSource = RETWEET.exec(text)?.[0].length;
  const found: Handle[] = [];
  let next = 0;
  for (const { index: start, groups } of HANDLE.matchAll(text)) {
    const { name = '', list = '', server = '', dotted = '' } = groups!;
    while (next < covered.length && covered[next]!.end <= start) next += 1;
    if (next < covered.length && covered[next]!.start <= start) continue;
    const before = text.slice(Math.max(start - BEFORE, 0), start);
    const rest = text.slice(start, start + AFTER);
    const isApart = isAfterHidden(part, start) && !EMAIL_HOST.test(rest);
    if (!isApart && !isHandleBefore(before, name, rest)) continue;
    if (FIGURE.test(name) || !LETTER.test(name)) continue;
    if (server === '' && MAIL_DOMAIN.test(dotted)) {
      if (SURE_MAIL_DOMAIN.test(`@${name}${dotted}`) || MAIL_TALK.test(text)) continue;
    }
    const bare = { start, end: start + 1 + name.length };
    const tail = server || (list === '' ? tailOf(name, dotted) : '');
    const typed = typedAt(part, bare);
    const isOwn = server === '' && !BLUESKY.test(tail) && isOwned(typed, name);
    const end = isOwn ? bare.end : bare.end + list.length + tail.length;
    found.push({
      part,
      span: { start, end },
      name: text.slice(start + 1, end),
      isOwn,
      isRetweetSource: start === retweetSource && text[end] === ':',
      isLinked: linked.has(start) && typed.slice(1) === name,
    });
  }
  return found;
};

/**
 * Handles of the text and of the alt texts: what X links, what other networks would, and what readers
 * take for one in spite of hidden characters. E-mail addresses and links hold none.
 */
export const handles: Detector<Handle> = (document) => {
  const isOwned = ownership(document);
  return document.parts
    .filter(({ name, text }) => !name.endsWith('.file') && text.includes('@'))
    .flatMap((part) => handlesIn(document, part, isOwned));
};
