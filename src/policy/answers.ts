import type { Policy, Question } from '../core/policy.ts';
import { didYouMean } from '../syntax/closest.ts';
import type { Mistake } from '../syntax/place.ts';
import { either, quote } from '../syntax/words.ts';
import type { Overridden } from './override.ts';
import { changedPolicy } from './override.ts';

/** The `answers` of a configuration: `policy/question` and the answer that the school gives. */
export type Answers = Readonly<Record<string, string>>;

const nameOf = ({ info }: Policy, { id }: Question): string => `${info.id}/${id}`;

const answersTo = ({ default: usual, otherwise }: Question): readonly string[] => [
  usual,
  ...Object.keys(otherwise),
];

const mistakeIn = (
  name: string,
  answer: string,
  questions: ReadonlyMap<string, Question>,
  policies: readonly Policy[],
): readonly Mistake[] => {
  const question = questions.get(name);
  if (!question) {
    const isElsewhere = !policies.some(({ info }) => name.startsWith(`${info.id}/`));
    if (isElsewhere && name.includes('/')) return [];
    const hint = didYouMean(name, [...questions.keys()]) || ': write it as policy/question';
    const message = `${quote(name)} names no question${hint}`;
    return [{ kind: 'unknown', path: [name], message }];
  }
  const known = answersTo(question);
  if (known.includes(answer)) return [];
  const { settledBy } = question;
  const elsewhere = settledBy === undefined ? '' : `, or set ${settledBy}`;
  const hint = didYouMean(answer, known) || `: answer ${either(known.map(quote))}${elsewhere}`;
  const message = `${quote(answer)} is no answer to ${quote(name)}${hint}`;
  return [{ kind: 'wrong', path: [name], message }];
};

/** The policies as a school’s answers leave them; unchanged when there are mistakes. */
export const applyAnswers = (policies: readonly Policy[], answers: Answers): Overridden => {
  const questions = new Map(
    policies.flatMap((policy) =>
      policy.questions.map((one) => [nameOf(policy, one), one] as const),
    ),
  );
  const mistakes = Object.entries(answers).flatMap(([name, answer]) =>
    mistakeIn(name, answer, questions, policies),
  );
  if (mistakes.length > 0) return { policies, mistakes };
  const answered = (policy: Policy): Policy =>
    policy.questions.reduce((before, question) => {
      const changes = question.otherwise[answers[nameOf(policy, question)] ?? question.default];
      return changes ? changedPolicy(before, ({ id }) => changes[id]) : before;
    }, policy);
  return { policies: policies.map(answered), mistakes };
};
