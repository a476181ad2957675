import { uniqueNames } from './unique-names.ts';
import { element } from './xml.ts';

/**
 * A suite says first how many tests it holds, so it is kept until it is whole: a file of more posts
 * is told in several.
 */
const MOST_CASES = 1000;
const MOST_CHARACTERS = 500_000;

const LONGEST_NAME = 200;

export type Outcome = 'passed' | 'failed' | 'skipped' | 'unread';

export interface TestCase {
  /** What its suite is called after; no other suite holds its cases. */
  readonly group: string;
  readonly classname: string;
  readonly name: string;
  readonly outcome: Outcome;
  /** Elements, as markup. */
  readonly children: readonly string[];
}

interface Open {
  readonly group: string;
  readonly cases: string[];
  readonly counts: Record<Outcome, number>;
  characters: number;
}

/** Takes test cases and gives suites back, each once it is whole. */
export interface Suites {
  readonly add: (testCase: TestCase) => string;
  readonly end: () => string;
}

export const createSuites = (): Suites => {
  const suiteName = uniqueNames();
  const caseNames = new Map<string, (name: string) => string>();
  let open: Open | undefined;

  const end = (): string => {
    if (!open) return '';
    const { group, cases, counts } = open;
    open = undefined;
    const attributes = {
      name: suiteName(group),
      tests: cases.length,
      failures: counts.failed,
      errors: counts.unread,
      skipped: counts.skipped,
      time: 0,
    };
    return `${element('testsuite', attributes, ['\n', ...cases])}\n`;
  };

  const caseName = (classname: string, name: string): string => {
    const named = caseNames.get(classname) ?? uniqueNames();
    caseNames.set(classname, named);
    return named(name.length > LONGEST_NAME ? `${name.slice(0, LONGEST_NAME)}…` : name);
  };

  return {
    add({ group, classname, name, outcome, children }) {
      const isFull =
        open !== undefined &&
        (open.group !== group ||
          open.cases.length >= MOST_CASES ||
          open.characters >= MOST_CHARACTERS);
      const whole = isFull ? end() : '';
      open ??= {
        group,
        cases: [],
        counts: { passed: 0, failed: 0, skipped: 0, unread: 0 },
        characters: 0,
      };
      const attributes = { classname, name: caseName(classname, name), time: 0 };
      const written = `${element('testcase', attributes, children)}\n`;
      open.cases.push(written);
      open.counts[outcome] += 1;
      open.characters += written.length;
      return whole;
    },
    end,
  };
};
