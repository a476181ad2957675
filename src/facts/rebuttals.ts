import type { Span } from '../core/span.ts';
import type { Detector, Part } from '../document/document.ts';
import { cueDetector } from './cues.ts';
import { openingHandles } from './opening-handles.ts';

/** Wording that hits back at what somebody wrote. */
export interface Rebuttal {
  readonly part: Part;
  readonly span: Span;
  /** `retort`: wording that hits back in a reply only. */
  readonly form: 'rebuttal' | 'retort';
}

const cues = cueDetector<'rebuttal' | 'retort' | 'story'>('abuse', {
  telling: ['rebuttal', 'retort'],
  others: ['story'],
});

const signs = cueDetector<'signpost'>('abuse', { telling: ['signpost'], others: [] });

/** Wording that shows a neutral way on: whom to contact, how to complain. */
export const signposts: Detector<{ readonly part: Part; readonly span: Span }> = (document) =>
  document.facts(signs);

export const rebuttals: Detector<Rebuttal> = (document) => {
  const all = document.facts(cues);
  if (all.length === 0) return [];
  const isReply =
    (document.post.replyTo ?? '').trim() !== '' || document.facts(openingHandles).length > 0;
  const isStory = !isReply && all.some(({ kind }) => kind === 'story');
  return all.flatMap(({ kind, part, span }): Rebuttal[] => {
    if (kind === 'story' || isStory || (kind === 'retort' && !isReply)) return [];
    return [{ part, span, form: kind }];
  });
};
