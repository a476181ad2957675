import { dataLines } from '../../core/data-lines.ts';
import type { DateOrder } from '../../input/reading.ts';
import { visible, widthOf } from '../../report/cells.ts';
import type { Ci } from '../init-options.ts';
import { CIS } from '../init-options.ts';
import type { Checked } from './checked.ts';
import { checkHandles, checkPolicies, checkQueues, checkSchool, listOf } from './checked.ts';
import schedulers from './data/schedulers.txt?raw';
import type { Seen } from './look.ts';

/** Asks a person; undefined when the person has left (Ctrl-C, Ctrl-D). */
export type Ask = (question: string) => Promise<string | undefined>;

/** Asks until the answer makes sense; a blank answer is `usual`. */
const askUntil = async <T>(
  ask: Ask,
  question: string,
  usual: string,
  check: (answer: string) => Checked<T> | Promise<Checked<T>>,
): Promise<T | undefined> => {
  const [first, ...more] = question.split('\n').reverse();
  const shown = [...more.reverse(), `${first} [${usual === '' ? 'none' : visible(usual)}] `];
  let prompt = shown.join('\n');
  for (;;) {
    const answer = await ask(prompt);
    if (answer === undefined) return undefined;
    const checked = await check(answer.trim() === '' ? usual : answer.trim());
    if ('value' in checked) return checked.value;
    prompt = `${visible(checked.why)}\n${shown.join('\n')}`;
  }
};

/** A choice by its number or its name. */
const pick = (answer: string, choices: readonly string[]): string =>
  /^\d{1,3}$/u.test(answer) ? (choices[Number(answer) - 1] ?? answer) : answer;

const numbered = (choices: readonly string[], told: readonly string[] = []): string => {
  const width = Math.max(...choices.map((choice) => widthOf(choice)));
  return choices
    .map((choice, index) => {
      const also = told[index] === undefined ? '' : `  ${visible(told[index])}`;
      const gap = also === '' ? '' : ' '.repeat(width - widthOf(choice));
      return `  ${String(index + 1).padStart(2)}  ${visible(choice)}${gap}${also}\n`;
    })
    .join('');
};

export interface Shipped {
  readonly id: string;
  readonly title: string;
}

export const askPolicies = (
  ask: Ask,
  cwd: string,
  { policies: own }: Seen,
  shipped: readonly Shipped[],
): Promise<readonly string[] | undefined> => {
  const choices = [...shipped.map(({ id }) => id), ...own.map((file) => `./${file}`)];
  const told = [...shipped.map(({ title }) => title), ...own.map(() => 'found here')];
  const usual = own.length > 0 ? `./${own[0]}` : choices[0]!;
  const question = `Which policy does the school go by?\n${numbered(choices, told)}A number, or the path of your own; several with commas`;
  return askUntil(ask, question, usual, (answer) =>
    checkPolicies(
      listOf(answer).map((one) => pick(one, choices)),
      { cwd },
    ),
  );
};

/** A blank where the school is not named. */
export const askSchool = (ask: Ask): Promise<string | undefined> =>
  askUntil(ask, 'What is the school called?', '', (answer) =>
    answer === '' ? { value: '' } : checkSchool(answer),
  );

export const askHandles = (ask: Ask): Promise<readonly string[] | undefined> =>
  askUntil(ask, 'Its own handles, the main one first, with spaces between?', '', (answer) =>
    checkHandles(listOf(answer, /[\s,]+/u)),
  );

export const foundQueues = ({ queues, drafts }: Seen): readonly string[] => [
  ...queues.map(({ file }) => file),
  ...drafts,
];

export const askQueues = (
  ask: Ask,
  cwd: string,
  seen: Seen,
): Promise<readonly string[] | undefined> => {
  const formats = seen.queues.filter(({ format }) => format !== undefined);
  const told = formats.map(({ file, format }) => `  ${visible(`${file}: ${format}`)}\n`).join('');
  const question = `Which files hold the posts to come?\n${told}A file, or drafts/*.txt; several with commas`;
  return askUntil(ask, question, foundQueues(seen).join(', '), (answer) =>
    checkQueues(listOf(answer), { cwd }),
  );
};

const SCHEDULERS: ReadonlyMap<string, { readonly areDatesOpen: boolean }> = new Map(
  dataLines(schedulers).map((line) => {
    const [name = '', dates] = line.split(' | ');
    return [name, { areDatesOpen: dates === 'open' }];
  }),
);

export const askScheduler = (ask: Ask): Promise<string | undefined> => {
  const names = [...SCHEDULERS.keys()];
  const question = `Which program writes that file?\n${numbered(names)}A number`;
  return askUntil(ask, question, names.at(-1)!, (answer) => {
    const meant = pick(answer, names).toLowerCase();
    const known = names.find((name) => name.toLowerCase() === meant);
    return known === undefined
      ? { why: `write a number from 1 to ${names.length}` }
      : { value: known };
  });
};

export const areDatesOpen = (scheduler: string): boolean =>
  SCHEDULERS.get(scheduler)?.areDatesOpen ?? false;

export const askDates = (ask: Ask): Promise<DateOrder | undefined> =>
  askUntil<DateOrder>(
    ask,
    'In its dates, is 3/4 the third of April (day) or the fourth of March (month)?',
    'day',
    (answer) => {
      const meant = answer.toLowerCase();
      if ('day'.startsWith(meant)) return { value: 'day-first' };
      if ('month'.startsWith(meant)) return { value: 'month-first' };
      return { why: 'write day or month' };
    },
  );

/** What the folder looks as if it were checked by. */
export const usualCi = ({ hasGitlab, hasGithub, hasPreCommit }: Seen): Ci => {
  if (hasGitlab) return 'gitlab';
  if (hasGithub) return 'github';
  return hasPreCommit ? 'pre-commit' : 'none';
};

export const askCi = (ask: Ask, seen: Seen): Promise<Ci | undefined> => {
  const told = ['only when you ask for it', 'GitHub', 'GitLab', 'before each commit'];
  const question = `What shall check each change?\n${numbered(CIS, told)}A number`;
  return askUntil(ask, question, usualCi(seen), (answer) => {
    const meant = pick(answer.toLowerCase(), CIS);
    const known = CIS.find((ci) => ci === meant);
    return known === undefined ? { why: `write ${CIS.join(', ')}` } : { value: known };
  });
};
