import { dataLines } from '../../core/data-lines.ts';
import { once } from '../../core/once.ts';
import type { Problem } from '../../core/problem.ts';
import { readTable } from '../roster/table.ts';
import list from '../data/others-columns.txt?raw';

/** A row of a table, or an object a line, by the names of our own; 1-based line. */
export interface OtherRecord {
  readonly values: Readonly<Record<string, string>>;
  readonly line: number;
}

export interface RecordsRead {
  readonly records: readonly OtherRecord[];
  readonly problems: readonly Problem[];
}

const sections = once(() => {
  const all = new Map<string, Map<string, string>>();
  let names = new Map<string, string>();
  for (const line of dataLines(list)) {
    const heading = /^\[(\w+)\]$/u.exec(line)?.[1];
    if (heading !== undefined) {
      names = new Map();
      all.set(heading, names);
      continue;
    }
    const colon = line.indexOf(':');
    for (const word of line.slice(colon + 1).split('|')) {
      names.set(word.trim(), line.slice(0, colon));
    }
  }
  return all;
});

const plain = (word: string): string =>
  word
    .replace(/^\uFEFF/u, '')
    .toLowerCase()
    .replace(/[\s_-]+/gu, ' ')
    .trim();

/** Our name of a column, or of a group, that people call in several ways. */
export const ownName = (section: string, word: string): string | undefined =>
  sections().get(section)?.get(plain(word));

/** A table in place of another goes wrong on every line. */
const MOST_PROBLEMS = 10;

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const textOf = (value: unknown): string | undefined => {
  if (typeof value === 'string') return value;
  if (typeof value === 'boolean') return value ? 'yes' : undefined;
  return typeof value === 'number' ? String(value) : undefined;
};

/** The first column that says it counts: `name` before `full name`. */
const put = (values: Record<string, string>, name: string | undefined, value: unknown): void => {
  const text = textOf(value)?.trim() ?? '';
  if (name !== undefined && text !== '') values[name] ??= text;
};

const readObjects = (text: string, file: string, section: string): RecordsRead => {
  const problems: Problem[] = [];
  const records = text.split(/\r\n|\r|\n/u).flatMap((written, index): readonly OtherRecord[] => {
    if (written.trim() === '') return [];
    const line = index + 1;
    let value: unknown;
    try {
      value = JSON.parse(written);
    } catch {
      value = undefined;
    }
    if (!isObject(value)) {
      problems.push({ file, line, message: 'this line is no JSON object: write one a line' });
      return [];
    }
    const values: Record<string, string> = {};
    for (const [key, one] of Object.entries(value)) {
      const name = ownName(section, key);
      if (name === 'id' && typeof one === 'number' && !Number.isSafeInteger(one)) {
        const message = 'this id is too long for a number: write it in quotes';
        problems.push({ file, line, message });
      } else put(values, name, one);
    }
    return [{ values, line }];
  });
  return { records, problems };
};

const readRows = (text: string, file: string, section: string): RecordsRead => {
  const head = /^[^\n]*/u.exec(text)?.[0] ?? '';
  const delimiter = head.includes('\t') ? '\t' : head.includes(';') ? ';' : ',';
  const { rows, mistake } = readTable(text, delimiter);
  const [first, ...others] = rows;
  const names = (first?.cells ?? []).map((cell) => ownName(section, cell));
  const problems: Problem[] = mistake ? [{ file, ...mistake }] : [];
  if (!names.some((name) => name === 'id' || name === 'handle')) {
    const message = 'the first line names no column “id” or “handle”: write what each column holds';
    return { records: [], problems: [{ file, line: 1, message }] };
  }
  const records = others.flatMap(({ cells, line }): readonly OtherRecord[] => {
    const values: Record<string, string> = {};
    for (const [index, cell] of cells.entries()) put(values, names[index], cell);
    return Object.keys(values).length === 0 ? [] : [{ values, line }];
  });
  return { records, problems };
};

/** 1.23E+17: a spreadsheet has thrown most of its digits away. */
const ROUNDED = /^\d(?:[.,]\d+)?e\+?\d+$/iu;

/** Reads a table with headings, or a JSON object a line. What has no id and no handle is a problem. */
export const readRecords = (text: string, file: string, section: string): RecordsRead => {
  const isJson = /^\uFEFF?\s*\{/u.test(text);
  const { records, problems } = (isJson ? readObjects : readRows)(text, file, section);
  const found = [...problems];
  const whole = records.filter(({ values, line }) => {
    const { id, handle } = values;
    const isRounded = id !== undefined && ROUNDED.test(id);
    const isNamed = id !== undefined || (section === 'directory' && handle !== undefined);
    if (isRounded) {
      const message = 'a spreadsheet has rounded this id: save the column as text';
      found.push({ file, line, message });
    } else if (!isNamed) {
      const wanted = section === 'directory' ? 'an id or a handle' : 'an id';
      found.push({ file, line, message: `this line names nobody: give it ${wanted}` });
    }
    return isNamed && !isRounded;
  });
  const inOrder = [...found].sort((a, b) => (a.line ?? 0) - (b.line ?? 0));
  return { records: whole, problems: inOrder.slice(0, MOST_PROBLEMS) };
};
