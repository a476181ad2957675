import { countWhile } from '../core/partition.ts';
import { pattern } from '../core/pattern.ts';
import type { Span } from '../core/span.ts';
import type { Detector, Document, Part } from '../document/document.ts';
import type { Cue } from './cues.ts';
import { cueDetector } from './cues.ts';
import { handles } from './handles.ts';
import { links } from './links.ts';
import { people } from './people.ts';
import { sentenceAt, sentences } from './sentences.ts';
import { words } from './words.ts';

export const ACCUSED = ['person', 'handle', 'role'] as const;
export type Accused = (typeof ACCUSED)[number];

/** A wrong that a post says somebody did, as a fact. */
export interface Allegation {
  readonly part: Part;
  /** The words that say what was done. */
  readonly span: Span;
  /** Who is meant: somebody named, somebody’s handle, or an organisation or somebody by their role. */
  readonly accused: Accused;
}

const OTHERS = ['who', 'common', 'source', 'story'] as const;
type Kind = 'act' | (typeof OTHERS)[number];
const cues = cueDetector<Kind>('allegations', { telling: ['act'], others: OTHERS });

interface Placed {
  readonly part: Part;
  readonly span: Span;
}

/** What one look at the post tells about whom it may accuse. */
interface Scene {
  /** Sentences that name somebody, and those that hold somebody’s handle. */
  readonly named: ReadonlySet<number>;
  readonly handled: ReadonlySet<number>;
  /** Where what is no firm’s name begins, in the text. */
  readonly known: ReadonlySet<number>;
  /** Roles and organisations, by their sentences. */
  readonly roles: ReadonlyMap<number, readonly Cue<Kind>[]>;
}

const sceneOf = (document: Document, all: readonly Cue<Kind>[]): Scene => {
  const every = document.facts(sentences);
  const sentenceOf = ({ part, span }: Placed): number =>
    sentenceAt(every, document.parts, part, span.start);
  const mentions = document.facts(people);
  const real = mentions.filter(({ who }) => who !== 'fictional' && who !== 'public');
  const others = document.facts(handles).filter(({ isOwn }) => !isOwn);
  const capitals: readonly Placed[] = [...all.filter(({ kind }) => kind === 'common'), ...mentions];
  const roles = new Map<number, Cue<Kind>[]>();
  for (const cue of all) {
    if (cue.kind !== 'who') continue;
    const same = roles.get(cue.sentence);
    if (same) same.push(cue);
    else roles.set(cue.sentence, [cue]);
  }
  return {
    named: new Set(real.map(sentenceOf)),
    handled: new Set(others.map(sentenceOf)),
    known: new Set(
      capitals.flatMap(({ part, span }) => (part === document.body ? [span.start] : [])),
    ),
    roles,
  };
};

/** As far before the act as whoever did it may be named. */
const REACH = 60;
const CAPITAL = pattern(/^\p{Lu}\p{Ll}/u);

/** Whether a firm, a school or somebody is named before the act: `Hexley Coaches kept`. */
const hasCapital = ({ part, span }: Placed, { known }: Scene, document: Document): boolean => {
  if (part !== document.body) return false;
  const all = document.facts(words);
  let at = countWhile(all, (word) => word.part === part && word.span.start < span.start) - 1;
  for (; at >= 0 && span.start - all[at]!.span.end <= REACH; at -= 1) {
    const word = all[at]!;
    if (word.startsSentence) return false;
    if (CAPITAL.test(word.text) && !known.has(word.span.start)) return true;
  }
  return false;
};

/** Whom the sentence of an act, or the one before it, accuses. */
const findAccused = (act: Cue<Kind>, scene: Scene, document: Document): Accused | undefined => {
  const near = [act.sentence, act.sentence - 1];
  if (near.some((sentence) => scene.named.has(sentence))) return 'person';
  if (near.some((sentence) => scene.handled.has(sentence))) return 'handle';
  const isTold = scene.roles.get(act.sentence)?.some(({ span }) => span.start < act.span.start);
  return isTold || hasCapital(act, scene, document) ? 'role' : undefined;
};

/** What a story tells or a court found, with a link to the report, is no allegation of the post’s. */
export const allegations: Detector<Allegation> = (document) => {
  const all = document.facts(cues);
  if (all.length === 0 || all.some(({ kind }) => kind === 'story')) return [];
  const hasSource = all.some(({ kind }) => kind === 'source') && document.facts(links).length > 0;
  if (hasSource) return [];
  const scene = sceneOf(document, all);
  return all.flatMap((act): Allegation[] => {
    if (act.kind !== 'act') return [];
    const accused = findAccused(act, scene, document);
    return accused ? [{ part: act.part, span: act.span, accused }] : [];
  });
};
