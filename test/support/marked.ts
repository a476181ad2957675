import { mark } from '../../src/core/marks.ts';
import { partOfFinding, textOfPart } from '../../src/core/parts.ts';
import type { Post } from '../../src/core/post.ts';
import type { PartName, Place, Where } from '../../src/core/span.ts';

/** Each part of a post with ⟦marks⟧ round what stands at these places. */
export const markParts = (
  post: Post,
  places: readonly Place[],
): Readonly<Record<string, string>> => {
  const parts: PartName[] = [
    'text',
    ...post.media.flatMap((_, i): PartName[] => [`media[${i}].alt`, `media[${i}].file`]),
  ];
  return Object.fromEntries(
    parts.flatMap((part) => {
      const text = textOfPart(post, part);
      const spans = places.filter((place) => place.part === part).map(({ span }) => span);
      return text === undefined ? [] : [[part, mark(text, spans)]];
    }),
  );
};

/** The places of what was found, without what has no place in a text. */
export const placesOf = (
  found: readonly { readonly where: Where; readonly range: Place['span'] | null }[],
): readonly Place[] =>
  found.flatMap(({ where, range }) =>
    range ? [{ part: partOfFinding({ where }), span: range }] : [],
  );
