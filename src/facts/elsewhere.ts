import type { Span } from '../core/span.ts';
import type { Part } from '../document/document.ts';

const PLACE = /^ (?:the )?\p{Lu}\p{Ll}/u;
/** `moves to Year 3`, `in Mr Cole’s room`, `on Monday`: written large and no place to live. */
const IN_SCHOOL =
  /^ (?:the )?(?:Y(?:ear|r)?s? ?\d|Class|Reception|Nursery|Key|Room|Form|Head|Mon|Tue|Wed|Thu|Fri|Sat|Sun|Jan|Feb|Mar(?:ch)?\b|Apr|May\b|Jun|Jul|Aug|Sep|Oct|Nov|Dec|Zoom|Teams|M(?:r|rs|iss|s|x)\b)/u;

/** Whether a town or a country stands behind a span: `moving to` before `Leeds`. */
export const isElsewhere = ({
  part,
  span,
}: {
  readonly part: Part;
  readonly span: Span;
}): boolean => {
  const after = part.text.slice(span.end, span.end + 16);
  return PLACE.test(after) && !IN_SCHOOL.test(after);
};
