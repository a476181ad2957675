import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import type { Post } from '../core/post.ts';
import { utf8Of } from '../core/utf8.ts';

const BYTES = 8;

/** Anything but single spaces. */
const ODD_SPACE = /\s\s|[^\S ]/u;

/** Spaces and line breaks that a spreadsheet or an editor changes are not words. */
const asWords = (text: string): string => {
  const composed = text.normalize('NFC').trim();
  return ODD_SPACE.test(composed) ? composed.replace(/\s+/gu, ' ') : composed;
};

/**
 * What stands for the words of a post: 16 hexadecimal digits of a SHA-256 over its text and its alt
 * texts. Another time, account or file gives the same; another word gives another.
 */
export const fingerprintOf = (post: Post): string => {
  const known = kept.get(post);
  if (known !== undefined) return known;
  const made = hashOf(post);
  kept.set(post, made);
  return made;
};

/** The queue's timetable and the judge ask it of the same post. */
const kept = new WeakMap<Post, string>();

const hashOf = ({ text, media }: Post): string => {
  const words = [text, ...media.map(({ alt = '' }) => alt)].map(asWords);
  while (words.length > 1 && words.at(-1) === '') words.pop();
  // A lone surrogate has no bytes of its own; as JSON writes it, it is still itself.
  return bytesToHex(sha256(utf8Of(JSON.stringify(words))).subarray(0, BYTES));
};
