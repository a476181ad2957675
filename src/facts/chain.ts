import type { Span } from '../core/span.ts';
import type { Detector, Part } from '../document/document.ts';
import { inCompany } from './neighbours.ts';
import { cueDetector } from './cues.ts';

/** A place where readers are asked to pass a post on for its own sake, or lured with a prize. */
export interface ChainAsk {
  readonly part: Part;
  readonly span: Span;
  /** `chain`: the words alone say so; `bait`: a lure; `paired`: an ask beside what it promises. */
  readonly form: 'chain' | 'bait' | 'paired' | 'rumour';
}

const TELLING = ['chain', 'bait', 'nudge', 'ask', 'spread', 'rumour'] as const;
const OTHERS = ['gain', 'threat', 'alarm', 'relay', 'lesson', 'appeal'] as const;
type Kind = (typeof TELLING)[number] | (typeof OTHERS)[number];

const cues = cueDetector<Kind>('chain', { telling: TELLING, others: OTHERS });

/** A lesson about scams takes all back; an appeal for help or staff what could be meant well. */
export const chainAsks: Detector<ChainAsk> = (document) => {
  const all = document.facts(cues);
  const of = (kind: Kind) => all.filter((cue) => cue.kind === kind);
  if (all.length === 0 || of('lesson').length > 0) return [];
  const isAppeal = of('appeal').length > 0;
  const paired = isAppeal ? [] : inCompany(of('ask'), of('gain'));
  const isThreat = !isAppeal && of('threat').length > 0;
  const threatened = isThreat ? of('spread') : [];
  const isAlarm = of('alarm').length > 0 && of('relay').length > 0;
  const rumours = isAlarm ? of('rumour') : [];
  const found = [
    ...of('chain').map((cue) => ({ ...cue, form: 'chain' as const })),
    ...of('bait').map((cue) => ({ ...cue, form: 'bait' as const })),
    ...(isAppeal ? [] : of('nudge')).map((cue) => ({ ...cue, form: 'chain' as const })),
    ...[...paired, ...threatened].map((cue) => ({ ...cue, form: 'paired' as const })),
    ...rumours.map((cue) => ({ ...cue, form: 'rumour' as const })),
  ];
  return found.map(({ part, span, form }) => ({ part, span, form }));
};
