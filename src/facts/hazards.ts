import type { Span } from '../core/span.ts';
import type { Detector, Document, Part } from '../document/document.ts';
import { inCompany, signsOf } from './neighbours.ts';
import type { Cue } from './cues.ts';
import { cueDetector } from './cues.ts';

const TELLING = [
  ...(['boast', 'secret', 'drink'] as const),
  ...(['crime', 'goods', 'wares'] as const),
  ...(['harm', 'stunt', 'sexual', 'racy'] as const),
] as const;
const OTHERS = [
  ...(['vice', 'relish', 'offer', 'shady', 'urge', 'lure'] as const),
  ...(['teach', 'warn', 'news', 'occasion', 'story', 'tale'] as const),
] as const;
type Kind = (typeof TELLING)[number] | (typeof OTHERS)[number];

/** A place where a post says something that a school would regret. */
export interface Hazard<Form extends string> {
  readonly part: Part;
  readonly span: Span;
  readonly form: Form;
}

const cues = cueDetector<Kind>('hazards', { telling: TELLING, others: OTHERS });

type Find = (kind: Kind) => readonly Cue<Kind>[];
type Forms<Form extends string> = Readonly<
  Record<Form, (of: Find, document: Document) => readonly Cue<Kind>[]>
>;

/** What stands beside an excuse (a lesson, a warning, a story) is meant well. */
const hazardDetector =
  <const Form extends string>(
    forms: Forms<Form>,
    excuses: readonly Kind[],
  ): Detector<Hazard<Form>> =>
  (document) => {
    const all = document.facts(cues);
    if (all.length === 0 || all.some(({ kind }) => excuses.includes(kind))) return [];
    const of: Find = (kind) => all.filter((cue) => cue.kind === kind);
    return (Object.keys(forms) as Form[]).flatMap((form) =>
      forms[form](of, document).map(({ part, span }) => ({ part, span, form })),
    );
  };

/** Drink, drugs, gambling, nakedness and skiving told with relish; `secret`: and not to be told. */
export const boasts = hazardDetector(
  {
    boast: (of) => [...of('boast'), ...inCompany(of('drink'), of('relish'))],
    secret: (of) => inCompany(of('secret'), of('vice')),
  },
  ['teach', 'occasion', 'story'],
);

/** Offers of, requests for and instructions in what the law forbids. */
export const crimes = hazardDetector(
  {
    crime: (of) => [
      ...of('crime'),
      ...inCompany(of('goods'), [...of('offer'), ...of('shady')]),
      ...inCompany(of('wares'), of('shady')),
    ],
  },
  ['teach', 'warn', 'news', 'story', 'tale'],
);

/** Dares, harm to oneself and violence. */
export const harms = hazardDetector(
  { harm: (of) => [...of('harm'), ...inCompany(of('stunt'), of('urge'))] },
  ['teach', 'warn', 'news', 'story', 'tale'],
);

const LEERING = /[🍆🍑💦👅🔞🥵😏😍😘🤤]/gu;

/** Sexual content. */
export const sexualContent = hazardDetector(
  {
    sexual: (of, document) => {
      const racy = of('racy');
      const leers = racy.length === 0 ? [] : signsOf(document, LEERING);
      return [...of('sexual'), ...inCompany(racy, [...of('lure'), ...leers])];
    },
  },
  ['teach'],
);
