import { CONFIDENCES, SEVERITIES } from '../core/severity.ts';
import type { JudgedPost, ReportTail } from '../core/report.ts';
import type { Paint } from './options.ts';
import { timeInWords } from './when.ts';
import { fill } from './wrap.ts';

export const counted = (count: number, one: string, many = `${one}s`): string =>
  `${count} ${count === 1 ? one : many}`;

/** Whether something must change, rather than be looked at. */
const mustChange = ({ findings }: JudgedPost): boolean =>
  findings.some(
    ({ severity, confidence }) => severity === SEVERITIES[0] && confidence !== CONFIDENCES[2],
  );

/** What a last line says of the posts, counted while they come. */
export interface Tally {
  posts: number;
  /** Of which nothing is shown. */
  clean: number;
  /** Copies, and posts whose findings the baseline knows: nothing is shown of them. */
  untold: number;
  /** Clean ones whose time is open. */
  unscheduled: number;
  mustChange: number;
  /** When clean drafts without a time were judged for; their own lines are not shown. */
  judgedNow: string | null;
}

export const NO_POSTS: Tally = {
  posts: 0,
  clean: 0,
  untold: 0,
  unscheduled: 0,
  mustChange: 0,
  judgedNow: null,
};

export const count = (tally: Tally, judged: JudgedPost): void => {
  const { post, at, findings, known, copyOf } = judged;
  tally.posts += 1;
  if (mustChange(judged)) tally.mustChange += 1;
  if (findings.length > 0) return;
  if (copyOf || known.length > 0) {
    tally.untold += 1;
    return;
  }
  tally.clean += 1;
  if (post.at.kind === 'unscheduled') tally.unscheduled += 1;
  if (post.at.kind === 'now') tally.judgedNow ??= at;
};

/** Posts with findings that need not change. */
export const toLookAt = ({ posts, clean, untold, mustChange: change }: Tally): number =>
  posts - clean - untold - change;

const ready = ({ posts, clean, unscheduled }: Tally, isClean: boolean): string => {
  const open = unscheduled === 0 ? '' : ` (${unscheduled} not scheduled yet)`;
  if (!isClean) return clean === 0 ? '' : `${clean} ready${open}`;
  if (clean === 0 && posts > 0) return '';
  if (clean === 1) return open === '' ? '' : 'not scheduled yet';
  return `${counted(clean, 'post')} ready${open}`;
};

/** The last line: how many posts must change, how many are ready, what could not be read. */
export const summaryLine = (
  tally: Tally,
  { problems, summary }: ReportTail,
  width: number,
  paint: Paint,
): readonly string[] => {
  const { clean, mustChange: change, judgedNow } = tally;
  const look = toLookAt(tally);
  const hidden = clean - summary.clean;
  const isClean = change + look + problems.length + hidden === 0;
  const [sign, style] =
    change + problems.length > 0
      ? (['✖', paint.error] as const)
      : look > 0
        ? (['▲', paint.warning] as const)
        : (['✔', paint.good] as const);
  const pieces = [
    isClean && 'Nothing to change',
    change === 0 && hidden > 0 && 'No errors',
    change > 0 && `${counted(change, 'post')} to change`,
    look > 0 && `${look}${change > 0 ? '' : look === 1 ? ' post' : ' posts'} to look at`,
    // Findings that `--quiet` keeps back are still counted.
    hidden > 0 && `${counted(hidden, 'post')} with warnings that are not shown`,
    hidden === 0 && ready(tally, isClean),
    problems.length > 0 && `${counted(problems.length, 'problem')}: not everything could be read`,
    summary.waived > 0 && `${counted(summary.waived, 'exception')} in force`,
    summary.known > 0 && `${counted(summary.known, 'finding')} known from the baseline`,
    summary.copies > 0 &&
      `${counted(summary.copies, 'copy', 'copies')} for other channels not repeated`,
    summary.past > 0 && `${counted(summary.past, 'post')} already out not judged`,
    judgedNow !== null && `judged as if posted now, ${timeInWords(judgedNow)}`,
  ].filter((piece) => typeof piece === 'string' && piece !== '');
  const [first = '', ...rest] = fill(pieces as string[], width - 2, ' · ');
  const tone = isClean ? paint.dim : paint.bold;
  return [`${style(sign)} ${tone(first)}`, ...rest.map((line) => `  ${tone(line)}`)];
};
