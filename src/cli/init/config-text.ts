import { stringify } from 'yaml';
import { visible } from '../../report/cells.ts';
import type { Answers } from './answers.ts';
import { CONFIG_KEYS } from './keys.ts';
import type { Seen } from './look.ts';

const WIDTH = 98;

/** A text as comment lines, broken between words. */
const comment = (text: string): string => {
  const lines = [''];
  for (const word of text.split(' ')) {
    const line = lines.at(-1)!;
    if (line === '') lines[lines.length - 1] = word;
    else if (line.length + word.length + 3 > WIDTH) lines.push(word);
    else lines[lines.length - 1] = `${line} ${word}`;
  }
  return lines.map((line) => `# ${line}\n`).join('');
};

const accountsOf = (handles: readonly string[]): readonly object[] =>
  handles.map((handle, index) => ({
    name: index === 0 ? 'school' : handle,
    kind: 'school',
    handle,
  }));

interface Told {
  readonly answers: Answers;
  readonly seen: Seen;
}

/** Values of the keys that hold something; what is not here stands as an example. */
const valuesOf = ({ answers, seen }: Told): ReadonlyMap<string, unknown> => {
  const { policies, school, handles, dates } = answers;
  return new Map<string, unknown>([
    ['policies', policies],
    ['timezone', 'Europe/London'],
    ...(school === undefined ? [] : [['school', { names: [school] }] as const]),
    ...(handles.length > 0 ? [['accounts', accountsOf(handles)] as const] : []),
    ...(dates === undefined ? [] : [['queue', { dates }] as const]),
    ...(seen.people === undefined ? [] : [['people', seen.people] as const]),
    ...(seen.calendars.length > 0 ? [['calendar', seen.calendars] as const] : []),
  ]);
};

const block = (key: string, words: string, example: string, value: unknown): string =>
  value === undefined
    ? `${comment(words)}# ${key}: ${example}\n`
    : comment(words) + stringify({ [key]: value }, { lineWidth: 0 });

/** The text of `policy-lint.yaml`. What people typed is written by the YAML library alone. */
export const configText = (told: Told, schema: string): string => {
  const values = valuesOf(told);
  const blocks = CONFIG_KEYS.map(({ key, words, example }) =>
    block(key, words, example, values.get(key)),
  );
  const { queues, scheduler } = told.answers;
  const by = scheduler === undefined ? '' : ` (written by ${scheduler})`;
  const checked =
    queues.length > 0 ? `\n# The posts to come: ${visible(queues.join(', '))}${by}` : '';
  const head = `# yaml-language-server: $schema=${schema}
# What policy-lint knows of the school. Paths start at this folder; a line that begins with # is
# not read.${checked}
`;
  return [head, ...blocks].join('\n');
};
