import { didYouMean } from '../syntax/closest.ts';
import type { Mistake, Path } from '../syntax/place.ts';
import type { Mapping } from '../syntax/plain-data.ts';
import type { Catalogue } from './catalogue.ts';

const PLACEHOLDER = /\{(\w+)\}/gu;

/** What a rule’s message or advice wants told and its check does not tell. */
export const placeholderMistakes = (
  rule: Mapping,
  path: Path,
  catalogue: Catalogue,
): readonly Mistake[] => {
  const name = rule['check'];
  const check = typeof name === 'string' ? catalogue.checks.get(name) : undefined;
  if (!check) return [];
  const { tells } = check;
  const known = tells.length === 0 ? 'it tells nothing' : `it tells ${tells.join(', ')}`;
  return ['message', 'advice'].flatMap((key) => {
    const text = rule[key];
    const names = typeof text === 'string' ? [...text.matchAll(PLACEHOLDER)].map((m) => m[1]!) : [];
    return [...new Set(names)]
      .filter((asked) => !tells.includes(asked))
      .map((asked): Mistake => {
        const hint = didYouMean(asked, tells) || `: ${known}`;
        return {
          kind: 'wrong' as const,
          path: [...path, key],
          message: `the check ${String(name)} tells no {${asked}}${hint}`,
        };
      });
  });
};
