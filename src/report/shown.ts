import type { Finding } from '../core/finding.ts';
import type { JudgedPost } from '../core/report.ts';
import type { Span } from '../core/span.ts';
import { cells } from './cells.ts';
import type { Mask } from './mask.ts';
import { maskOf, visibleMasked } from './mask.ts';
import type { FileStretch } from './place.ts';
import { placeOf } from './place.ts';
import { repoPath } from './repo-path.ts';

/** A text longer than this is cut: nobody reads on, and a hostile one could fill the report. */
const LONGEST = 2000;

/** A text on one line and safe to show, cut where it goes on for too long. */
export const shownText = (text: string, masks: readonly Span[] = []): string => {
  if (text.length <= LONGEST) return visibleMasked(text, masks);
  const kept = cells(text, { start: 0, end: LONGEST }, masks);
  return `${kept.map(({ shown }) => shown).join('')}…`;
};

/** What a report says of a post: on one line, safe to show, names of children masked. */
export interface ShownPost {
  readonly file: string;
  /** The file as services know it. */
  readonly path: string;
  readonly id: string;
  readonly mask: Mask;
  /** A text that was made of the post, or written for any. */
  readonly words: (text: string) => string;
  /** A text that somebody wrote in a waiver. */
  readonly inWaiver: (text: string) => string;
  readonly place: (finding: Finding) => FileStretch;
}

export const shownPost = (judged: JudgedPost, reveal: boolean): ShownPost => {
  const { id, origin } = judged.post;
  const mask = maskOf(judged, reveal);
  const path = (text: string): string => shownText(text, mask.inPath(text));
  return {
    file: path(origin.file),
    path: path(repoPath(origin.file)),
    id: shownText(id, mask.inLabel(id)),
    mask,
    words: (text) => shownText(text, mask.inText(text)),
    inWaiver: (text) => shownText(text, mask.inWords(text)),
    place: (finding) => placeOf(judged.post, finding),
  };
};
