import type { Detector } from '../../document/document.ts';
import { quotes } from '../quotes.ts';
import { isTouched, stretchesOf } from '../stretches.ts';
import type { Contact } from './contact.ts';
import { contactCues } from './near.ts';

const TALK =
  /\b(?:text|ring|call|phone|whatsapp|message|msg|dm|contact|get|reach|snap|inbox|add|number|digits|address|mobile|postcode)\b/i;

/** Words that give a private number or address without it, and words that ask a reader for theirs. */
export const contactTalk: Detector<Contact> = (document) => {
  if (!document.parts.some(({ text }) => TALK.test(text))) return [];
  const all = document.facts(contactCues);
  const told = all.filter(({ kind }) => kind === 'talk' || kind === 'asked');
  if (told.length === 0) return [];
  const harmless = all.filter(({ kind }) => kind === 'harmless');
  const covered = stretchesOf([...document.facts(quotes), ...harmless]);
  return told
    .filter(({ part, span }) => !part.name.endsWith('.file') && !isTouched(covered, { part, span }))
    .map(({ part, span, kind }) => ({
      part,
      span,
      kind: 'talk',
      value: '',
      owner: 'person',
      confidence: kind === 'talk' ? 'likely' : 'possible',
    }));
};
