import { array, integer, maxValue, minLength, minValue, number } from 'valibot';
import { optional, picklist, pipe, strictObject } from 'valibot';
import type { AuditedPost } from '../core/audit.ts';
import type { Detail } from '../core/trace.ts';
import { DETAIL_KINDS } from '../core/trace.ts';
import { auditedPost, defineAudit } from './audit.ts';
import { answer, kept, notCheckable } from './support/answers.ts';
import { initialsOf, KIND_WORDS, tiesOf, yearOf } from './support/details.ts';
import { termFinder } from './support/term-of.ts';
import { joined } from './support/words.ts';

type Kind = Detail['kind'];

/** A post that tells something of a child that it does not name. */
interface Piece {
  readonly post: AuditedPost;
  readonly kinds: readonly Kind[];
  readonly year: string | undefined;
  readonly initials: string | undefined;
}

/** Posts about what is probably one child. */
interface Child {
  readonly pieces: readonly Piece[];
  readonly kinds: readonly Kind[];
}

/** One who is spoken of more often in a term is known by more than details. */
const MOST_PIECES = 100;

const keyOf = ({ post: { at, file, line, id } }: Piece): string =>
  JSON.stringify([at, file, line, id]);

/** In order of time, whichever came first; of very many the first stay. */
const firstOf = (pieces: readonly Piece[]): Piece[] =>
  pieces
    .map((piece) => ({ piece, key: keyOf(piece) }))
    .sort((a, b) => (a.key < b.key ? -1 : 1))
    .slice(0, MOST_PIECES)
    .map(({ piece }) => piece);

const kindsOf = (pieces: readonly Piece[]): readonly Kind[] => {
  const told = new Set(pieces.flatMap(({ kinds }) => kinds));
  return DETAIL_KINDS.filter((kind) => told.has(kind));
};

/** Pieces that share a tie, apart where their years or their initials say that they are of two children. */
const apart = (
  pieces: readonly Piece[],
  by: 'year' | 'initials',
): readonly (readonly Piece[])[] => {
  const values = new Set(pieces.flatMap((piece) => piece[by] ?? []));
  if (values.size < 2) return [pieces];
  return [...values].map((value) =>
    pieces.filter((piece) => piece[by] === value || piece[by] === undefined),
  );
};

/** Several posts that together tell more than any of them does, and enough to know a child by. */
const isTelling = ({ pieces, kinds }: Child, least: number): boolean =>
  pieces.length > 1 &&
  kinds.length >= least &&
  pieces.every((piece) => piece.kinds.length < kinds.length);

const placeOf = ({ pieces }: Child): string => pieces.map(keyOf).join();

/** The largest first; one whose posts all stand in another is that other. */
const withoutShadows = (children: readonly Child[]): readonly Child[] => {
  const told: ReadonlySet<string>[] = [];
  return [...children]
    .sort(
      (a, b) =>
        b.pieces.length - a.pieces.length ||
        b.kinds.length - a.kinds.length ||
        (placeOf(a) < placeOf(b) ? -1 : 1),
    )
    .filter(({ pieces }) => {
      const keys = pieces.map(keyOf);
      if (told.some((other) => keys.every((key) => other.has(key)))) return false;
      told.push(new Set(keys));
      return true;
    });
};

/** Details that tell who a child is only when posts are put together. */
export const jigsaw = defineAudit({
  name: 'jigsaw',
  about: 'whether posts put together tell who a child is that none of them names',
  params: strictObject({
    /** How many kinds of detail it takes. */
    least: optional(pipe(number(), integer(), minValue(2), maxValue(DETAIL_KINDS.length)), 3),
    kinds: optional(pipe(array(picklist(DETAIL_KINDS)), minLength(1)), [...DETAIL_KINDS]),
  }),
  start({ least, kinds }, { school }) {
    const termOf = termFinder(school.terms);
    const tied = new Map<string, Piece[]>();
    let posts = 0;
    return {
      add(judged) {
        posts += 1;
        const details = judged.trace?.details.filter(({ kind }) => kinds.includes(kind)) ?? [];
        if (judged.at === null || details.length === 0) return;
        const ties = tiesOf(details);
        if (ties.length === 0) return;
        const term = termOf(judged.at.slice(0, 10));
        const told = new Set(details.map(({ kind }) => kind));
        const piece: Piece = {
          post: auditedPost(judged),
          kinds: [...told],
          year: yearOf(details),
          initials: initialsOf(details),
        };
        for (const tie of ties) {
          const key = `${term}: ${tie}`;
          const known = tied.get(key);
          if (!known) tied.set(key, [piece]);
          else if (known.push(piece) >= 2 * MOST_PIECES) tied.set(key, firstOf(known));
        }
      },
      end() {
        if (posts === 0) return notCheckable('The archive holds no post of the period.');
        const children = withoutShadows(
          [...tied].flatMap(([key, all]) =>
            apart(firstOf(all), key.includes(': initials ') ? 'year' : 'initials')
              .map((pieces): Child => ({ pieces, kinds: kindsOf(pieces) }))
              .filter((child) => isTelling(child, least)),
          ),
        );
        if (children.length === 0) {
          return kept(
            `No posts that are probably about one child tell ${least} kinds of detail or more only when put together.`,
          );
        }
        const items = children.flatMap((child, index) =>
          child.pieces.map(({ post, kinds: told }) => ({
            rank: index,
            post,
            told: `Child ${index + 1}, ${child.pieces.length} posts: this one tells ${joined(told.map((kind) => KIND_WORDS[kind]))}; together they tell ${joined(child.kinds.map((kind) => KIND_WORDS[kind]))}.`,
          })),
        );
        const who = children.length === 1 ? 'one child' : `${children.length} children`;
        return answer(
          'look',
          `Details spread over several posts may tell who ${who} ${children.length === 1 ? 'is' : 'are'}: ${least} kinds or more are known, though no post tells them all.`,
          items,
        );
      },
    };
  },
});
