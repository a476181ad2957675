import { pattern } from '../core/pattern.ts';
import type { Span } from '../core/span.ts';
import type { Detector, Part } from '../document/document.ts';

/** A school by the shape of its name, ours or another; the span counts the part’s folded text. */
export interface SchoolShape {
  readonly part: Part;
  readonly span: Span;
}

const SHAPE = pattern(
  /(?<![\p{L}\p{N}@#])(?:Ysgol \p{Lu}[\p{L}'’-]+|\p{Lu}[\p{L}'’-]+ (?:\p{Lu}[\p{L}'’-]+ ){0,3}(?:Primary|Academy|High School|Grammar|Infants?|Juniors?|College|School))(?![\p{L}\p{N}])/gu,
);
/** `at Marsh High`: so short only behind a word that leads to a place. */
const SHORT =
  /(?<=(?<![\p{L}\p{N}])(?:at|from|of|to|in|outside) )\p{Lu}[\p{L}'’-]+ (?:\p{Lu}[\p{L}'’-]+ )?(?:High|First|Junior|Prep|Nursery|Secondary|Comp)(?! \p{Lu}[\p{Ll}])(?![\p{L}\p{N}])/gu;

const HINT =
  /ysgol|primary|academy|high|grammar|infant|junior|college|school|first|prep|nursery|secondary|comp/i;

/** `Hexley Academy`, `Ysgol Bryn`, `at Marsh High`; file names hold none. */
export const schoolShapes: Detector<SchoolShape> = (document) =>
  document.parts
    .filter(({ name, text }) => !name.endsWith('.file') && HINT.test(text))
    .flatMap((part) =>
      [...SHAPE.matchAll(part.text), ...part.text.matchAll(SHORT)].map(({ 0: text, index }) => ({
        part,
        span: { start: index, end: index + text.length },
      })),
    );
