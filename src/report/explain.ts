import { unmark } from '../core/marks.ts';
import type { Clause, Example, Policy, Rule } from '../core/policy.ts';
import type { RecordKind } from '../core/post.ts';
import type { Severity } from '../core/severity.ts';
import { waiverTermsOf } from '../core/waiver.ts';
import { clip } from './cells.ts';
import { inWords, parameters } from './conditions.ts';
import { quoted } from './frame.ts';
import { guarded } from './guard.ts';
import { labelled, source } from './layout.ts';
import type { Paint, Render } from './options.ts';
import { columnsOf } from './options.ts';
import { withRight, wrap } from './wrap.ts';

export interface Explained {
  readonly policy: Policy;
  readonly rule: Rule;
}

const FORCE: Readonly<Record<Severity, string>> = {
  error: 'error: change the post before it goes out',
  warning: 'warning: think again before it goes out',
  info: 'info: worth knowing',
};

/** The strings of an example that may carry marks, and in words what else is known of the post. */
const exampleParts = (example: Example): readonly [readonly string[], string] => {
  if (typeof example === 'string') return [[example], ''];
  const { text, media, ...rest } = example;
  const pictures = Array.isArray(media) ? (media as readonly unknown[]) : [];
  const strings = pictures.flatMap((item) =>
    typeof item === 'object' && item !== null
      ? Object.entries(item).flatMap(([key, value]) =>
          typeof value === 'string' ? [`${key}: ${value}`] : [],
        )
      : [],
  );
  return [[...(typeof text === 'string' ? [text] : []), ...strings], parameters(rest)];
};

const shown = (
  example: Example,
  severity: Severity,
  width: number,
  paint: Paint,
): readonly string[] => {
  const [strings, rest] = exampleParts(example);
  return [
    ...strings.flatMap((marked) => {
      const { text, spans } = unmark(marked);
      const marks = spans.map((span) => ({ ...span, severity, isGuess: false }));
      return quoted({ text, marks }, width, paint);
    }),
    ...(rest === '' ? [] : wrap(rest, width - 5).map((line) => paint.dim(`   │ ${line}`))),
  ];
};

const section = (
  title: string,
  examples: readonly Example[],
  severity: Severity,
  width: number,
  paint: Paint,
): readonly string[] =>
  examples.length === 0
    ? []
    : [
        '',
        paint.bold(title),
        ...examples.flatMap((example, index) => [
          ...(index === 0 ? [] : ['']),
          ...shown(example, severity, width, paint),
        ]),
      ];

const WHOSE: Readonly<Record<RecordKind, string>> = {
  own: 'the account’s own words',
  repost: 'what it passes on',
  like: 'what it likes',
};

/** `Judges the account’s own words and what it passes on.` */
const whose = (kinds: readonly RecordKind[]): string =>
  `Judges ${kinds.map((kind) => WHOSE[kind]).join(' and ')}.`;

const daysOf = (count: number): string => (count === 1 ? '1 day' : `${count} days`);

/** Who may except a post from the rule, and for how long. */
const waiverWords = ({ policy, rule }: Explained): string => {
  const terms = waiverTermsOf(policy, rule);
  if (!terms) return 'never: no exception may be made';
  const { maxDays, roles } = terms;
  const who = roles ? `, by ${roles.map((role) => `“${role}”`).join(' or ')} alone` : '';
  return `${daysOf(maxDays)} at most${who}`;
};

const clauseOf = ({ policy, rule }: Explained): Clause | undefined =>
  policy.clauses.find(({ id }) => id === rule.clause);

/** A rule for people: what it asks and when, what to do, and posts that it flags and allows. */
export const explain: Render<Explained> = ({ policy, rule }, options) => {
  const { paint } = options;
  const width = columnsOf(options);
  const room = width - 11;
  const clause = clauseOf({ policy, rule });
  const cited = { policy: policy.info.id, section: clause?.section ?? '', clause: rule.clause };
  const given = parameters(rule.with);
  const told = (label: string, words: string | undefined): readonly string[] =>
    words === undefined || words === '' ? [] : labelled(label, wrap(words, room), paint);
  const when = rule.when && `Only when ${inWords(rule.when)}.`;
  const unless = rule.unless && `Not when ${inWords(rule.unless)}.`;
  const judges = rule.judges && whose(rule.judges);
  return guarded([
    ...withRight([clip(rule.id, width)], clip(policy.info.id, width), width, [
      paint.bold,
      paint.dim,
    ]),
    ...wrap(clause?.requires ?? rule.message, width),
    '',
    ...labelled('Policy', source(cited, [policy.info], room, paint), paint),
    ...told('Force', FORCE[rule.severity]),
    ...told('When', [judges, when, unless].filter((words) => words !== undefined).join(' ')),
    ...told('Says', rule.message.replace(/\{\w+\}/gu, '…')),
    ...told('Try', rule.advice),
    ...told('Waiver', waiverWords({ policy, rule })),
    ...told('Check', `${rule.check}${given === '' ? '' : ` (${given})`}`),
    ...told('File', `${rule.file ?? policy.file}:${rule.line}`),
    ...section('It flags', rule.examples.flags, rule.severity, width, paint),
    ...section('It allows', rule.examples.allows, rule.severity, width, paint),
  ]);
};
