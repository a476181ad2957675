import { CONFIDENCES, SEVERITIES } from '../core/severity.ts';
import type { JudgedPost, Report } from '../core/report.ts';
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

/** When clean drafts without a time were judged for; their own lines are not shown. */
const judgedNow = (clean: readonly JudgedPost[]): string => {
  const draft = clean.find(({ post }) => post.at.kind === 'now');
  return draft?.at ? `judged as if posted now, ${timeInWords(draft.at)}` : '';
};

const ready = (clean: readonly JudgedPost[], isClean: boolean): string => {
  const unscheduled = clean.filter(({ post }) => post.at.kind === 'unscheduled').length;
  const open = unscheduled === 0 ? '' : ` (${unscheduled} not scheduled yet)`;
  if (!isClean) return clean.length === 0 ? '' : `${clean.length} ready${open}`;
  if (clean.length === 1) return open === '' ? '' : 'not scheduled yet';
  return `${counted(clean.length, 'post')} ready${open}`;
};

/** The last line: how many posts must change, how many are ready, what could not be read. */
export const summaryLine = (
  { posts, problems, summary }: Report,
  width: number,
  paint: Paint,
): readonly string[] => {
  const clean = posts.filter(({ findings }) => findings.length === 0);
  const change = posts.filter(mustChange).length;
  const look = posts.length - clean.length - change;
  const hidden = clean.length - summary.clean;
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
    hidden === 0 && ready(clean, isClean),
    problems.length > 0 && `${counted(problems.length, 'problem')}: not everything could be read`,
    summary.waived > 0 && `${counted(summary.waived, 'exception')} in force`,
    judgedNow(clean),
  ].filter((piece) => typeof piece === 'string' && piece !== '');
  const [first = '', ...rest] = fill(pieces as string[], width - 2, ' · ');
  const tone = isClean ? paint.dim : paint.bold;
  return [`${style(sign)} ${tone(first)}`, ...rest.map((line) => `  ${tone(line)}`)];
};
