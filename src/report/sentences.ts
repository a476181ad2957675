import type { Citation, Finding } from '../core/finding.ts';
import type { PolicyInfo } from '../core/policy.ts';
import type { JudgedPost } from '../core/report.ts';
import { sourceOf as piecesOf } from './layout.ts';
import { isGuess } from './level.ts';
import type { ShownPost } from './shown.ts';
import { shownText } from './shown.ts';

/** Cut to so many UTF-16 units, never inside a surrogate pair. */
export const cut = (text: string, most: number): string =>
  text.length <= most ? text : `${text.slice(0, most - 1).replace(/[\ud800-\udbff]$/u, '')}…`;

/** Somebody’s sentence on one line and safe to show; never empty. */
export const plain = (sentence: string, otherwise: string): string =>
  shownText(sentence).trim() || otherwise;

/** `no-child-names` of `oakfield-2026/no-child-names`. */
export const shortName = (rule: string): string => plain(rule.slice(rule.indexOf('/') + 1), 'rule');

const joined = (words: readonly string[], glue: string): string =>
  words.filter((word) => word !== '').join(glue);

/** Which policy says so and where in it, for a narrow column. */
export const sourceOf = ({ policy, section, clause }: Citation): string =>
  joined(
    [policy, section, clause].map((word) => plain(word, '')),
    ', ',
  );

/** The same by the policy’s title, and since when. */
export const sourceInWords = (citation: Citation, policies: readonly PolicyInfo[]): string =>
  joined(
    piecesOf(citation, policies).map((piece) => plain(piece, '')),
    ' · ',
  );

/** What the policy asks, and where. */
export const askedOf = (citation: Citation, policies: readonly PolicyInfo[]): string => {
  const source = sourceInWords(citation, policies);
  return joined([plain(citation.requires, ''), source && `(${source})`], ' ');
};

/** What is wrong, in one sentence. */
export const wrongOf = ({ message, rule }: Finding): string => plain(message, shortName(rule));

/** A finding is told of a post, under policies that the reader knows by their titles. */
export interface Context {
  readonly judged: JudgedPost;
  readonly shown: ShownPost;
  readonly policies: readonly PolicyInfo[];
}

/** The record and the column of a table. */
const cellOf = (finding: Finding, { judged, shown }: Context): string => {
  const { cell } = shown.place(finding);
  if (cell === undefined) return '';
  return `record ${judged.post.origin.record}, column “${shownText(cell, shown.mask.inLabel(cell))}”`;
};

/**
 * A finding for a reader who sees nothing else: what is wrong, what the policy asks, what to do. Each
 * on one line and safe to show.
 */
export const sentencesOf = (finding: Finding, context: Context): readonly string[] => {
  const asked = askedOf(finding.citation, context.policies);
  const todo = context.shown.words(finding.advice ?? finding.suggestions[0]?.title ?? '').trim();
  const cell = cellOf(finding, context);
  return [
    wrongOf(finding),
    isGuess(finding) ? 'This is only a guess: please look for yourself.' : '',
    asked && `Policy: ${asked}`,
    todo && `Try: ${todo}`,
    cell && `Where: ${cell}.`,
  ].filter((words) => words !== '');
};
