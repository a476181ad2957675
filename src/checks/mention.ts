import { array, optional, strictObject, string } from 'valibot';
import type { Span } from '../core/span.ts';
import { bareHandle } from '../core/handle.ts';
import type { Document } from '../document/document.ts';
import { findHandleName } from '../facts/handle-name.ts';
import type { Handle } from '../facts/handles.ts';
import { handles } from '../facts/handles.ts';
import { openingHandles } from '../facts/opening-handles.ts';
import type { Remedy } from './check.ts';
import { defineCheck } from './check.ts';

/** Flags every @handle that is neither the school's own nor approved. */
export const mention = defineCheck({
  name: 'mention',
  params: strictObject({ allow: optional(array(string()), []) }),
  *run({ allow }, { document }) {
    const found = document.facts(handles);
    if (found.length === 0) return;
    const allowed = new Set([...allow, ...document.school.allowedHandles].map(bareHandle));
    for (const handle of found) {
      const { part, span, name, isOwn, isRetweetSource, isLinked } = handle;
      if (isOwn || isRetweetSource || allowed.has(name.toLowerCase())) continue;
      yield {
        where: part.name === 'text' ? 'handle' : part.name,
        range: document.place(part, span).span,
        confidence: isLinked ? 'certain' : 'likely',
        evidence: [evidenceFor(handle, document)],
        remedies: remediesFor(handle, document),
      };
    }
  },
});

const evidenceFor = ({ name, isLinked }: Handle, { school }: Document): string => {
  const isOurs = school.accounts.some(({ handle }) => handle?.toLowerCase() === name.toLowerCase());
  if (isOurs) return 'it looks like one of our own handles, but is typed with other letters';
  return isLinked
    ? 'a handle that is not one of the school’s own accounts'
    : 'X would not link it as typed, but readers see somebody else’s handle';
};

/** An opening handle that is the subject of its sentence: `@CoachPetra took us to the final`. */
const VERB =
  /^ (?:has|have|had|is|are|was|were|will|won|took|came|made|gave|ran|led|brought|\p{Ll}{3,}ed) (?!(?:this|that|there|it|you|we|they|your)\b)/u;
/** Words that make no sense without the handle, and go with it. */
const LEADING_WORD = /(?:^|[\s(])((?:by|with|from|at|via|to|of|for|on|cc|and|&)\s+)$/i;
const THANKS = /\b(?:thanks|thank you|thx)\s+$/i;
const DETERMINER = /\b(?:the|our|your|a|an|this|that)\s+$/i;
/** A noun for whoever the handle is: `the author @name`. */
const NOUN_BEFORE = /\b(?:the|our|an?) [\p{L}-]+ $/iu;
/** After one of these the words before the handle need it: `run by`, `are over at`. */
const NEEDS_MORE =
  /(?:\b(?:over|is|are|was|were|goes?|went|come|came|head(?:ing)?|pop|belongs?|due|off|up|run|led|made|written|drawn|built|given|taken)|\p{L}ed) $/iu;
const LINKED_ON = /^\s+(?:and|&)\s/i;
const BEFORE = 32;

/** What to take out so that the sentence still reads; undefined where it would not. */
const findRemoval = ({ part: { text }, span }: Handle, hasName: boolean): Span | undefined => {
  const before = text.slice(Math.max(span.start - BEFORE, 0), span.start);
  const after = text.slice(span.end, span.end + BEFORE);
  if (before.endsWith('(') && text[span.end] === ')') {
    return { start: span.start - 1, end: span.end + 1 };
  }
  const leading = LEADING_WORD.exec(before)?.[1];
  if (leading !== undefined) {
    const isListed = LINKED_ON.test(after);
    const isNeeded = NEEDS_MORE.test(before.slice(0, before.length - leading.length));
    return isListed || isNeeded ? undefined : { start: span.start - leading.length, end: span.end };
  }
  const isApart = /(?:^|[.!?,)\n])\s*$/u.test(before) && !/^\s+\p{Ll}/u.test(after);
  const reads =
    THANKS.test(before) ||
    isApart ||
    (!hasName && NOUN_BEFORE.test(before) && !DETERMINER.test(before));
  return reads ? span : undefined;
};

/** The full stop of `.@name`, which only made the post one for everybody, goes with the handle. */
const withDot = (handle: Handle): Handle => {
  const { part, span } = handle;
  const isDotted = /(?:^|\s)\.$/u.test(part.text.slice(Math.max(0, span.start - 2), span.start));
  return isDotted ? { ...handle, span: { start: span.start - 1, end: span.end } } : handle;
};

const NAMING = 'Write the name instead of the handle';
const LEAVING_OUT = 'Leave the handle out';

const remediesFor = (handle: Handle, document: Document): readonly Remedy[] => {
  const { part, span, name } = handle;
  const edit = (title: string, where: Span, replacement: string): Remedy => ({
    title,
    edits: [{ ...document.place(part, where), replacement }],
  });
  const shown = withDot(handle);
  const written = findHandleName(name);
  const naming = written === undefined ? [] : [edit(NAMING, shown.span, written)];
  const opening = document.facts(openingHandles)[0];
  if (opening && part === document.body && span.end <= opening.span.end) {
    const leavingOut = edit(LEAVING_OUT, opening.span, opening.replacement);
    const isSubject =
      opening.handles.length === 1 && VERB.test(part.text.slice(span.end, span.end + 2 * BEFORE));
    return isSubject ? naming : [leavingOut];
  }
  const removal = findRemoval(shown, written !== undefined);
  return removal ? [...naming, edit(LEAVING_OUT, removal, '')] : naming;
};
