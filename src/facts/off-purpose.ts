import type { Span } from '../core/span.ts';
import type { Detector, Document, Part } from '../document/document.ts';
import { inCompany, signsOf } from './neighbours.ts';
import type { Cue } from './cues.ts';
import { cueDetector } from './cues.ts';
import { groups } from './groups.ts';

const TOPICS = ['celebrity', 'football', 'private', 'gaming', 'diet'] as const;
export type OffPurposeTopic = (typeof TOPICS)[number] | 'betting' | 'other';

/** Talk that has no business on a school's account. */
export interface OffPurposeTalk {
  readonly part: Part;
  readonly span: Span;
  readonly topic: OffPurposeTopic;
}

const TELLING = ['betting', 'punt', ...TOPICS, 'excited', 'star', 'club', 'leisure'] as const;
const OTHERS = ['follow', 'gush', 'fan', 'me', 'school', 'loose', 'lesson'] as const;
type Kind = (typeof TELLING)[number] | (typeof OTHERS)[number];

const cues = cueDetector<Kind>('off-purpose', { telling: TELLING, others: OTHERS });
/** `7/2`, `11/4`: odds, unless somebody tells a score out of ten. */
const ODDS = /(?<![\d/])\d{1,3}\/(?:1|2|4|5|8|9|11)(?![\d/])/gu;

type Find = (kind: Kind) => readonly Cue<Kind>[];

const bets = (of: Find, document: Document): readonly Cue<Kind>[] => {
  const punts = of('punt');
  return [...of('betting'), ...(punts.length < 2 ? [] : inCompany(punts, signsOf(document, ODDS)))];
};

const PAIRS = [
  ['star', 'gush', 'celebrity'],
  ['club', 'fan', 'football'],
  ['leisure', 'me', 'private'],
  ['excited', 'follow', 'other'],
] as const satisfies readonly (readonly [Kind, Kind, OffPurposeTopic])[];

const namesSchool = (document: Document): boolean =>
  document.facts(groups).some(({ kind }) => kind === 'year') ||
  document.parts.some(({ text }) =>
    document.school.names.some((name) => text.toLowerCase().includes(name.toLowerCase())),
  );

/** A word about the school or its community makes it the school's business; of betting, a lesson. */
export const offPurposeTalk: Detector<OffPurposeTalk> = (document) => {
  const all = document.facts(cues);
  const of: Find = (kind) => all.filter((cue) => cue.kind === kind);
  if (all.length === 0 || of('lesson').length > 0) return [];
  const as = (topic: OffPurposeTopic, found: readonly Cue<Kind>[]): readonly OffPurposeTalk[] =>
    found.map(({ part, span }) => ({ part, span, topic }));
  const betting = as('betting', bets(of, document));
  if (of('school').length > 0 || namesSchool(document)) return betting;
  return [
    ...betting,
    ...TOPICS.flatMap((topic) => as(topic, of(topic))),
    ...(of('loose').length > 0 ? [] : PAIRS).flatMap(([kind, other, topic]) =>
      as(topic, inCompany(of(kind), of(other))),
    ),
  ];
};
