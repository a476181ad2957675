import type { Span } from '../core/span.ts';
import type { Detector, Document, Part } from '../document/document.ts';
import { cueDetector } from './cues.ts';
import { groups } from './groups.ts';
import { schoolShapes } from './school-shapes.ts';
import { schoolSigns } from './school-signs.ts';
import { sentenceAt, sentences } from './sentences.ts';

/** Where a post speaks of the writer’s school; the span counts the part’s folded text. */
export interface SchoolTalk {
  readonly part: Part;
  readonly span: Span;
  /**
   * `named`: the school’s name, handle or hashtag; `ours`: words that only its people use, as `my class`;
   * `implied`: school life told by somebody who takes part; `work`: a teacher’s work, which tells no school.
   */
  readonly form: 'named' | 'ours' | 'implied' | 'work';
}

const cues = cueDetector('accounts', {
  telling: ['own', 'work', 'toil', 'school', 'around', 'voice', 'now'],
  others: ['beside', 'elsewhere'],
});

/** `#teacherlife`, `#dramateacherlife`, `#edutwitter`. */
const TEACHER_TAG =
  /[#＃]\w{0,20}(?:teacherlife|lifeofateacher|teachersof\w|primaryteacher|nqtlife|ectlife)\w{0,20}/giu;

const tagged = ({ body }: Document): SchoolTalk[] =>
  body.text.includes('#')
    ? [...body.text.matchAll(TEACHER_TAG)].map(({ 0: tag, index }) => ({
        part: body,
        span: { start: index, end: index + tag.length },
        form: 'work',
      }))
    : [];

interface Mention {
  readonly part: Part;
  readonly span: Span;
  readonly sentence: number;
}

const keyOf = ({ part, span }: Mention): string =>
  part.text.slice(span.start, span.end).toLowerCase().replace(/'?s$/u, '');

const areApart = (one: Mention, other: Mention): boolean =>
  one.part === other.part &&
  (other.span.end <= one.span.start || one.span.end <= other.span.start) &&
  keyOf(one) !== keyOf(other);

/** Beside how many mentions on either side a word of many lives is looked for. */
const NEAR = 8;

/** Words of many lives tell of a school where a different one, or one of family, play or school life, is near. */
const inPairs = (around: readonly Mention[], others: readonly Mention[]): readonly Mention[] => {
  const all = [...around, ...others].sort((a, b) => a.sentence - b.sentence);
  const isAround = new Set(around);
  return all.filter(
    (one, at) =>
      isAround.has(one) &&
      all
        .slice(Math.max(0, at - NEAR), at + NEAR)
        .some((other) => Math.abs(other.sentence - one.sentence) <= 1 && areApart(one, other)),
  );
};

/** `4B`, `Year 9`, `the pupils`, `Marsh Primary`. */
const mentionsIn = (document: Document): readonly Mention[] => {
  const lines = document.facts(sentences);
  const grouped = document.facts(groups).filter(({ kind, part, span }) => {
    const text = part.text.slice(span.start, span.end + 8);
    if (kind === 'class') return !/ (?:pencils?|leads?)/u.test(text);
    return kind === 'year' && !/^(?:reception|juniors?) (?:desk|area|room|doctor)/iu.test(text);
  });
  return [...grouped, ...document.facts(schoolShapes)].map(({ part, span }) => ({
    part,
    span,
    sentence: sentenceAt(lines, document.parts, part, span.start),
  }));
};

const spoken = (document: Document): SchoolTalk[] => {
  const all = document.facts(cues);
  const of = (kind: string) => all.filter((cue) => cue.kind === kind);
  const toTalk =
    (form: SchoolTalk['form']) =>
    ({ part, span }: Mention): SchoolTalk => ({ part, span, form });
  const own = of('own').map(toTalk('ours'));
  if (of('elsewhere').length > 0) return own;
  const told = new Set([...of('voice'), ...of('now')].map(({ sentence }) => sentence));
  const isTold = ({ sentence }: Mention): boolean =>
    told.has(sentence) || told.has(sentence - 1) || told.has(sentence + 1);
  const mentions = mentionsIn(document);
  const school = [...of('school'), ...mentions];
  return [
    ...own,
    ...of('school').map(toTalk('implied')),
    ...[...mentions, ...inPairs(of('around'), [...of('beside'), ...school])]
      .filter(isTold)
      .map(toTalk('implied')),
    ...of('work').map(toTalk(of('voice').length > 0 ? 'implied' : 'work')),
    ...of('toil').map(toTalk('work')),
  ];
};

const PLAINNESS: readonly SchoolTalk['form'][] = ['named', 'ours', 'implied', 'work'];

/** Everything in the post that speaks of the school or of work there, the plainest first. */
export const schoolTalk: Detector<SchoolTalk> = (document) => {
  const named = document
    .facts(schoolSigns)
    .map(({ part, span }) => ({ part, span, form: 'named' as const }));
  return [...named, ...spoken(document), ...tagged(document)].sort(
    (a, b) => PLAINNESS.indexOf(a.form) - PLAINNESS.indexOf(b.form),
  );
};
