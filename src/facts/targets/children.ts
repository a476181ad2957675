import type { Document } from '../../document/document.ts';
import { nameStretches } from '../people/name-stretches.ts';
import { overlaps } from '../people/overlaps.ts';
import type { Reading } from '../people/reading.ts';
import { readings } from '../people/reading.ts';
import { CHILD } from '../people/tagging.ts';
import { people } from '../people.ts';
import type { PersonMention } from '../people.ts';
import type { Found } from './found.ts';
import type { LoneChild } from './lone-children.ts';
import { loneChildren } from './lone-children.ts';
import { namedChildren } from './named-child.ts';
import type { Scene } from './scene.ts';
import { kindNear } from './scene.ts';
import { spokenTo } from './spoken-to.ts';

/** Warmth without a word of praise. */
const WARMTH = /!|\b(?:you|your|u|ur|first|only|ever|best|goes to|she['’]s|he['’]s)\b/i;

/**
 * Whether a sentence that names the child, or the rest of the text, praises or reminds. The rest
 * counts only where it names no grown-up: "Congratulations Mrs Farrow, …" is hers.
 */
const aimAt = (scene: Scene, mentions: readonly PersonMention[]): 'here' | 'near' | 'none' => {
  const own = new Set(mentions.map(({ span }) => scene.sentence(span)));
  const aimed = [...scene.kinds]
    .filter(([, kinds]) => kinds.size > 1 || !kinds.has('criticism'))
    .map(([at]) => at);
  if (aimed.some((at) => own.has(at))) return 'here';
  return aimed.some((at) => !scene.adults.has(at)) ? 'near' : 'none';
};

const namedTarget = (
  document: Document,
  scene: Scene,
  mentions: readonly PersonMention[],
  isAside: boolean,
): readonly Found[] => {
  const [mention] = mentions;
  if (!mention) return [];
  const aim = aimAt(scene, mentions);
  const isUnsure = isAside ? aim !== 'here' : aim === 'none' && !WARMTH.test(document.body.text);
  return [
    {
      span: mention.span,
      target: 'child',
      isNamed: true,
      confidence: isUnsure || mention.confidence === 'possible' ? 'possible' : 'likely',
      who: 'one child who is named',
    },
  ];
};

const POINTERS: Readonly<Record<LoneChild['pointer'] | 'vocative' | 'pronoun', string>> = {
  child: 'one child without a name',
  small: 'one child without a name',
  someone: 'one child without a name',
  year: 'one child, by the year group',
  role: 'one child, by what he or she does or won',
  vocative: 'one child, who is spoken to',
  pronoun: 'one child, as “he” or “she”',
};

const unnamedTargets = (document: Document, scene: Scene): readonly Found[] => {
  const lone = document.facts(loneChildren);
  const found = lone.length > 0 ? lone : document.facts(spokenTo);
  return found.map(({ span, pointer, isSure }) => ({
    span,
    target: 'child',
    isNamed: false,
    confidence: isSure || kindNear(scene, span) ? 'likely' : 'possible',
    who: POINTERS[pointer],
  }));
};

/** By the post as a whole: from here on it is aimed at one child, up to here it is not. */
const AIMED = 0.9;
const NOT_AIMED = 0.2;

/** What the words point at, by rules alone. */
const pointedAt = (document: Document, scene: Scene): readonly Found[] => {
  const { mentions, isSeveral, isAside } = namedChildren(document);
  const isSure = mentions.some(({ confidence }) => confidence !== 'possible');
  if (isSeveral && isSure) return [];
  const named = isSeveral ? [] : namedTarget(document, scene, mentions, isAside);
  return isSure ? named : [...named, ...unnamedTargets(document, scene)];
};

const wholeText = ({ body }: Document): Found => ({
  span: { start: 0, end: body.text.trimEnd().length },
  target: 'child',
  isNamed: false,
  confidence: 'likely',
  who: 'one child, by the post as a whole',
});

/** Whether it was a name that the school's lists know otherwise by which the encoder judged the whole. */
const isOverruled = (document: Document, reading: Reading): boolean => {
  const children = document
    .facts(people)
    .filter(({ part, who }) => part === document.body && who === 'child');
  const isChild = overlaps(children);
  return nameStretches(reading).some((one) => one.chances[CHILD]! >= 0.5 && !isChild(one));
};

/**
 * The one child a text is aimed at. Several children named together are a group; a child who is
 * surely named is the target before one who is not. Where the encoder read the text, its view of the
 * whole says how sure that is.
 */
export const childTargets = (document: Document, scene: Scene): readonly Found[] => {
  const found = pointedAt(document, scene);
  const reading = document.facts(readings).find(({ part }) => part === document.body);
  const aim = reading?.aimsAtChild;
  if (aim === undefined || isOverruled(document, reading!)) return found;
  if (aim <= NOT_AIMED) return found.map((one) => ({ ...one, confidence: 'possible' }));
  if (aim < AIMED) return found;
  if (found.length === 0) return [wholeText(document)];
  return found.map((one) => ({ ...one, confidence: 'likely' }));
};
