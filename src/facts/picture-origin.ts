import type { Span } from '../core/span.ts';
import type { Detector, Document, Part } from '../document/document.ts';
import { creditCues, isCredited } from './credit.ts';
import sources from './data/picture-sources.txt?raw';
import { readSections } from './sections.ts';
import { toKey } from './words.ts';

/** Where a picture comes from, as far as its name and the words round it tell. */
export interface PictureOrigin {
  /** Index in the post’s media. */
  readonly index: number;
  /** `own`: it bears the name that a camera gives, or is on record as taken with one. */
  readonly origin: 'own' | 'library' | 'broadcast' | 'admitted' | 'unknown';
  /** The words that say so, in their part’s folded text. */
  readonly place?: { readonly part: Part; readonly span: Span };
}

let read: ReadonlyMap<string, ReadonlySet<string>> | undefined;
const isListed = (heading: string, name: string): boolean => {
  read ??= new Map([...readSections(sources)].map(([key, names]) => [key, new Set(names)]));
  return read.get(heading)?.has(name) ?? false;
};

/** `IMG_2031.jpg`, `DSC_0042.JPG`, `P1010230.jpg`, `PXL_20260311_0915.jpg`: as cameras name them. */
const CAMERA_NAME =
  /^(?:img|dsc[nf]?|dscn|pxl|mvi|mov|vid|gopr|gx|dji|sam|cimg|p(?=\d{6})|\d{8})[_-]?\w{0,3}?\d{3}/iu;

const PIECE = /[a-z\d]+/giu;

interface Source {
  readonly origin: 'library' | 'broadcast';
  readonly span: Span;
}

const findSource = ({ text }: Part): Source | undefined => {
  const pieces = [...text.matchAll(PIECE)].map(({ 0: piece, index }) => ({
    key: toKey(piece),
    span: { start: index, end: index + piece.length },
  }));
  const bare = (key: string): string => key.replace(/\d+$/u, '');
  const library = pieces.find(
    ({ key }) => isListed('library', key) || isListed('library', bare(key)),
  );
  if (library) return { origin: 'library', span: library.span };
  if (!pieces.some(({ key }) => isListed('recording', key) || key === 'tv')) return undefined;
  const shown = pieces.find(({ key }) => isListed('broadcaster', key));
  return shown && { origin: 'broadcast', span: shown.span };
};

const partsOf = ({ parts }: Document, index: number): readonly Part[] =>
  parts.filter(({ name }) => name.startsWith(`media[${index}].`));

/** What the post says of its pictures; it counts for all of them. */
const findAdmission = (document: Document, own: readonly Part[]): PictureOrigin['place'] => {
  const cues = document.facts(creditCues);
  const inAlt = cues.find(
    ({ kind, part }) => (kind === 'picture' || kind === 'copied') && own.includes(part),
  );
  if (inAlt) return inAlt;
  const isCleared = cues.some(({ kind }) => kind === 'cleared');
  const inText = cues.find(
    ({ kind, part }) =>
      part === document.body && (kind === 'picture' || kind === 'copied' || kind === 'anonymous'),
  );
  return inText && !isCleared && !isCredited(document) ? inText : undefined;
};

const originOf = (document: Document, index: number): PictureOrigin => {
  const { file, camera, schoolDevice } = document.post.media[index]!;
  const own = partsOf(document, index);
  for (const part of own) {
    const source = findSource(part);
    if (source) return { index, origin: source.origin, place: { part, span: source.span } };
  }
  const place = findAdmission(document, own);
  if (place) return { index, origin: 'admitted', place };
  const isTaken = camera !== undefined || schoolDevice === true || CAMERA_NAME.test(file ?? '');
  return { index, origin: isTaken ? 'own' : 'unknown' };
};

/** One entry for each picture of the post. */
export const pictureOrigins: Detector<PictureOrigin> = (document) =>
  document.post.media.map((_, index) => originOf(document, index));
