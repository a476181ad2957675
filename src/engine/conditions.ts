import type { Breach, CheckInput } from '../checks/check.ts';
import type { Condition } from '../core/policy.ts';
import type { Confidence } from '../core/severity.ts';
import { CONFIDENCES } from '../core/severity.ts';
import type { Document } from '../document/document.ts';
import { links } from '../facts/links.ts';
import { isPlainRepost } from '../facts/reposts.ts';
import type { EventAround } from '../time/calendar.ts';
import { eventsAround, isGoingOn } from '../time/calendar.ts';
import { toLocal } from '../time/zone.ts';
import { fitsPublished } from './calendar-fit.ts';
import { isDeclaredAs, saysOneOf } from './declared.ts';

/** A condition ready to be asked of many posts. */
export type Predicate = (input: CheckInput) => boolean;

/** What a condition may ask beside what is known of the post itself. */
export interface Askable {
  /** The breaches of a check with its parameters, found at most once in a post. */
  check(
    name: string,
    params: Readonly<Record<string, unknown>>,
  ): (input: CheckInput) => Iterable<Breach>;
  /** The breaches of another rule of the policy. */
  rule(id: string): (input: CheckInput) => Iterable<Breach>;
}

const list = <T extends string>(value: T | readonly T[]): readonly T[] =>
  typeof value === 'string' ? [value] : value;

/** A term or half term is no event, unless a rule asks for it by its name. */
const isAskedFor = (around: EventAround, wanted: Condition['event']): boolean =>
  typeof wanted !== 'boolean' || isGoingOn(around);

/** Nobody can ask any more why a post is out; who writes one knows what it is about. */
const isReason = (document: Document, around: EventAround): boolean =>
  document.post.published === undefined || !isGoingOn(around) || fitsPublished(document, around);

/** Entries of the calendar round the time of the post that a condition may mean; the closest first. */
export const calendarAround = (
  { document, atMs }: CheckInput,
  wanted: Condition['event'],
): readonly EventAround[] => {
  const { calendar, calendarMargin } = document.school;
  return atMs === null
    ? []
    : eventsAround(calendar, atMs, calendarMargin).filter(
        (around) => isAskedFor(around, wanted) && isReason(document, around),
      );
};

const clock = (hour: number, minute: number): string =>
  [hour, minute].map((value) => String(value).padStart(2, '0')).join(':');

const isWithin = ({ days, from, to }: NonNullable<Condition['at']>): Predicate => {
  return ({ atMs, timezone }) => {
    if (atMs === null) return false;
    const local = toLocal(atMs, timezone);
    const time = clock(local.hour, local.minute);
    const isAfter = !from || time >= from;
    const isBefore = !to || time <= to;
    const crossesMidnight = from !== undefined && to !== undefined && from > to;
    const isInHours = crossesMidnight ? isAfter || isBefore : isAfter && isBefore;
    return isInHours && (!days || days.includes(local.weekday));
  };
};

const isSureEnough = ({ confidence }: Breach, wanted: Confidence | undefined): boolean =>
  wanted === undefined || CONFIDENCES.indexOf(confidence) <= CONFIDENCES.indexOf(wanted);

const findsSomething = (
  run: (input: CheckInput) => Iterable<Breach>,
  wanted: Confidence | undefined,
): Predicate => {
  return (input) => {
    for (const breach of run(input)) if (isSureEnough(breach, wanted)) return true;
    return false;
  };
};

/** What is known of the post itself. */
const aboutPost = (condition: Condition): readonly Predicate[] => {
  const { account, subject, reply, media, event, urgent, scheduled, at } = condition;
  const { source, author, repost, published, link } = condition;
  const made: Predicate[] = [];
  const ask = <T>(
    wanted: T | undefined,
    holds: (wanted: T, input: CheckInput) => boolean,
  ): void => {
    if (wanted !== undefined) made.push((input) => holds(wanted, input));
  };
  ask(account && list(account), (kinds, { document }) => kinds.includes(document.speaker.kind));
  ask(subject, (words, { document: { speaker } }) =>
    saysOneOf(speaker.subject ?? speaker.name, words),
  );
  ask(reply, (wanted, { document }) => (document.post.replyTo !== undefined) === wanted);
  ask(media, (wanted, { document }) => document.post.media.length > 0 === wanted);
  ask(event, (wanted, input) =>
    isDeclaredAs(
      [
        input.document.post.event,
        ...calendarAround(input, wanted).map(({ event: { title } }) => title),
      ],
      wanted,
    ),
  );
  ask(urgent, (wanted, { document }) => isDeclaredAs([document.post.urgent], wanted));
  ask(scheduled, (wanted, { atMs }) => (atMs !== null) === wanted);
  ask(source, (words, { document }) => saysOneOf(document.post.source, words));
  ask(author, (words, { document }) => saysOneOf(document.post.author, words));
  ask(repost, (wanted, { document }) => isPlainRepost(document) === wanted);
  ask(published, (wanted, { document }) => (document.post.published !== undefined) === wanted);
  ask(link, (wanted, { document }) => document.facts(links).length > 0 === wanted);
  if (at) made.push(isWithin(at));
  return made;
};

/** One predicate per key; all of them must hold. Unknown checks were refused when the policy loaded. */
const predicates = (condition: Condition, ask: Askable): readonly Predicate[] => {
  const compile = (inner: Condition): Predicate => compileCondition(inner, ask);
  const { all, any, not, check, rule, confidence } = condition;
  const made: Predicate[] = [...aboutPost(condition)];
  if (all) made.push(...all.map(compile));
  if (any) {
    const options = any.map(compile);
    made.push((input) => options.some((option) => option(input)));
  }
  if (not) {
    const inner = compile(not);
    made.push((input) => !inner(input));
  }
  if (check !== undefined) {
    made.push(findsSomething(ask.check(check, condition.with ?? {}), confidence));
  }
  if (rule !== undefined) made.push(findsSomething(ask.rule(rule), confidence));
  return made;
};

export const compileCondition = (condition: Condition, ask: Askable): Predicate => {
  const parts = predicates(condition, ask);
  return (input) => parts.every((holds) => holds(input));
};
