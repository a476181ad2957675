import { dataLines } from '../core/data-lines.ts';
import { once } from '../core/once.ts';
import type { Post } from '../core/post.ts';
import { remembered } from '../core/remembered.ts';
import { UNKNOWN_SCHOOL } from '../core/school.ts';
import type { Detector, Document } from '../document/document.ts';
import { createDocument } from '../document/document.ts';
import type { EventKind } from '../facts/events.ts';
import { events } from '../facts/events.ts';
import { groups } from '../facts/groups.ts';
import type { Timing } from '../facts/timing.ts';
import { timeWords } from '../facts/timing.ts';
import { toKey, words } from '../facts/words.ts';
import type { EventAround } from '../time/calendar.ts';
import { isWholeDays } from '../time/calendar.ts';
import plainWords from './data/plain-title-words.txt?raw';
import { NO_TOOLS } from './tools.ts';
import { isTrip } from './trip-titles.ts';

/** What the title of a calendar’s entry says of what goes on. */
interface Titled {
  /** Empty: nothing that is public or out of hours. */
  readonly kinds: ReadonlySet<EventKind>;
  readonly tellingWords: ReadonlySet<string>;
  /** Year groups and classes. */
  readonly groups: ReadonlySet<string>;
}

/** `concert` and `concerts` are one. */
const stem = (key: string): string => key.replace(/'s$/u, '').replace(/(?<=[^s])s$/u, '');

const plain = once(() => new Set(dataLines(plainWords)));

/** Shorter words are found anywhere. */
const SHORTEST = 3;

const tellingWords: Detector<string> = (document) =>
  document.facts(words).flatMap(({ part, key }) => {
    const word = stem(key);
    const isTelling =
      part === document.body && word.length >= SHORTEST && !/\d/u.test(word) && !plain().has(word);
    return isTelling ? [word] : [];
  });

/** `Year 6`, `Y6` and `year six’s` are one as far as figures tell. */
const taughtGroups: Detector<string> = (document) =>
  document.facts(groups).flatMap(({ part, span, kind }) => {
    if (part !== document.body || (kind !== 'year' && kind !== 'class')) return [];
    return [toKey(part.text.slice(span.start, span.end)).replace(/^(?:years?|yr|y|class) ?/u, '')];
  });

const asPost = (title: string): Post => ({
  id: '',
  text: title,
  origin: { file: '', line: 1, record: 1 },
  at: { kind: 'unscheduled' },
  media: [],
});

const titled = remembered((title): Titled => {
  const document = createDocument(asPost(title), UNKNOWN_SCHOOL, NO_TOOLS);
  const kinds = document.facts(events).map(({ kind }) => kind);
  return {
    kinds: new Set([...kinds, ...(isTrip(title) ? ['trip' as const] : [])]),
    tellingWords: new Set(document.facts(tellingWords)),
    groups: new Set(document.facts(taughtGroups)),
  };
});

const NOT_YET: readonly Timing[] = ['soon', 'ahead', 'planned'];

const looksAhead = (document: Document): boolean =>
  document.facts(timeWords).some(({ timing }) => NOT_YET.includes(timing));

/** Whether the post is written from such an event, or speaks of one that it does not put off. */
const speaksOf = (kinds: ReadonlySet<EventKind>, document: Document): boolean =>
  document
    .facts(events)
    .some(
      ({ kind, strength, timing }) =>
        !NOT_YET.includes(timing) &&
        timing !== 'past' &&
        (strength === 'evident' || kinds.has(kind)),
    );

const isOfThoseAway = (title: Titled, document: Document): boolean =>
  title.kinds.has('trip') &&
  document.facts(taughtGroups).some((group) => title.groups.has(group)) &&
  !looksAhead(document);

/**
 * Whether an entry of the calendar can be why a post was published: what has its hours excuses what is
 * written in them; “Menu week 2”, which lasts all day and all night, excuses nothing, and a trip
 * only what speaks of it.
 */
export const fitsPublished = (document: Document, { event }: EventAround): boolean => {
  if (!isWholeDays(event)) return true;
  const title = titled(event.title);
  return (
    title.kinds.size > 0 &&
    (document.facts(tellingWords).some((word) => title.tellingWords.has(word)) ||
      speaksOf(title.kinds, document) ||
      isOfThoseAway(title, document))
  );
};
