import { groupBy } from '../core/group-by.ts';
import { partOfFinding, textOfPart } from '../core/parts.ts';
import type { Finding } from '../core/finding.ts';
import type { PolicyInfo } from '../core/policy.ts';
import type { JudgedPost } from '../core/report.ts';
import { groupsOf, settlingAll } from './groups.ts';
import { timeOf } from './heading.ts';
import type { ExcerptMark } from './html-excerpt.ts';
import { excerptHtml } from './html-excerpt.ts';
import { partInWords, sentence } from './parts.ts';
import type { ShownPost } from './shown.ts';
import { shownText } from './shown.ts';
import type { Offer, Told } from './told.ts';
import { toldOf } from './told.ts';
import { isIsoTime, timeInWords } from './when.ts';
import { element, escapeXml, opening } from './xml.ts';

/** More pictures than a post may carry. */
const MOST_PARTS = 8;

const said = (text: string): string => escapeXml(shownText(text));

type Groups = readonly (readonly Finding[])[];

const marksOf = (groups: Groups): ReadonlyMap<string, readonly ExcerptMark[]> =>
  new Map(
    [
      ...groupBy(
        groups.flatMap((group, index) =>
          group.map((finding) => ({ finding, number: groups.length > 1 ? index + 1 : undefined })),
        ),
        ({ finding }) => partOfFinding(finding),
      ),
    ].map(([part, found]) => [
      part,
      found.flatMap(({ finding: { range, severity, confidence }, number }) =>
        range ? [{ ...range, severity, isGuess: confidence === 'possible', number }] : [],
      ),
    ]),
  );

/** The text always, so that a reader knows which post is meant; of its pictures what was found in. */
export const excerpts = (
  { post }: JudgedPost,
  groups: Groups,
  { mask }: ShownPost,
): readonly string[] => {
  const marks = marksOf(groups);
  const pictures = post.media.flatMap((_, index) => [
    `media[${index}].alt` as const,
    `media[${index}].file` as const,
  ]);
  const parts = ['text' as const, ...pictures.filter((part) => marks.has(part))];
  return parts.slice(0, MOST_PARTS).flatMap((part) => {
    const text = textOfPart(post, part) ?? '';
    if (text.trim() === '') return [];
    const html = excerptHtml(text, marks.get(part) ?? [], mask.inPart(part));
    return [
      '<figure>',
      element('figcaption', {}, [escapeXml(sentence(partInWords(part, post)))]),
      element('blockquote', { dir: 'auto' }, [html]),
      '</figure>\n',
    ];
  });
};

const offerHtml = (
  { finding, suggestion, checked }: Offer,
  judged: JudgedPost,
  shown: ShownPost,
) => {
  const { text, title } = suggestion;
  const isTime = isIsoTime(text);
  const now = judged.at === null ? 'no time yet' : timeInWords(judged.at);
  const made = isTime
    ? escapeXml(`${now} → ${timeInWords(text)}`)
    : excerptHtml(text, [], shown.mask.inText(text));
  const what = isTime ? '' : `${escapeXml(sentence(partInWords(partOfFinding(finding))))}: `;
  return [
    element('p', {}, [`${escapeXml(shown.words(title))} <span class="note">(${checked})</span>`]),
    element('blockquote', { class: 'try', dir: 'auto' }, [
      what === 'The post’s text: ' ? made : `${what}${made}`,
    ]),
  ].join('');
};

const term = (label: string, paragraphs: readonly string[]): readonly string[] =>
  paragraphs.length === 0 ? [] : [element('dt', {}, [label]), element('dd', {}, paragraphs), '\n'];

const paragraph = (text: string): string => element('p', {}, [said(text)]);

const toldHtml = (told: Told, judged: JudgedPost, shown: ShownPost): string => {
  const label = told.isGuess ? 'Maybe' : sentence(told.severity);
  const tone = told.isGuess ? 'guess' : told.severity;
  const also =
    told.also.length === 0 ? [] : [paragraph(`The same is asked in ${told.also.join(', ')}.`)];
  return [
    opening('li', { class: tone }),
    element('h4', {}, [
      `${element('span', { class: 'badge' }, [label])} ${told.messages.map(said).join(' ')}`,
    ]),
    '\n<dl>\n',
    ...term('Why', told.why.map(paragraph)),
    ...term('Policy', [
      paragraph(told.asks),
      element('p', {}, [element('cite', {}, [said(told.source)])]),
      ...also,
    ]),
    ...term('Try', [
      ...told.offers.map((offer) => offerHtml(offer, judged, shown)),
      ...told.advice.map(paragraph),
    ]),
    ...term('Rule', [element('p', {}, [element('code', {}, [said(told.rule)])])]),
    '</dl>\n</li>\n',
  ].join('');
};

const whereHtml = (judged: JudgedPost, { file }: ShownPost): string => {
  const { line, record } = judged.post.origin;
  const when = escapeXml(timeOf(judged));
  const time = judged.at === null ? when : element('time', { datetime: judged.at }, [when]);
  const place = escapeXml(`${file}, line ${line}, record ${record}`);
  return element('p', { class: 'where' }, [`${time} · ${place}`]);
};

/** What was found in one post, as an article; `key` is its anchor. */
export const cardHtml = (
  judged: JudgedPost,
  shown: ShownPost,
  policies: readonly PolicyInfo[],
  key: string,
): string => {
  const groups = groupsOf(judged.findings);
  const settlesAll = settlingAll(judged.findings);
  const findings = groups.map((group) =>
    toldHtml(toldOf(group, policies, settlesAll), judged, shown),
  );
  return [
    opening('article', { 'aria-labelledby': key }),
    `\n${element('h3', { id: key, dir: 'auto' }, [escapeXml(shown.id === '' ? shown.file : shown.id)])}\n`,
    `${whereHtml(judged, shown)}\n`,
    ...excerpts(judged, groups, shown),
    groups.length > 1 ? '<ol class="findings">\n' : '<ul class="findings">\n',
    ...findings,
    groups.length > 1 ? '</ol>\n' : '</ul>\n',
    '</article>\n',
  ].join('');
};
