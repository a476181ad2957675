import type { AuditSummary } from '../../core/audit.ts';
import { opening } from '../xml.ts';
import type { Section } from './html-parts.ts';
import { apart, said, tag } from './html-parts.ts';
import {
  daysPassed,
  errorsInWords,
  figure,
  judgedIn,
  kindsJudged,
  many,
  periodInWords,
} from './words.ts';

type Explained = readonly [key: string, title: string, ...sentences: readonly string[]];

const comparedPeriods = ({ period, previous, today }: AuditSummary): string => {
  if (!previous)
    return 'No period before was asked for or is in the archive, so nothing is compared.';
  const [days, before] = [daysPassed(period, today), daysPassed(previous, today)];
  const isRunning = today < period.to;
  const lengths =
    days === undefined || before === undefined
      ? ''
      : days === before
        ? ` ${isRunning ? `Of “now” ${many(days, 'day')} have passed, today included, and “before” is as long.` : `Both have ${many(days, 'day')}.`}`
        : ` ${isRunning ? `Of “now” ${many(days, 'day')} have passed, today included; “before” has ${figure(before)}` : `They have ${many(days, 'day')} and ${many(before, 'day')}`}: the figures are compared as they are.`;
  return `“Before” is ${apart(periodInWords(previous))}, “now” is ${apart(periodInWords(period))}.${lengths}`;
};

const explained = (summary: AuditSummary): readonly Explained[] => {
  const { sums, posts, findings, due, listable, answers, timezone } = summary;
  const judged = judgedIn(summary);
  const kinds = kindsJudged(summary);
  const zone = said(timezone);
  const broken = answers.filter(({ status }) => status === 'broken').length;
  const skipped = Object.values(sums.skipped).reduce((sum, count) => sum + count, 0);
  return [
    [
      'due',
      'Must come down',
      `${figure(due)}: posts of the period whose words, pictures or addressees break at least one rule that must be kept (an error), surely enough to say so, and that the archive does not call deleted. The archive tells how things stood when it was made; a post that was deleted since is still counted.`,
      ...[errorsInWords(summary)].filter((sentence) => sentence !== ''),
    ],
    [
      'listed',
      'With findings',
      `${figure(listable)}: posts in which at least one rule found something that is not covered by a recorded exception. ${figure(posts.error)} have an error, ${figure(posts.warning)} a warning but no error, ${figure(posts.info)} only something for information. A post is counted once, however much was found in it.`,
    ],
    [
      'clean',
      'With nothing found',
      `${figure(posts.clean)} of ${figure(judged)}: posts that were judged and in which no rule found anything. What could not be checked may still be wrong with them.`,
    ],
    [
      'own',
      'Posts judged',
      `${figure(judged)}${kinds === '' ? '' : `: ${kinds}`}. Of them ${figure(sums.own)} are in the account’s own words. What it passed on (${figure(sums.reposts)}) and liked (${figure(sums.likes)}) is judged only by rules that speak of such posts.`,
    ],
    [
      'sums',
      'Records',
      `${figure(sums.read)}: everything in the archive that looks like a post, each counted once in one line of the table, so that the lines add up. ${figure(skipped)} are no posts of their own, ${figure(sums.outside)} lie outside, and ${figure(sums.unread)} could not be read or judged: the problems name each.`,
    ],
    [
      'rules',
      'Rules, findings and the change',
      `${many(findings.error + findings.warning + findings.info, 'finding')} in this period. A post that breaks a rule twice has two findings and is one post. A place that breaks several rules is one finding, under the strictest. The change is the number of posts now less the number before.`,
      comparedPeriods(summary),
      'Beside a rule stands where the policy asks for it: its section, and the number that the clause has in the policy or, where that has none, a short name such as “posting.2”, by which policy-lint explain finds it.',
    ],
    [
      'hours',
      'Posts by weekday and hour',
      `The account’s own posts by the hour in which they went out on the clocks of ${zone}, summer time included: 17 means 17:00 to 17:59. The outline is what the rules permit in an ordinary week; closed days and events of the calendar are not drawn, so a post inside the outline may still be a finding, and one outside may be excused.`,
    ],
    [
      'weeks',
      'Findings and posts per week',
      `Weeks run from Monday to Sunday on the clocks of ${zone}. A week at the edge of the period holds only its days inside the period. Everything that was judged is counted, what was passed on or liked too, as in the figures by severity; only posts whose time nobody knows are in no week. Findings are counted, not posts: errors at the bottom, warnings on top of them, then what is for information.`,
    ],
    [
      'purposes',
      'What posts were for',
      'Each post is put under one purpose by the words in it; a reply and a post that was passed on are put under those. Words can mislead, so read the shares as a tendency; no single post is a finding for its purpose.',
    ],
    [
      'excused',
      'What was excused',
      'Times that a post would have broken a rule, had the rule not made room for it: for an event in the school’s calendar, urgent news, a trip or a wording. Look through them: an excuse that is too broad hides what should be seen.',
    ],
    [
      'duties',
      'Duties of the account',
      `${figure(broken)} broken of ${many(answers.length, 'clause')} that no single post can show: they are answered from the profile, the lists and the whole history. “To look at” means that only a person can tell; “not checkable” that the archive or the configuration does not say.`,
    ],
    [
      'unchecked',
      'What could not be checked',
      'Posts of which a rule could not be asked because the school has not told something that it needs, by what is missing. Such a post may still have findings under other rules.',
    ],
    [
      'sign-offs',
      'Sign-offs',
      'What only people can confirm. “Overdue” means that the day of the next confirmation is past; “never” that none is on record.',
    ],
    ...(summary.comparison
      ? [
          [
            'comparison',
            'The comparison',
            'Each post of the period was judged under both policies, with the same facts about the school. A policy stops a post when it finds an error in it. The four figures add up to the posts compared.',
          ] as const,
        ]
      : []),
    [
      'problems',
      'Could not be read',
      `${many(summary.problems.length, 'problem')}: files and records that could not be read or only in part, each with its place. One problem can concern more than one record. Notices (${figure(summary.notices.length)}) are no problems: they deserve a look.`,
    ],
  ];
};

export const howMade = (summary: AuditSummary): Section => ({
  id: 'how',
  title: 'How these figures were made',
  body: [
    opening('dl', { class: 'explained' }),
    '\n',
    ...explained(summary).flatMap(([key, title, ...sentences]) => [
      tag('dt', { id: `how-${key}` }, title),
      ...sentences.map((sentence) => tag('dd', {}, sentence)),
      '\n',
    ]),
    '</dl>\n',
  ],
});
