import type { InferOutput } from 'valibot';
import {
  array,
  description,
  exactOptional,
  maxLength,
  pipe,
  regex,
  strictObject,
  string,
} from 'valibot';
import type { Loaded } from '../core/problem.ts';
import type { Waiver } from '../core/waiver.ts';
import { hiddenCharacters } from '../syntax/controls.ts';
import { findMistakes } from '../syntax/mistakes.ts';
import type { Mistake } from '../syntax/place.ts';
import { isMapping, listOf, mappingOf } from '../syntax/plain-data.ts';
import { inFileOrder, problemOf } from '../syntax/validate.ts';
import type { YamlSource } from '../syntax/yaml.ts';
import { parseYaml } from '../syntax/yaml.ts';
import { onOneLine } from './change.ts';
import type { WaiverContext } from './waiver-mistakes.ts';
import { waiverMistakes } from './waiver-mistakes.ts';

const LONGEST_REASON = 500;
const LONGEST_NAME = 100;

const day = (about: string) =>
  pipe(string(), regex(/^\d{4}-\d{2}-\d{2}$/u, 'must be a day as 2026-11-23'), description(about));

const name = (about: string, message: string) =>
  pipe(string(), regex(/\p{L}/u, message), maxLength(LONGEST_NAME), description(about));

const waiverSchema = strictObject({
  rule: pipe(
    string(),
    regex(/\S/u, 'must be a rule, as policy/rule'),
    description('The rule, as policy/rule'),
  ),
  post: pipe(
    string(),
    regex(
      /^[0-9a-f]{16}$/u,
      'must be the fingerprint of a post, such as 3f2a9c0b1d4e5f60; in quotes when it is all digits',
    ),
    description('Fingerprint of the post’s words, as reports show it'),
  ),
  reason: pipe(
    string(),
    maxLength(LONGEST_REASON),
    description('Why the post may go out all the same, in words that others understand'),
  ),
  approvedBy: name('Who answers for it', 'must be the name of whoever answers for it'),
  role: exactOptional(name('The office in which they approve it', 'must be an office')),
  approved: day('The day on which it was approved'),
  expires: day('The last day on which it holds'),
});

/** `waivers.yaml`: exceptions that somebody answers for. */
export const waiversSchema = array(waiverSchema);

type WrittenWaiver = InferOutput<typeof waiverSchema>;

const toWaiver = (
  { reason, approvedBy, role, ...written }: WrittenWaiver,
  file: string,
  line: number,
): Waiver => ({
  ...written,
  reason: onOneLine(reason),
  approvedBy: onOneLine(approvedBy),
  ...(role !== undefined && { role: onOneLine(role) }),
  file,
  line,
});

/** What is wrong with one entry; `index` is its place in the file. */
export const entryMistakes = (
  entry: unknown,
  index: number,
  context: WaiverContext,
): readonly Mistake[] => [
  ...findMistakes(waiverSchema, entry, [index]),
  ...(isMapping(entry) ? waiverMistakes(entry, index, context) : []),
];

/** Entries for the same rule and post as one before them. */
const repeated = (entries: readonly unknown[], lineOf: (index: number) => number) => {
  const seen = new Map<string, number>();
  return entries.flatMap((entry, index): readonly Mistake[] => {
    const { rule, post } = mappingOf(entry);
    if (typeof rule !== 'string' || typeof post !== 'string') return [];
    const key = JSON.stringify([rule, post]);
    const first = seen.get(key);
    seen.set(key, first ?? index);
    if (first === undefined) return [];
    const message = `line ${lineOf(first)} waives the same rule for the same post: keep one`;
    return [{ kind: 'wrong', path: [index, 'post'], message }];
  });
};

const mistakesOf = (source: YamlSource, context: WaiverContext): readonly Mistake[] => {
  const { value } = source;
  if (value === undefined || value === null) return [];
  if (!Array.isArray(value)) return findMistakes(waiversSchema, value);
  return [
    ...value.flatMap((entry, index) => entryMistakes(entry, index, context)),
    ...repeated(value, (index) => source.placeOf([index]).line),
  ];
};

/**
 * Reads `waivers.yaml`. What has a mistake is a problem and no waiver; the others are waivers all the
 * same, except in a file that cannot be trusted to say what it looks like.
 */
export const readWaivers = (
  text: string,
  file: string,
  context: WaiverContext,
): Loaded<readonly Waiver[]> => {
  const source = parseYaml(text, file);
  const hidden = hiddenCharacters(text.replace(/^\uFEFF/u, ''), file);
  const mistakes = mistakesOf(source, context);
  const problems = inFileOrder([
    ...source.problems,
    ...hidden,
    ...mistakes.flatMap((mistake) => problemOf(source, mistake)),
  ]);
  if (source.problems.length + hidden.length > 0) return { value: [], problems };
  const wrong = new Set(mistakes.map(({ path }) => path[0]));
  const value = listOf(source.value).flatMap((entry, index) =>
    wrong.has(index) ? [] : [toWaiver(entry as WrittenWaiver, file, source.placeOf([index]).line)],
  );
  return { value, problems };
};
