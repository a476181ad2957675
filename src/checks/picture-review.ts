import { array, minLength, optional, picklist, pipe, strictObject } from 'valibot';
import type { Picture } from '../facts/pictured.ts';
import { pictured } from '../facts/pictured.ts';
import { pictureCues } from '../facts/picture-wording.ts';
import type { Document } from '../document/document.ts';
import type { Breach } from './check.ts';
import { defineCheck } from './check.ts';

/** Flags pictures that somebody judged unsuitable, and asks for a second look where clothes are few. */
export const pictureReview = defineCheck({
  name: 'picture-review',
  params: strictObject({
    only: optional(pipe(array(picklist(['review', 'dress'])), minLength(1)), ['review']),
  }),
  *run({ only }, { document }) {
    if (document.post.media.length === 0) return;
    if (only.includes('review')) yield* unsuitable(document);
    if (only.includes('dress')) yield* sparselyDressed(document);
  },
  lacks: ({ only }, { document }) => {
    const isOpen =
      only.includes('review') &&
      document.facts(pictured).some((picture) => {
        const isOfThings = picture.shows === 'work' || picture.shows === 'nobody';
        return !isOfThings && document.post.media[picture.index]?.review === undefined;
      });
    return isOpen ? 'nobody recorded having looked at a picture (media: review)' : undefined;
  },
});

function* unsuitable(document: Document): Iterable<Breach> {
  for (const [index, { review }] of document.post.media.entries()) {
    if (review !== 'unsuitable') continue;
    yield {
      where: `media[${index}]`,
      range: null,
      confidence: 'certain',
      evidence: ['whoever looked at it judged it unsuitable'],
    };
  }
}

/** Each alt text is asked about once, and not after somebody has looked at the picture. */
function* sparselyDressed(document: Document): Iterable<Breach> {
  for (const picture of document.facts(pictured)) {
    const name = `media[${picture.index}].alt` as const;
    if (!mayShowPupils(picture) || document.post.media[picture.index]?.review) continue;
    const cue = document
      .facts(pictureCues)
      .find(({ kind, part }) => kind === 'dress' && part.name === name);
    if (!cue) continue;
    yield {
      where: name,
      range: document.place(cue.part, cue.span).span,
      confidence: 'possible',
      evidence: ['the words speak of water, a gym or changing: is everybody suitably dressed?'],
    };
  }
}

const mayShowPupils = ({ hasChildren, shows }: Picture): boolean =>
  hasChildren ?? shows === 'unknown';
