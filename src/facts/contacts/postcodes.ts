import { dataLines } from '../../core/data-lines.ts';
import type { Detector, Document, Part } from '../../document/document.ts';
import areaList from '../data/postcode-areas.txt?raw';
import { addresses } from './addresses.ts';
import type { Contact } from './contact.ts';
import { nearestCue } from './near.ts';

/** An outward part without its space, and an inward part: the letters C, I, K, M, O and V end none. */
const POSTCODE =
  /(?<![\p{L}\p{N}#@/_-])([A-Z]{1,2})(\d[A-Z\d]?) ?(\d[ABD-HJLNP-UW-Z]{2})(?![\p{L}\p{N}_@-])/giu;
/** `KS1 2ND place`, `Y4 1ST half`. */
const ORDINAL = /^(?:1ST|2ND|3RD|\dTH)$/iu;

let areas: ReadonlySet<string> | undefined;

const isArea = (letters: string): boolean =>
  (areas ??= new Set(dataLines(areaList).flatMap((line) => line.split(' ')))).has(letters);

const SAID = /post ?code[^\p{L}]*(?:is|:|=)?\s*$/iu;
const SAID_REACH = 16;

const ownerOf = (document: Document, part: Part, start: number, end: number): Contact['owner'] => {
  const house = document
    .facts(addresses)
    .find((one) => one.part === part && one.span.end <= start && start - one.span.end <= 40);
  if (house) return house.owner;
  const near = nearestCue(document, { part, span: { start, end } }, ['home', 'venue', 'satnav']);
  return near === 'venue' || near === 'satnav' ? 'office' : 'person';
};

const postcodesIn = (document: Document, part: Part): Contact[] =>
  [...part.text.matchAll(POSTCODE)].flatMap((match): Contact[] => {
    const [written, area = '', , inward = ''] = match;
    const start = match.index;
    const end = start + written.length;
    const before = part.text.slice(Math.max(start - SAID_REACH, 0), start);
    const isSaid = SAID.test(before) || (/\p{L}, ?$/u.test(before) && !ORDINAL.test(inward));
    const isCapital = written === written.toUpperCase();
    const isSure = isCapital && isArea(area) && !ORDINAL.test(inward);
    if (!isSure && !(isSaid && (isCapital || isArea(area.toUpperCase())))) return [];
    return [
      {
        part,
        span: { start, end },
        kind: 'postcode',
        value: written.toUpperCase().replace(' ', ''),
        owner: ownerOf(document, part, start, end),
        confidence: 'likely',
      },
    ];
  });

/** Full British postcodes of the text and the alt texts. */
export const postcodes: Detector<Contact> = (document) =>
  document.parts
    .filter(({ name, text }) => !name.endsWith('.file') && /\d[a-z]{2}\b/i.test(text))
    .flatMap((part) => postcodesIn(document, part));
