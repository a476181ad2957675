import { SKIP_REASONS } from '../../core/archive.ts';
import type { SkipReason } from '../../core/archive.ts';
import type { AuditSummary, Sums } from '../../core/audit.ts';
import { dateInWords } from '../when.ts';
import type { CellHtml, Section } from './html-parts.ts';
import { apart, how, p, said, table, tag, terms } from './html-parts.ts';
import { figure, judgedIn, many, periodInWords } from './words.ts';

/** What must come down, in one line. */
export const verdict = (summary: AuditSummary): string => {
  const { due, listable } = summary;
  const judged = judgedIn(summary);
  const [tone, words] =
    due > 0
      ? ['error', `✖ ${many(due, 'post')} must come down today`]
      : listable > 0
        ? ['warning', `▲ Nothing must come down today; ${many(listable, 'post')} to look at`]
        : judged === 0
          ? ['warning', '▲ There was nothing to judge in this period']
          : ['good', '✔ Nothing must come down, and nothing was found'];
  return `${tag('p', { class: `verdict ${tone}` }, words)}\n`;
};

export const tiles = (summary: AuditSummary): string => {
  const { due, listable, posts, answers } = summary;
  const broken = answers.filter(({ status }) => status === 'broken').length;
  const shown: readonly (readonly [string, string, number])[] = [
    ['due', 'must come down', due],
    ['listed', 'with findings', listable],
    ['clean', 'with nothing found', posts.clean],
    ['own', 'posts judged', judgedIn(summary)],
    ['duties', 'duties of the account broken', broken],
    ['problems', 'could not be read', summary.problems.length],
  ];
  return terms(
    shown.map(([key, label, count]) => [tag('a', { href: `#how-${key}` }, label), figure(count)]),
    { class: 'figures' },
  );
};

const isSkipReason = (word: string): word is SkipReason => word in SKIP_REASONS;

const sumRows = ({ sums, previous }: AuditSummary): readonly (readonly [string, number])[] => {
  const skipped = Object.entries(sums.skipped).filter(([, count]) => count > 0);
  return [
    ['Judged: the account’s own words', sums.own],
    ['Judged: words of others that it passed on', sums.reposts],
    ['Judged: words of others that it liked', sums.likes],
    [
      previous
        ? `Judged only to compare: ${said(periodInWords(previous))}`
        : 'Judged only to compare',
      sums.before,
    ],
    [previous ? 'Out of both periods' : 'Out of the period', sums.outside],
    ...skipped.map(
      ([reason, count]) =>
        [`Left out: ${isSkipReason(reason) ? SKIP_REASONS[reason] : said(reason)}`, count] as const,
    ),
    ['Could not be read or judged', sums.unread],
  ];
};

/** The records that the sum does not account for: none, or somebody must look into it. */
export const missing = (sums: Sums): number =>
  sums.read -
  [sums.own, sums.reposts, sums.likes, sums.before, sums.outside, sums.unread].reduce(
    (sum, count) => sum + count,
    Object.values(sums.skipped).reduce((sum, count) => sum + count, 0),
  );

const sumsTable = (summary: AuditSummary): string => {
  const lost = missing(summary.sums);
  const rows: readonly (readonly CellHtml[])[] = [
    ...sumRows(summary),
    ...(lost === 0 ? [] : [['Not accounted for: please report this', lost] as const]),
  ];
  return table({
    caption: 'What became of every record',
    heads: ['Record', 'How many'],
    rows,
    total: ['Records read', summary.sums.read],
    class: 'sums',
  });
};

const accountTerms = (summary: AuditSummary): string => {
  const { account, period, previous, timezone, today } = summary;
  const day = (ms: number | undefined): string =>
    ms === undefined || Math.abs(ms) > 8e15
      ? ''
      : dateInWords(new Date(ms).toISOString().slice(0, 10));
  const { profile } = account ?? {};
  const isProtected = profile?.isProtected;
  const entries: readonly (readonly [string, string])[] = [
    [
      'Account',
      profile?.handle === undefined
        ? 'not told: posts without the rest of an archive'
        : apart(`@${profile.handle}`),
    ],
    ['Name', profile?.displayName === undefined ? '' : apart(profile.displayName)],
    [
      'Who may read it',
      isProtected === undefined ? '' : isProtected ? 'only followers' : 'everybody',
    ],
    ['Followed by', account?.followers ? many(account.followers.length, 'account') : ''],
    ['Follows', account?.following ? many(account.following.length, 'account') : ''],
    ['Archive', account ? `${said(account.file)} (${said(account.format)})` : ''],
    ['Made on', day(account?.exportedMs)],
    ['Period', apart(periodInWords(period))],
    ['Compared with', previous ? apart(periodInWords(previous)) : 'nothing'],
    ['Times', `on the clocks of ${said(timezone)}`],
    ['Looked at on', dateInWords(today)],
  ];
  return terms(
    entries.filter(([, value]) => value !== ''),
    { class: 'facts' },
  );
};

export const lookedAt = (summary: AuditSummary): Section => ({
  id: 'looked-at',
  title: 'What was looked at',
  body: [
    accountTerms(summary),
    summary.account?.isPartial
      ? p(
          'The archive says that it is one of several parts: what stands in the others was not seen.',
        )
      : '',
    sumsTable(summary),
    p(how('sums', 'records')),
  ],
});
