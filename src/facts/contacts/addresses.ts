import type { Span } from '../../core/span.ts';
import type { Detector, Document, Part } from '../../document/document.ts';
import { words } from '../words.ts';
import type { Contact } from './contact.ts';
import { findHouse } from './houses.ts';
import { nearestCue } from './near.ts';
import { isFamous } from './roads.ts';

const HOME_REACH = 30;
const VENUE_REACH = 45;
/** `after school to 14 Larch Close`: the school is no venue here. */
const ELSEWHERE = /\b(?:after|from|for|to|our) (?:the )?(?:school|office|club|church) [^,.:]*$/i;
/** `12 Mill Lane (the Scout hut)` */
const EXPLAINED = /^(?: \(|, )(?:the |our |at )/i;

const ownerOf = (document: Document, part: Part, span: Span, value: string): Contact['owner'] => {
  if (isFamous(value)) return 'public';
  const before = part.text.slice(Math.max(span.start - VENUE_REACH, 0), span.start);
  if (ELSEWHERE.test(before)) return 'person';
  const isExplained = EXPLAINED.test(part.text.slice(span.end, span.end + HOME_REACH));
  const near = nearestCue(document, { part, span }, ['venue', 'home'], {
    before: VENUE_REACH,
    behind: isExplained ? HOME_REACH : 0,
  });
  return near === 'venue' ? 'office' : 'person';
};

const contactOf = (document: Document, part: Part, span: Span): Contact => {
  const value = part.text.slice(span.start, span.end).replace(/[,.]/g, '').toLowerCase();
  const owner = ownerOf(document, part, span, value);
  return { part, span, kind: 'address', value, owner, confidence: 'likely' };
};

const MAY_HOLD = /\d[a-h]?,? [a-z]|[a-z], [A-Z]|\blives\b/i;

/** Houses with their roads, and whose they are said to be. */
export const addresses: Detector<Contact> = (document) => {
  const parts = document.parts.filter(
    ({ name, text }) => !name.endsWith('.file') && MAY_HOLD.test(text),
  );
  if (parts.length === 0) return [];
  const all = document.facts(words);
  return all.flatMap(({ part }, at) => {
    if (!parts.includes(part)) return [];
    const isHome = (offset: number): boolean => {
      const span = { start: offset, end: offset };
      return nearestCue(document, { part, span }, ['home'], { before: HOME_REACH }) === 'home';
    };
    const span = findHouse(all, at, isHome);
    return span ? [contactOf(document, part, span)] : [];
  });
};
