import type { Post } from '../../../core/post.ts';
import { isMapping, mappingOf } from '../../../syntax/plain-data.ts';
import { asInstant, asText } from '../networks/values.ts';
import { unescaped } from '../networks/x-words.ts';
import type { Place } from '../networks/place.ts';
import { noteWords } from './words.ts';

/** A long post in full; its own number is no post’s. */
export interface Note {
  readonly id: string;
  readonly text: string;
  /** As it stands in the archive, with short links. */
  readonly raw: string;
  readonly atMs: number;
  readonly place: Place;
}

/** The long posts of an archive, which the tweets tell the beginning of. */
export interface NoteShelf {
  /** False: the record is none. */
  readonly add: (value: unknown, place: Place) => boolean;
  /** The long form of a text that was written in a second; undefined: it is no beginning of one. */
  readonly join: (written: string, atMs: number | undefined) => string | undefined;
  /** Those that no tweet is the beginning of. */
  readonly rest: () => readonly Note[];
}

/** A text ends so where X cut it: perhaps with a link to all of it behind. */
const CUT_END = /\s{0,9}(?:…\s{0,9})?(?:https?:\/\/t\.co\/\w{1,20}\s{0,9}){0,4}$/u;
const OPENING_HANDLES = /^(?:@\w{1,30}\s{1,9}){1,100}/u;

/** Beginnings shorter than this are many posts’. */
const ENOUGH = 20;

const beginningOf = (written: string): string => unescaped(written).replace(CUT_END, '');

const readNote = (value: unknown, place: Place): Note | undefined => {
  const note = mappingOf(mappingOf(value)['noteTweet']);
  const core = mappingOf(note['core']);
  const atMs = asInstant(note['createdAt']);
  const raw = core['text'];
  const id = asText(note['noteTweetId']);
  if (typeof raw !== 'string' || atMs === undefined || id === undefined) return undefined;
  return { id, raw, text: noteWords(raw, core['urls']), atMs, place };
};

export const createNoteShelf = (): NoteShelf => {
  const bySecond = new Map<number, Note[]>();
  const joined = new Set<Note>();

  /** X answers the handles at the beginning of one of the two alone. */
  const isBeginning = (beginning: string, { raw }: Note): boolean =>
    raw.startsWith(beginning) ||
    raw.replace(OPENING_HANDLES, '').startsWith(beginning.replace(OPENING_HANDLES, ''));

  return {
    add(value, place) {
      if (!isMapping(value)) return false;
      const note = readNote(value, place);
      if (!note) return false;
      const second = Math.floor(note.atMs / 1000);
      bySecond.set(second, [...(bySecond.get(second) ?? []), note]);
      return true;
    },
    join(written, atMs) {
      if (bySecond.size === 0 || atMs === undefined) return undefined;
      const second = Math.floor(atMs / 1000);
      const near = [second, second - 1, second + 1].flatMap((at) => bySecond.get(at) ?? []);
      if (near.length === 0) return undefined;
      const beginning = beginningOf(written);
      const found = near.find(
        (note) =>
          isBeginning(beginning, note) &&
          (beginning.length >= ENOUGH || Math.floor(note.atMs / 1000) === second),
      );
      if (!found) return undefined;
      joined.add(found);
      // What is whole already has its links told better, and its pictures.
      return found.raw.length > beginning.length ? found.text : undefined;
    },
    rest: () => [...bySecond.values()].flat().filter((note) => !joined.has(note)),
  };
};

/** A long post of which no tweet is the beginning: its words went out all the same. */
export const postOfNote = ({ id, text, atMs, place }: Note): Post => ({
  id,
  text,
  origin: place,
  at: { kind: 'instant', epochMs: Math.floor(atMs / 1000) * 1000 },
  media: [],
  published: { kind: 'own' },
});
