import { fileName } from '../../names.ts';
import type { ArchiveFiles } from '../files.ts';

const ENDING = /[.](?:json|jsonl|ndjson|txt)$/iu;

/** Files of exports that nobody asked us to read: not even their beginning, to see what they are. */
const PRIVATE =
  /messag|direct|inbox|chat|login|device|e-?mail|phone|contact|address|security|session|\bip[-_]|search|payment|personal|bookmark|likes?\b/iu;

/** Files that what an API answered may stand in: one that was named alone, or others by their names. */
export const apiFiles = ({ paths }: ArchiveFiles): readonly string[] =>
  paths.filter(
    (path) => ENDING.test(path) && (paths.length === 1 || !PRIVATE.test(fileName(path))),
  );
