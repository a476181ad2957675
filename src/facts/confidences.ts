import type { Confidence } from '../core/severity.ts';
import type { Span } from '../core/span.ts';
import type { Detector, Document, Part } from '../document/document.ts';
import type { Cue } from './cues.ts';
import { cueDetector } from './cues.ts';
import type { GroupMention } from './groups.ts';
import { groups } from './groups.ts';
import { sentenceAt, sentences } from './sentences.ts';
import { sentenceAround, somebodiesNear, subjectsOf } from './somebody.ts';

export const CONFIDENCE_FORMS = ['marker', 'case', 'result', 'complaint', 'scan'] as const;

/** A place that gives away what is confidential or not yet public. */
export interface ConfidenceBreach {
  readonly part: Part;
  readonly span: Span;
  readonly form: (typeof CONFIDENCE_FORMS)[number];
  readonly confidence: Confidence;
}

const TELLING = [
  'marker',
  'hush',
  'case',
  'case-near',
  'sanction',
  'result',
  'complaint',
  'scan',
] as const;
const OTHERS = ['matter', 'fun'] as const;
type Kind = (typeof TELLING)[number] | (typeof OTHERS)[number];

const cues = cueDetector<Kind>('confidential', { telling: TELLING, others: OTHERS });

/** `’s`, `’s final`: what stands between a name and what belongs to it. */
const OWNER = /^['’]s?(?: [\p{L}-]+)? $/u;
const REACH = 30;

const isOwned = (document: Document, cue: Cue<Kind>): boolean =>
  somebodiesNear(document, cue).some(
    ({ span: { end } }) =>
      end < cue.span.start &&
      cue.span.start - end < REACH &&
      OWNER.test(cue.part.text.slice(end, cue.span.start)),
  );

/** One pupil, a few or a class: whoever knows the school can tell whose case it is. */
const FEW =
  /\b(?:(?:two|three|four|five|several|some|another|a|one|both|the|that|this|our|my) (?:of our |of my |of the |more |little |wee )?(?:member of staff|technicians?|coach(?:es)?|bursar|caretaker|deputy|dads?|mums?|twins|brothers|sisters|tutors?|year \d{1,2}s?|y\d{1,2}s?|boys?|girls?|lads?|pupils?|students?|children|staff|teachers?|tas?|colleagues?|parents?|families))\b/i;

/** Sentences that name a class or a year. */
const placedSentences: Detector<number> = (document) => {
  const all = document.facts(sentences);
  const years: readonly GroupMention[] = document
    .facts(groups)
    .filter(({ kind }) => kind === 'class' || kind === 'year');
  return years.map(({ part, span }) => sentenceAt(all, document.parts, part, span.start));
};

/** A case of one person or of a few; undefined: nobody is meant in particular. */
const findCase = (
  document: Document,
  cue: Cue<Kind>,
  years: ReadonlySet<number>,
): Confidence | undefined => {
  const subjects = subjectsOf(document, cue);
  if (subjects.some(({ confidence }) => confidence !== 'possible')) return 'likely';
  if (FEW.test(sentenceAround(document, cue))) return 'likely';
  if (cue.kind === 'sanction' && years.has(cue.sentence)) return 'likely';
  return subjects.length > 0 ? 'possible' : undefined;
};

const isPicture = ({ name }: Part): boolean => name !== 'text';

/** Scans and screenshots, in what a picture is called or described as. */
const LONGEST_ALT = 1_000;
const SCAN =
  /scan|screenshot|screen[-_ ]shot|photo of|photograph of|copy of|\.pdf|\.docx?|\.xlsx?|\.csv/i;

const formOf = (
  document: Document,
  cue: Cue<Kind>,
  kinds: ReadonlySet<Kind>,
  years: ReadonlySet<number>,
): Pick<ConfidenceBreach, 'form' | 'confidence'> | undefined => {
  switch (cue.kind) {
    case 'marker':
    case 'result':
    case 'complaint':
      return { form: cue.kind, confidence: 'likely' };
    case 'hush': {
      if (kinds.has('fun')) return undefined;
      return { form: 'marker', confidence: kinds.has('matter') ? 'likely' : 'possible' };
    }
    case 'case':
    case 'sanction':
    case 'case-near': {
      if (cue.kind === 'case-near' && !isOwned(document, cue)) return undefined;
      const confidence = findCase(document, cue, years);
      return confidence && { form: 'case', confidence };
    }
    case 'scan':
      return isPicture(cue.part) && SCAN.test(cue.part.text.slice(0, LONGEST_ALT))
        ? { form: 'scan', confidence: 'likely' }
        : undefined;
    case 'matter':
    case 'fun':
      return undefined;
  }
};

/** What was told in confidence, belongs to one case, or waits for its day. */
export const confidences: Detector<ConfidenceBreach> = (document) => {
  const all = document.facts(cues);
  if (all.length === 0) return [];
  const kinds = new Set(all.map(({ kind }) => kind));
  const years = new Set(kinds.has('sanction') ? document.facts(placedSentences) : []);
  return all.flatMap((cue) => {
    const told = formOf(document, cue, kinds, years);
    return told ? [{ part: cue.part, span: cue.span, ...told }] : [];
  });
};
