import { partOfFinding, textOfPart } from '../core/parts.ts';
import type { JudgedPost, ReportHead } from '../core/report.ts';
import { diff } from './diff.ts';
import { frame } from './frame.ts';
import { groupsOf, settlingAll } from './groups.ts';
import { nameOf, timeOf } from './heading.ts';
import { escapeMarkdown } from './markdown-escape.ts';
import { PLAIN } from './options.ts';
import { partInWords, sentence, unique } from './parts.ts';
import type { ShownPost } from './shown.ts';
import { shownText } from './shown.ts';
import type { Offer, Told } from './told.ts';
import { toldOf } from './told.ts';
import { isIsoTime, timeInWords } from './when.ts';

/** More pictures than a post may carry. */
const MOST_PARTS = 8;

const WIDTH = 80;

/** Somebody’s text as inline Markdown. */
export const said = (text: string): string => escapeMarkdown(shownText(text));

/** Every line begins with a bar, a sign or blanks: none of them can close the block. */
const fenced = (language: string, lines: readonly string[]): readonly string[] =>
  lines.length === 0 ? [] : ['', `\`\`\`${language}`, ...lines, '```'];

const excerpt = ({ post, findings }: JudgedPost, { mask }: ShownPost): readonly string[] => {
  const parts = unique(['text' as const, ...findings.map(partOfFinding)]).slice(0, MOST_PARTS);
  const subjects = parts.flatMap((part) => {
    const text = textOfPart(post, part);
    const marks = findings.flatMap((finding) =>
      finding.range && partOfFinding(finding) === part
        ? [
            {
              ...finding.range,
              severity: finding.severity,
              isGuess: finding.confidence === 'possible',
            },
          ]
        : [],
    );
    const firstNumber = part === 'text' ? post.origin.textLine : undefined;
    const title = partInWords(part);
    return text === undefined
      ? []
      : [{ text, marks, masks: mask.inPart(part), title, firstNumber }];
  });
  return fenced('text', frame(subjects, WIDTH, PLAIN));
};

const change = (
  { finding, suggestion: { text } }: Offer,
  judged: JudgedPost,
  { mask }: ShownPost,
): readonly string[] => {
  if (isIsoTime(text)) {
    const now = judged.at === null ? 'no time yet' : timeInWords(judged.at);
    return fenced('diff', [`- ${now}`, `+ ${timeInWords(text)}`]);
  }
  const part = partOfFinding(finding);
  const before = { text: textOfPart(judged.post, part) ?? '', masks: mask.inPart(part) };
  const after = { text, masks: mask.inText(text) };
  return fenced('diff', diff(before, after, WIDTH, PLAIN.removed, PLAIN.added));
};

const labelled = (label: string, words: readonly string[]): readonly string[] =>
  words.length === 0 ? [] : [`- **${label}** ${words.join(' ')}`];

/** Reasons are written without a full stop, and stand behind one another here. */
const stopped = (text: string): string => (/[.!?…]$/u.test(text) ? text : `${text}.`);

const toldLines = (told: Told, judged: JudgedPost, shown: ShownPost): readonly string[] => {
  const label = told.isGuess ? 'Maybe' : sentence(told.severity);
  const also =
    told.also.length === 0 ? [] : [`The same is asked in ${told.also.map(said).join(', ')}.`];
  return [
    '',
    `**${label}: ${told.messages.map(said).join(' ')}** (${said(told.rule)})`,
    '',
    ...labelled('Why:', told.why.map(stopped).map(said)),
    ...labelled('Policy:', [said(told.asks), `(${said(told.source)})`, ...also]),
    ...labelled('Try:', told.advice.map(said)),
    ...told.offers.flatMap((offer, index) => [
      '',
      `**${index === 0 ? 'Try' : 'Or'}:** ${escapeMarkdown(shown.words(offer.suggestion.title))} (${offer.checked})`,
      ...change(offer, judged, shown),
    ]),
  ];
};

/** What was found in one post, under a heading. */
export const markdownPost = (
  judged: JudgedPost,
  { policies }: ReportHead,
  shown: ShownPost,
): readonly string[] => {
  const settlesAll = settlingAll(judged.findings);
  return [
    '',
    `#### ${escapeMarkdown(nameOf(judged, shown.mask))}`,
    '',
    said(timeOf(judged)),
    ...excerpt(judged, shown),
    ...groupsOf(judged.findings).flatMap((group) =>
      toldLines(toldOf(group, policies, settlesAll), judged, shown),
    ),
  ];
};
