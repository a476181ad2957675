import { optional, picklist, strictObject } from 'valibot';
import type { Document } from '../document/document.ts';
import { firstInParts } from '../facts/own-phrases.ts';
import { reposts } from '../facts/reposts.ts';
import { straysFrom, subjectsCalled } from '../facts/subjects.ts';
import { defineCheck, phraseList } from './check.ts';

const EVIDENCE = {
  subject: 'words of another subject, and none of this department’s own',
  office: 'a notice for the school’s office to give, and nothing of this department’s subject',
  pastime: 'no school matter, and nothing of this department’s subject',
  own: 'a phrase that the policy lists',
} as const;

/** Flags a department’s post that is plainly about something else than its subject. */
export const offTopic = defineCheck({
  name: 'off-topic',
  params: strictObject({
    notices: optional(picklist(['flag', 'allow']), 'flag'),
    add: phraseList,
    ignore: phraseList,
  }),
  *run({ notices, ...own }, { document }) {
    const { speaker } = document;
    if (speaker.kind !== 'department' || isOfOurs(document)) return;
    const subjects = subjectsCalled(speaker.subject ?? speaker.name);
    const words = wordsTold(document);
    if (subjects.size === 0 && words.length === 0) return;
    const isOwn = firstInParts(document, [], { add: words, ignore: [] }).length > 0;
    const strays = isOwn ? [] : straysFrom(document, subjects);
    const counted = strays.filter(({ form }) => form !== 'office' || notices === 'flag');
    const [first] = firstInParts(document, counted, own);
    if (!first) return;
    yield {
      where: first.part.name,
      range: document.place(first.part, first.span).span,
      confidence: 'likely',
      evidence: [EVIDENCE[first.form]],
    };
  },
  lacks: (_, { document }) => {
    const { kind, subject, name } = document.speaker;
    if (kind !== 'department' || wordsTold(document).length > 0) return undefined;
    return subjectsCalled(subject ?? name).size > 0
      ? undefined
      : 'what this department teaches (its words under `subjects`)';
  },
});

const NONE: readonly string[] = [];

/** Words that the school’s configuration gives the department’s subject. */
const wordsTold = ({ speaker, school }: Document): readonly string[] => {
  const subject = (speaker.subject ?? speaker.name).trim().toLowerCase();
  return school.subjects.find(({ name }) => name.trim().toLowerCase() === subject)?.words ?? NONE;
};

/** The post of one of the school’s accounts, passed on. */
const isOfOurs = (document: Document): boolean => {
  const own = new Set(document.school.accounts.map(({ handle }) => handle?.toLowerCase()));
  return document
    .facts(reposts)
    .some(({ part, span }) =>
      [...part.text.slice(span.start, span.end).matchAll(/@(\w+)/gu)]
        .slice(0, 1)
        .some(([, handle]) => own.has(handle!.toLowerCase())),
    );
};
