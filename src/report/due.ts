import type { Cadence, Policy } from '../core/policy.ts';
import { CADENCE_WORDS } from '../core/policy.ts';
import { groupBy } from '../core/group-by.ts';
import { visible } from './cells.ts';
import { guarded } from './guard.ts';
import { indented } from './layout.ts';
import type { Paint, Render } from './options.ts';
import { columnsOf } from './options.ts';
import { reviewDay } from './reviews.ts';
import { counted } from './summary.ts';
import { dateInWords } from './when.ts';
import { fill, wrap } from './wrap.ts';

/** One duty that only people can confirm. */
interface Duty {
  readonly policy: Policy;
  readonly clause: { readonly id: string; readonly requires: string };
  readonly name: string;
  readonly owner: string;
  readonly every: Cadence;
  readonly last?: string;
  readonly by?: string;
  readonly next?: string;
  readonly status: 'never' | 'overdue' | 'fine' | 'occasion';
}

interface Due {
  readonly states: readonly Duty[];
  readonly reviews: readonly Policy[];
}

const when = ({ status, next, last, by, owner, every }: Duty): string => {
  const often = CADENCE_WORDS[every];
  const before = last === undefined ? '' : `, last ${dateInWords(last)}${by ? ` by ${by}` : ''}`;
  if (status === 'never') return `never recorded; ${owner}, ${often}`;
  return `was due ${dateInWords(next ?? '')}${before}; ${owner}, ${often}`;
};

const block = (duty: Duty, width: number, paint: Paint): readonly string[] => {
  const style = duty.status === 'overdue' ? paint.error : paint.dim;
  return [
    `  ${visible(duty.clause.id)}`,
    ...indented(wrap(duty.clause.requires, width - 4), 4),
    ...indented(
      wrap(when(duty), width - 4).map((line) => style(line)),
      4,
    ),
  ];
};

const sumOf = ({ states, reviews }: Due, open: number): readonly string[] => {
  const of = (wanted: Duty['status']): number =>
    states.filter(({ status }) => status === wanted).length;
  const wanted = [
    ...(reviews.length > 0 ? [`${counted(reviews.length, 'review')} due`] : []),
    ...(open > 0 ? [`${counted(open, 'sign-off')} due`] : []),
  ];
  return [
    ...(wanted.length > 0 ? wanted : ['Nothing is due']),
    `${of('fine')} in date`,
    ...(of('occasion') > 0 ? [`${of('occasion')} only when something happens`] : []),
  ];
};

/** What is due, policy by policy, and the sum of it. */
export const dueText: Render<Due> = ({ states, reviews }, options) => {
  const { paint } = options;
  const width = columnsOf(options);
  const open = states.filter(({ status }) => status === 'never' || status === 'overdue');
  const blocks = [
    reviews.flatMap(({ info: { title, reviewDue = '' } }) =>
      wrap(`${title}: its review was due ${reviewDay(reviewDue)}`, width),
    ),
    ...[...groupBy(open, ({ policy }) => policy.info.id)].map(([id, own]) => [
      ...wrap(`${own[0]!.policy.info.title} (${id})`, width).map((line) => paint.bold(line)),
      ...own.flatMap((duty) => block(duty, width, paint)),
    ]),
    fill(sumOf({ states, reviews }, open.length), width, ' · ').map((line) => paint.bold(line)),
    open.length === 0
      ? []
      : wrap('Record one: policy-lint signoff CLAUSE --by "Who confirms it"', width),
  ].filter((lines) => lines.length > 0);
  return guarded(blocks.flatMap((lines, index) => [...(index === 0 ? [] : ['']), ...lines]));
};
