import type { Span } from '../core/span.ts';
import type { Detector, Document, Part } from '../document/document.ts';
import { inCompany, signsOf } from './neighbours.ts';
import type { Cue } from './cues.ts';
import { cueDetector } from './cues.ts';

/** A place where somebody advertises, sells or collects for a profit of their own. */
export interface Sale {
  readonly part: Part;
  readonly span: Span;
  /** `private`: the words alone say so; `person`: a trade beside whose profit it is; `advert`: for a firm; `side`: on the side. */
  readonly form: 'private' | 'person' | 'advert' | 'side';
}

const TELLING = ['own', 'trade', 'deal', 'advert', 'pocket', 'contact', 'seller'] as const;
const OTHERS = ['goods', 'mine', 'person', 'cause', 'school', 'lesson'] as const;
type Kind = (typeof TELLING)[number] | (typeof OTHERS)[number];

const cues = cueDetector<Kind>('selling', { telling: TELLING, others: OTHERS });

/** `£60`, `60 quid`, `15% off`, `a tenner`. */
const PRICE = /£\s?\d|\b\d{1,5} ?(?:quid|%\s?off)\b|\b(?:fiver|tenner)\b/giu;

/** What each kind of cue says for somebody's trade on the side; figures set by hand. */
const WORTH = { pocket: 4, contact: 2, seller: 2, goods: 2, mine: 1, school: -2 } as const;
const PRICE_WORTH = 2;
const ENOUGH = 7;

/** Somebody's trade on the side: no cue tells it alone, but several together do. */
const sideTrade = (document: Document, all: readonly Cue<Kind>[]): readonly Sale[] => {
  const shown = all.filter(
    ({ kind }) => kind === 'pocket' || kind === 'contact' || kind === 'seller',
  );
  const kinds = new Set<Kind>(all.map(({ kind }) => kind));
  const isSomebodys = kinds.has('pocket') || kinds.has('seller') || kinds.has('mine');
  if (shown.length === 0 || !isSomebodys) return [];
  const price = signsOf(document, PRICE).length > 0 ? PRICE_WORTH : 0;
  const sum = Object.entries(WORTH).reduce(
    (total, [kind, worth]) => (kinds.has(kind as Kind) ? total + worth : total),
    price,
  );
  if (sum < ENOUGH) return [];
  return shown.map(({ part, span }) => ({ part, span, form: 'side' }));
};

/** What the school, its PTA or a charity takes is nobody's private profit; nor is a lesson's shop. */
export const sales: Detector<Sale> = (document) => {
  const all = document.facts(cues);
  const of = (kind: Kind): readonly Cue<Kind>[] => all.filter((cue) => cue.kind === kind);
  if (all.length === 0 || of('lesson').length > 0) return [];
  const own = of('own').map((cue) => ({ ...cue, form: 'private' as const }));
  const isGiven = of('cause').length > 0;
  const isForAll = isGiven || of('school').length > 0;
  const trade = isForAll ? [] : [...inCompany(of('trade'), of('person')), ...of('deal')];
  const priced = inCompany(trade, trade.length === 0 ? [] : signsOf(document, PRICE));
  const found = [
    ...own,
    ...(isGiven ? [] : sideTrade(document, all)),
    ...priced.map((cue) => ({ ...cue, form: 'person' as const })),
    ...(isForAll ? [] : of('advert')).map((cue) => ({ ...cue, form: 'advert' as const })),
  ];
  return found.map(({ part, span, form }) => ({ part, span, form }));
};
