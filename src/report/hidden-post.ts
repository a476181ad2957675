import { partOfFinding, textOfPart } from '../core/parts.ts';
import type { Finding } from '../core/finding.ts';
import type { Media, Post } from '../core/post.ts';
import type { JudgedPost } from '../core/report.ts';
import type { PartName, Span } from '../core/span.ts';
import type { Mask } from './mask.ts';
import { masked, maskOf } from './mask.ts';
import { hiddenPublished } from './published.ts';

/** Where places of a text stand once its names are masked; one inside a name takes all of it. */
const movedBy = (text: string, masks: readonly Span[]): ((span: Span) => Span) => {
  let shift = 0;
  const shifts = masks.map(({ start, end }) => {
    const before = shift;
    shift +=
      masked(text.slice(start, end), [{ start: 0, end: end - start }]).length - (end - start);
    return { start, end, before };
  });
  /** The last mask that begins before an offset. */
  const lastBefore = (offset: number) => {
    let [low, high] = [0, shifts.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (shifts[middle]!.start < offset) low = middle + 1;
      else high = middle;
    }
    return low - 1;
  };
  const moved = (offset: number, isEnd: boolean): number => {
    const index = lastBefore(offset);
    const mask = shifts[index];
    if (!mask) return offset;
    const after = shifts[index + 1]?.before ?? shift;
    if (offset >= mask.end) return offset + after;
    return isEnd ? mask.end + after : mask.start + mask.before;
  };
  return ({ start, end }) => ({ start: moved(start, false), end: moved(end, true) });
};

const hiddenMedia = (media: readonly Media[], mask: Mask): readonly Media[] =>
  media.map(({ people: _, ...one }, index) => {
    const hide = (part: PartName, text: string): string => masked(text, mask.inPart(part));
    return {
      ...one,
      ...(one.alt !== undefined && { alt: hide(`media[${index}].alt`, one.alt) }),
      ...(one.file !== undefined && { file: hide(`media[${index}].file`, one.file) }),
    };
  });

/**
 * A judged post in which names of children are masked already, its text, its ids and what was said of
 * it: what leaves the machine, and what is put together from parts. Ranges count the masked texts.
 */
export const hiddenPost = (judged: JudgedPost, reveal: boolean): JudgedPost => {
  const { post, findings, trace } = judged;
  if (reveal || judged.names.length === 0) return judged;
  const mask = maskOf(judged, reveal);
  const inWords = (text: string): string => masked(text, mask.inWords(text));
  const moving = new Map<PartName, (span: Span) => Span>();
  const moves = (part: PartName): ((span: Span) => Span) => {
    const known = moving.get(part) ?? movedBy(textOfPart(post, part) ?? '', mask.inPart(part));
    moving.set(part, known);
    return known;
  };
  const hideFinding = (finding: Finding): Finding => {
    const { range } = finding;
    return {
      ...finding,
      message: inWords(finding.message),
      ...(finding.advice !== undefined && { advice: inWords(finding.advice) }),
      range: range && moves(partOfFinding(finding))(range),
      evidence: finding.evidence.map(inWords),
      suggestions: finding.suggestions.map((one) => ({
        title: masked(one.title, mask.inText(one.title)),
        text: masked(one.text, mask.inText(one.text)),
      })),
    };
  };
  const hidden: Post = {
    ...post,
    id: masked(post.id, mask.inLabel(post.id)),
    text: masked(post.text, mask.inPart('text')),
    origin: { ...post.origin, file: masked(post.origin.file, mask.inPath(post.origin.file)) },
    media: hiddenMedia(post.media, mask),
    ...(post.published && { published: hiddenPublished(post.published, mask) }),
  };
  return {
    ...judged,
    post: hidden,
    findings: findings.map(hideFinding),
    waived: judged.waived.map(({ finding, waiver }) => ({
      finding: hideFinding(finding),
      waiver: {
        ...waiver,
        reason: inWords(waiver.reason),
        approvedBy: inWords(waiver.approvedBy),
      },
    })),
    known: judged.known.map(hideFinding),
    names: [],
    ...(trace && {
      trace: {
        ...trace,
        ...(trace.published && { published: hiddenPublished(trace.published, mask) }),
        mentions: trace.mentions.map((handle) => masked(handle, mask.inLabel(handle))),
        excused: trace.excused.map((one) => ({ ...one, what: inWords(one.what) })),
      },
    }),
  };
};
