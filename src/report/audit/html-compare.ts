import type { AuditSummary, Comparison } from '../../core/audit.ts';
import type { ReportHead } from '../../core/report.ts';
import { dateInWords } from '../when.ts';
import type { CellHtml, Section } from './html-parts.ts';
import { apart, details, how, p, postRef, said, table, tag } from './html-parts.ts';
import { many } from './words.ts';

const titleOf = ({ title, adopted }: Comparison['policy']): string =>
  adopted === undefined ? apart(title) : `${apart(title)}, adopted ${said(dateInWords(adopted))}`;

const SIDES = {
  stopped: 'the other policy',
  'let-through': 'this policy',
} as const;

/** More rows than this are for those who ask for them. */
const FEW = 20;

const postsHtml = ({ posts }: Comparison): string => {
  if (posts.length === 0) return '';
  const rows = table({
    caption: 'Posts that only one of the two stops',
    heads: ['Post', 'Stopped by', 'Rules'],
    rows: posts.map((post): readonly CellHtml[] => [
      postRef(post),
      SIDES[post.side],
      post.rules.map((rule) => tag('code', {}, said(rule))).join(', '),
    ]),
  });
  return posts.length > FEW
    ? details(`${many(posts.length, 'post')} that only one of the two stops`, rows)
    : rows;
};

export const comparedWith = (
  { comparison }: AuditSummary,
  { policies }: ReportHead,
): readonly Section[] => {
  if (!comparison) return [];
  const { policy, stopped, letThrough, both, neither, rules, posts } = comparison;
  const [first] = policies;
  const left = stopped + letThrough - posts.length;
  return [
    {
      id: 'comparison',
      title: 'Compared with another policy',
      body: [
        p(
          `The same posts under ${titleOf(policy)}, instead of ${first ? titleOf(first) : 'this policy'}: `,
          `it would have stopped ${many(stopped, 'post')} that this policy lets through, and let ${many(letThrough, 'post')} through that this policy stops.`,
        ),
        table({
          caption: 'Posts with an error under each policy',
          heads: ['What happens to it', 'Posts'],
          rows: [
            ['Only the other policy stops it', stopped],
            ['Only this policy stops it', letThrough],
            ['Both stop it', both],
            ['Neither stops it', neither],
          ],
          total: ['Posts compared', stopped + letThrough + both + neither],
        }),
        rules.length === 0
          ? ''
          : table({
              caption: 'Rules of the other policy that stop posts which this one lets through',
              heads: ['Rule', 'Clause', 'Posts'],
              rows: rules.map(({ rule, clause, posts: count }): readonly CellHtml[] => [
                tag('code', {}, said(rule)),
                said(clause),
                count,
              ]),
            }),
        postsHtml(comparison),
        left > 0 && posts.length > 0
          ? p(`${many(left, 'more post')} of these are not listed.`)
          : '',
        p(how('comparison', 'the comparison')),
      ],
    },
  ];
};
