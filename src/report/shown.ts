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
  /** A text that somebody wrote about the post. */
  readonly words: (text: string) => string;
  readonly place: (finding: Finding) => FileStretch;
}

export const shownPost = (judged: JudgedPost, reveal: boolean): ShownPost => {
  const { id, origin } = judged.post;
  const mask = maskOf(judged, reveal);
  const label = (text: string): string => shownText(text, mask.inLabel(text));
  return {
    file: label(origin.file),
    path: label(repoPath(origin.file)),
    id: label(id),
    mask,
    words: (text) => shownText(text, mask.inText(text)),
    place: (finding) => placeOf(judged.post, finding),
  };
};
