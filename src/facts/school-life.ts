import type { Span } from '../core/span.ts';
import type { Detector, Part } from '../document/document.ts';
import { companyOf } from './company.ts';
import type { Cue } from './cues.ts';
import { cueDetector } from './cues.ts';
import { groups } from './groups.ts';
import { schoolSigns } from './school-signs.ts';
import { schoolTalk } from './school-talk.ts';
import { sentenceAt, sentences } from './sentences.ts';

/** A sentence about the school, a colleague, a class or a pupil that judges or tells what happened. */
export interface SchoolTale {
  readonly part: Part;
  /** What names the school or its people. */
  readonly span: Span;
  readonly form: 'tale';
}

const cues = cueDetector<'school' | 'told'>('school-life', {
  telling: ['school', 'told'],
  others: [],
});

const RETWEET = /^\s*RT\s*:?\s*@/iu;
/** An exclamation or a pictogram tells a feeling. */
const FEELING = /!|\p{Extended_Pictographic}/u;

interface Placed {
  readonly part: Part;
  readonly span: Span;
}

/** The posts of others and posts without a word of the school hold none. */
export const schoolTales: Detector<SchoolTale> = (document) => {
  if (RETWEET.test(document.body.text)) return [];
  const all: readonly Cue<'school' | 'told'>[] = document.facts(cues);
  const school: readonly Placed[] = [
    ...all.filter(({ kind }) => kind === 'school'),
    ...document.facts(schoolSigns),
    ...document.facts(groups).filter(({ kind }) => kind === 'class'),
    ...document.facts(schoolTalk).filter(({ form }) => form !== 'work'),
  ];
  if (school.length === 0) return [];
  const lines = document.facts(sentences);
  const hasCompany = companyOf(all);
  const felt = new Set(
    lines.flatMap(({ part, span }, at) =>
      FEELING.test(part.text.slice(span.start, span.end)) ? [at] : [],
    ),
  );
  return school.flatMap(({ part, span }): SchoolTale[] => {
    const sentence = sentenceAt(lines, document.parts, part, span.start);
    const isTold = felt.has(sentence) || hasCompany({ part, span, sentence }, ['told'], 1);
    return isTold ? [{ part, span, form: 'tale' }] : [];
  });
};
