import type { Span } from '../core/span.ts';
import type { Detector, Document, Part } from '../document/document.ts';
import type { Cue } from './cues.ts';
import { cueDetector } from './cues.ts';
import { inCompany } from './neighbours.ts';
import { people } from './people.ts';

export const BULLYING_FORMS = [
  'threat',
  'wish',
  'pile-on',
  'shame',
  'nickname',
  'belittle',
] as const;
export type BullyingForm = (typeof BULLYING_FORMS)[number];

/** Wording that threatens, shames or belittles somebody, or sets others on them. */
export interface Bullying {
  readonly part: Part;
  readonly span: Span;
  readonly form: BullyingForm;
}

type Kind = BullyingForm | 'jeer' | 'guess' | 'low' | 'office' | 'context';

const cues = cueDetector<Kind>('bullying', {
  telling: [...BULLYING_FORMS, 'jeer', 'low'],
  others: ['guess', 'office', 'context'],
});

/** `Smelly` right before somebody’s name; a sister, a bishop and a cat are none. */
const isNamed = ({ part, span }: Cue<Kind>, document: Document): boolean =>
  part.text[span.end] === ' ' &&
  document
    .facts(people)
    .some(
      (one) =>
        one.part === part &&
        one.who !== 'fictional' &&
        one.who !== 'public' &&
        one.span.start >= span.start &&
        one.span.start <= span.end + 1 &&
        one.span.end > span.end,
    );

const isForm = (kind: Kind): kind is BullyingForm => BULLYING_FORMS.some((form) => form === kind);

/** Campaigns and lessons against bullying, and stories, say such words without harm. */
export const bullyingWords: Detector<Bullying> = (document) => {
  const all = document.facts(cues);
  if (all.some(({ kind }) => kind === 'context')) return [];
  // A full inbox is how one campaigns against those in office.
  const isPolitical = all.some(({ kind }) => kind === 'office');
  const hinted = new Set(
    inCompany(
      all.filter(({ kind }) => kind === 'low'),
      all.filter(({ kind }) => kind === 'guess'),
    ),
  );
  return all.flatMap((cue): Bullying[] => {
    const { kind, part, span } = cue;
    if (hinted.has(cue)) return [{ part, span, form: 'shame' }];
    if (kind === 'jeer') return isNamed(cue, document) ? [{ part, span, form: 'nickname' }] : [];
    if (kind === 'pile-on' && isPolitical) return [];
    return isForm(kind) ? [{ part, span, form: kind }] : [];
  });
};
