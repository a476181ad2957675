import { strictObject } from 'valibot';
import type { Document } from '../document/document.ts';
import type { OwnPhrases } from '../facts/own-phrases.ts';
import { firstInParts } from '../facts/own-phrases.ts';
import { ridicule } from '../facts/ridicule.ts';
import { pictured } from '../facts/pictured.ts';
import { defineCheck, phraseList } from './check.ts';
import { wordBreaches } from './wording-check.ts';

/** Flags captions and alt texts that make fun of pupils who are shown. */
export const pictureRidicule = defineCheck({
  name: 'picture-ridicule',
  params: strictObject({ add: phraseList, ignore: phraseList }),
  *run(own, { document }) {
    if (document.post.media.length === 0) return;
    yield* wordBreaches(document, found(document, own), EVIDENCE, (form) =>
      form === 'tease' ? 'possible' : 'likely',
    );
  },
});

const EVIDENCE = {
  mock: 'this makes fun of whoever is in the picture',
  tease: 'this may make fun of whoever is in the picture',
} as const;

/** A picture of work, of things or of grown-ups shows nobody whom the clause protects. */
const found = (document: Document, own: OwnPhrases) => {
  const shown = document.facts(pictured).filter(({ hasChildren }) => hasChildren !== false);
  return firstInParts(document, document.facts(ridicule), own).filter(({ part: { name } }) =>
    shown.some(({ index }) => name === 'text' || name === `media[${index}].alt`),
  );
};
