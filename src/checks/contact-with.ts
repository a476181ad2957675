import { array, minLength, optional, picklist, pipe, strictObject } from 'valibot';
import type { HandleGroup } from '../core/school.ts';
import { HANDLE_GROUPS } from '../core/school.ts';
import { bareHandle } from '../core/handle.ts';
import type { Document } from '../document/document.ts';
import { addressees } from '../facts/addressees.ts';
import { handles } from '../facts/handles.ts';
import { reposts } from '../facts/reposts.ts';
import { defineCheck } from './check.ts';

const WORDS: Readonly<Record<HandleGroup, string>> = {
  pupils: 'pupils',
  leavers: 'pupils who have left',
  parents: 'parents',
  staff: 'staff',
  press: 'the press',
  disputes: 'accounts in a dispute',
};

/** Flags answers to and mentions of accounts that the school lists in some groups. */
export const contactWith = defineCheck({
  name: 'contact-with',
  params: strictObject({
    groups: optional(pipe(array(picklist(HANDLE_GROUPS)), minLength(1)), ['pupils', 'leavers']),
  }),
  tells: ['group'],
  *run({ groups }, { document }) {
    const groupOf = finder(document, groups);
    for (const { name, contact, range, where } of contacts(document)) {
      const group = groupOf(name);
      if (!group) continue;
      yield {
        where,
        range,
        confidence: 'certain',
        evidence: [`${contact} an account on the school’s list of ${WORDS[group]}`],
        data: { group: WORDS[group] },
      };
    }
  },
  lacks({ groups }, { document }) {
    const { handles: told, allowedHandles } = document.school;
    const missing = groups.filter((group) => told[group] === undefined);
    if (missing.length === 0) return undefined;
    const isKnown = finder(document, HANDLE_GROUPS);
    const allowed = new Set(allowedHandles.map(bareHandle));
    const isOpen = contacts(document).some(({ name }) => !isKnown(name) && !allowed.has(name));
    if (!isOpen) return undefined;
    return `the handles of ${missing.map((group) => WORDS[group]).join(' and ')}`;
  },
});

const finder = ({ school }: Document, groups: readonly HandleGroup[]) => {
  const groupOf = new Map(
    groups.flatMap((group) =>
      (school.handles[group] ?? []).map((handle) => [bareHandle(handle), group] as const),
    ),
  );
  return (name: string): HandleGroup | undefined => groupOf.get(name);
};

/** Everybody whom the post answers or mentions, each once; a retweet’s handles are not the writer’s. */
const contacts = (document: Document) => {
  const copied = document.facts(reposts).filter(({ form }) => form !== 'quote');
  const answered = document.facts(addressees);
  const recorded = answered.flatMap(({ name, handle }) =>
    handle ? [] : [{ name, contact: 'the post answers', range: null, where: 'reply' as const }],
  );
  const isAnswered = new Set(answered.map(({ name }) => name));
  const written = document.facts(handles).flatMap(({ part, span, name, isOwn }) => {
    const isCopied = copied.some(
      (repost) => repost.part === part && repost.span.start <= span.start,
    );
    if (isOwn || isCopied) return [];
    const contact = isAnswered.has(name.toLowerCase()) ? 'the post answers' : 'the post mentions';
    return [
      {
        name: name.toLowerCase(),
        contact,
        range: document.place(part, span).span,
        where: part.name === 'text' ? ('handle' as const) : part.name,
      },
    ];
  });
  return [...recorded, ...written];
};
