import { pattern } from '../core/pattern.ts';
import type { Span } from '../core/span.ts';
import type { Detector, Document, Part } from '../document/document.ts';
import type { Cue } from './cues.ts';
import { cueDetector } from './cues.ts';
import { handles } from './handles.ts';
import { links } from './links.ts';
import { reposts } from './reposts.ts';
import { isTouched, stretchesOf } from './stretches.ts';

const TELLING = [
  'copied',
  'anonymous',
  'lead',
  'excuse',
  'verse',
  'picture',
  'cleared',
  'speech',
  'took',
] as const;
const OTHERS = ['whence'] as const;
type Kind = (typeof TELLING)[number] | (typeof OTHERS)[number];

/** What is said round other people’s words and pictures. */
export const creditCues: Detector<Cue<Kind>> = cueDetector<Kind>('credit', {
  telling: TELLING,
  others: OTHERS,
});

/** Asked only where something is shown: nearly every post has such a word. */
const nobodyCues = cueDetector('credit', { telling: ['nobody'], others: [] });

/** `via Hexley Juniors`, `words by Ama Quill`, `Photo: Hexley Gazette`, `© Hexley Press`. */
const CREDIT = pattern(
  /(?:(?:\b(?:[Vv]ia|VIA|[Bb]y|[Ff]rom|[Tt]hanks to|[Tt]hank you(?: to)?|[Cc]redits?(?: goes)?(?: to)?|[Cc]ourtesy of|[Hh]\/[Tt]|HT|[Hh]at[- ]tip(?: to)?|[Ss]ource|[Ww]ords|[Pp]hotos?|[Pp]ictures?|[Pp]ic|[Ii]mage|[Aa]rtist|[Pp]oet|[Aa]uthor)|[©📷📸✍])\uFE0F? ?:? ?)(?<name>\p{Lu}[\p{L}'.]*)/gu,
);

const namedSources: Detector<{ part: Part; span: Span }> = ({ body: part }) =>
  [...CREDIT.matchAll(part.text)].map(({ 0: all, index, groups }) => {
    const end = index + all.length;
    return { part, span: { start: end - groups!['name']!.length, end } };
  });

/** Whether the post leads to whoever made what it shows: a handle, a link, a repost or a name. */
export const isCredited = (document: Document): boolean => {
  if (document.facts(reposts).length > 0) return true;
  if (document.facts(handles).some(({ isOwn }) => !isOwn)) return true;
  if (document.facts(links).length > 0) return true;
  const nobody = stretchesOf(document.facts(nobodyCues));
  return document.facts(namedSources).some((named) => !isTouched(nobody, named));
};
