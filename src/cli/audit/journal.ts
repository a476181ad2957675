import { createHash } from 'node:crypto';
import {
  appendFileSync,
  existsSync,
  lstatSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import type { Unchecked } from '../../core/finding.ts';
import type { Policy } from '../../core/policy.ts';
import type { Post } from '../../core/post.ts';
import type { JudgedPost } from '../../core/report.ts';
import { isTold } from '../../core/report.ts';
import type { School } from '../../core/school.ts';
import { version } from '../../core/version.ts';
import { listOf, mappingOf } from '../../syntax/plain-data.ts';

/**
 * What an interrupted audit leaves so that the next can go on: for each batch of posts, by a hash, which
 * of them were found clean, and what could not be asked of them. No word of any post is in it: posts
 * with findings are judged again.
 */
export interface Journal {
  /** By place in the batch: what could not be asked of a post that was found clean before. */
  readonly known: (batch: readonly Post[]) => ReadonlyMap<number, readonly Unchecked[]> | undefined;
  readonly add: (batch: readonly Post[], judged: readonly JudgedPost[]) => void;
  /** Posts that did not have to be judged again. */
  readonly count: () => number;
  /** The audit is whole: nobody goes on with it. */
  readonly remove: () => void;
}

/** What decides what is found in a post, beside its words. */
export interface JournalKey {
  readonly policies: readonly Policy[];
  readonly school: School;
  /** Where the school’s files stand. */
  readonly folder: string;
  /** Whatever an earlier run left does not count. */
  readonly isNew?: boolean;
}

const hash = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 16);

const IS_CONFIGURATION = /\.(?:ya?ml|ics|csv|txt|roster|ndjson|json)$/iu;

/** Names, sizes and times of the files round the configuration: lists of names are among them. */
const stampOf = (folder: string): readonly string[] =>
  readdirSync(folder)
    .filter((name) => IS_CONFIGURATION.test(name))
    .sort()
    .map((name) => {
      const { size, mtimeMs } = statSync(path.join(folder, name));
      return `${name} ${size} ${mtimeMs}`;
    });

const keyOf = ({ policies, school, folder }: JournalKey): string =>
  hash(JSON.stringify([version, policies, school, stampOf(folder)]));

interface Batch {
  readonly clean: ReadonlySet<number>;
  /** Places of posts and numbers of reasons. */
  readonly unchecked: Readonly<Record<string, readonly number[]>>;
}

/** A line and what shows that nobody has changed it. */
const sealed = (line: string, key: string): string => `${hash(key + line)} ${line}\n`;

const SEAL = 16;

/** The line under a seal; undefined where it is not the one that was sealed. */
const unsealed = (line: string, key: string): string | undefined => {
  const written = line.slice(SEAL + 1);
  return sealed(written, key) === `${line}\n` ? written : undefined;
};

/** What an earlier run left, if it was made from the same. */
const readBefore = (file: string, key: string) => {
  const batches = new Map<string, Batch>();
  const reasons: Unchecked[] = [];
  if (!existsSync(file)) return undefined;
  const [head, ...lines] = readFileSync(file, 'utf8').split('\n');
  if (head !== key) return undefined;
  for (const line of lines) {
    // The last line of a run that was cut off, or one that somebody changed.
    const written = unsealed(line, key);
    if (written === undefined) break;
    try {
      const value = mappingOf(JSON.parse(written));
      if (typeof value['reason'] === 'string') reasons.push(value as unknown as Unchecked);
      else if (typeof value['batch'] === 'string') {
        batches.set(value['batch'], {
          clean: new Set(listOf(value['clean']).map(Number)),
          unchecked: mappingOf(value['unchecked']) as Batch['unchecked'],
        });
      }
    } catch {
      break;
    }
  }
  return { batches, reasons };
};

/** A folder, a link or a device that bears the name is somebody else’s. */
const isTaken = (file: string): boolean =>
  lstatSync(file, { throwIfNoEntry: false })?.isFile() === false;

/**
 * Opens the journal beside a report, an absolute path; goes on with an old one that fits. Undefined
 * where none can be kept: an interrupted run then begins anew.
 */
export const openJournal = (report: string, from: JournalKey): Journal | undefined => {
  const file = `${report}.resume`;
  if (isTaken(file)) return undefined;
  const key = keyOf(from);
  const before = from.isNew ? undefined : readBefore(file, key);
  if (!before) writeFileSync(file, `${key}\n`, { mode: 0o600 });
  const reasons: Unchecked[] = [...(before?.reasons ?? [])];
  const numbers = new Map(reasons.map((one, index) => [JSON.stringify(one), index]));
  let count = 0;
  let held = '';
  const numberOf = (one: Unchecked): number => {
    const name = JSON.stringify(one);
    const known = numbers.get(name);
    if (known !== undefined) return known;
    numbers.set(name, reasons.length);
    reasons.push(one);
    held += sealed(name, key);
    return reasons.length - 1;
  };
  const nameOf = (batch: readonly Post[]): string => hash(JSON.stringify(batch));
  return {
    known(batch) {
      const found = before?.batches.get(nameOf(batch));
      if (!found) return undefined;
      count += found.clean.size;
      return new Map(
        [...found.clean].map((place) => [
          place,
          (found.unchecked[place] ?? []).map((number) => reasons[number]!),
        ]),
      );
    },
    add(batch, judged) {
      const clean = judged.flatMap((one, place) => (isTold(one) ? [] : [place]));
      const unchecked = Object.fromEntries(
        clean
          .filter((place) => judged[place]!.unchecked.length > 0)
          .map((place) => [place, judged[place]!.unchecked.map(numberOf)]),
      );
      held += sealed(JSON.stringify({ batch: nameOf(batch), clean, unchecked }), key);
      appendFileSync(file, held);
      held = '';
    },
    count: () => count,
    remove: () => rmSync(file, { force: true }),
  };
};
