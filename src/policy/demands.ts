import { didYouMean } from '../syntax/closest.ts';
import type { Mistake } from '../syntax/place.ts';
import type { Mapping } from '../syntax/plain-data.ts';
import { listOf, mappingOf } from '../syntax/plain-data.ts';
import { quote } from '../syntax/words.ts';
import { TOPICS } from './topics.ts';

/** Topics and sides that clauses name and nobody knows. */
export const demandMistakes = (file: Mapping): readonly Mistake[] =>
  listOf(file['clauses']).flatMap((clause, index) =>
    Object.entries(mappingOf(mappingOf(clause)['demands'])).flatMap(
      ([name, side]): readonly Mistake[] => {
        const path = ['clauses', index, 'demands', name];
        const topic = TOPICS.get(name);
        if (!topic) {
          const names = [...TOPICS.keys()];
          const hint = didYouMean(name, names) || `: the topics are ${names.join(', ')}`;
          return [{ kind: 'unknown', path, message: `there is no topic ${quote(name)}${hint}` }];
        }
        if (typeof side !== 'string' || topic.sides.has(side)) return [];
        const sides = [...topic.sides.keys()];
        const hint = didYouMean(side, sides) || `: the sides are ${sides.join(', ')}`;
        const message = `${quote(side)} is no side of ${name}${hint}`;
        return [{ kind: 'wrong', path, message }];
      },
    ),
  );
