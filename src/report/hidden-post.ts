import { partOfFinding, textOfPart } from '../core/parts.ts';
import type { Finding } from '../core/finding.ts';
import type { Media, Post } from '../core/post.ts';
import type { JudgedPost } from '../core/report.ts';
import type { PartName, Span } from '../core/span.ts';
import type { Mask } from './mask.ts';
import { masked, maskOf } from './mask.ts';
import { hiddenPublished } from './published.ts';

/** Where a place of a text stands once its names are masked. */
const movedOffset = (
  offset: number,
  text: string,
  masks: readonly Span[],
  isEnd: boolean,
): number => {
  const inside = masks.find(({ start, end }) => start < offset && offset < end);
  const at = inside ? (isEnd ? inside.end : inside.start) : offset;
  return masked(
    text.slice(0, at),
    masks.filter(({ end }) => end <= at),
  ).length;
};

const moved = ({ start, end }: Span, text: string, masks: readonly Span[]): Span => ({
  start: movedOffset(start, text, masks, false),
  end: movedOffset(end, text, masks, true),
});

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
  const hideFinding = (finding: Finding): Finding => {
    const part = partOfFinding(finding);
    const text = textOfPart(post, part) ?? '';
    return {
      ...finding,
      message: inWords(finding.message),
      ...(finding.advice !== undefined && { advice: inWords(finding.advice) }),
      range: finding.range && moved(finding.range, text, mask.inPart(part)),
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
