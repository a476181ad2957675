import { countWhile } from '../../core/partition.ts';
import type { Span } from '../../core/span.ts';
import type { Detector, Document, Part } from '../../document/document.ts';
import type { KindPhrase } from '../phrases.ts';
import { sentenceAt, sentences } from '../sentences.ts';
import { wordingDetector } from '../wording.ts';

const KINDS = [
  'home',
  'office',
  'venue',
  'satnav',
  'ring',
  'no-phone',
  'talk',
  'asked',
  'harmless',
] as const;
type Kind = (typeof KINDS)[number];

/** Words round a contact that tell whose it is. */
export const contactCues = wordingDetector('contacts', {
  kinds: KINDS,
  longest: 'of-each',
  acrossSentences: false,
});

interface PartCues {
  readonly part: Part;
  /** In the order in which they begin. */
  readonly cues: readonly KindPhrase<Kind>[];
}

const cuesByPart: Detector<PartCues> = (document) =>
  document.parts.map((part) => ({
    part,
    cues: document.facts(contactCues).filter((cue) => cue.part === part),
  }));

interface Placed {
  readonly part: Part;
  readonly span: Span;
}

/** How many characters away a cue may stand. */
interface Reach {
  readonly before?: number;
  /** In the same sentence. */
  readonly behind?: number;
}

const FAR = 120;
/** No line of the list is said in more characters. */
const LONGEST_CUE = 100;

const isTouching = (a: Span, b: Span): boolean => a.start < b.end && b.start < a.end;

/**
 * The kind of the cue that stands nearest before a contact, in its sentence or the one before it: a
 * colon ends a sentence too, as in `Office: 01632 960114`. Where there is none, the nearest behind it.
 */
export const nearestCue = <const Asked extends Kind>(
  document: Document,
  { part, span }: Placed,
  kinds: readonly Asked[],
  { before = FAR, behind = FAR }: Reach = {},
): Asked | undefined => {
  const all = document.facts(sentences);
  const own = sentenceAt(all, document.parts, part, span.start);
  let nearest: { kind: Asked; far: number } | undefined;
  const { cues } = document.facts(cuesByPart).find((one) => one.part === part)!;
  const from = span.start - before - LONGEST_CUE;
  const first = countWhile(cues, (cue) => cue.span.start < from);
  for (let at = first; at < cues.length && cues[at]!.span.start <= span.end + behind; at += 1) {
    const cue = cues[at]!;
    const kind = kinds.find((asked) => asked === cue.kind);
    if (kind === undefined || isTouching(cue.span, span)) continue;
    const isBefore = cue.span.start < span.start;
    const far = isBefore ? span.start - cue.span.end : cue.span.start - span.end;
    if (far > (isBefore ? before : behind)) continue;
    const sentence = sentenceAt(all, document.parts, part, cue.span.start);
    if (isBefore ? own - sentence > 1 : sentence !== own) continue;
    const rank = isBefore ? far : before + far;
    if (rank < (nearest?.far ?? Infinity)) nearest = { kind, far: rank };
  }
  return nearest?.kind;
};
