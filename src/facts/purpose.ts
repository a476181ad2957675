import { kindOf } from '../core/post.ts';
import type { Purpose } from '../core/trace.ts';
import type { Detector, Document } from '../document/document.ts';
import { aims } from './aims.ts';
import { answers } from './answers.ts';
import { notices } from './channels.ts';
import list from './data/purposes.txt?raw';
import { events } from './events.ts';
import { groups } from './groups.ts';
import { isPlainRepost } from './reposts.ts';
import { schoolSigns } from './school-signs.ts';
import { urgency } from './urgency.ts';
import type { WordRun } from './word-runs.ts';
import { wordRunDetector } from './word-runs.ts';

const runs: Detector<WordRun> = wordRunDetector(list);

/** Of two purposes in one post the first is told; urgent news and deadlines come before all. */
const ORDER = ['achievement', 'event', 'notice', 'learning', 'thanks'] as const;

/** One word of praise is said of anything. */
const PRAISE = 2;

const isUrgent = (document: Document): boolean =>
  document.facts(notices).length > 0 ||
  document.facts(urgency).some(({ strength }) => strength === 'evident');

/** What words say beside the lists of events, awards and urgent news, which rules search anyway. */
const worded = (document: Document): ReadonlySet<string> => {
  const said = new Set(document.facts(runs).map(({ heading }) => heading));
  const praised = document.facts(aims);
  if (praised.some(({ kind }) => kind === 'award')) said.add('achievement');
  if (document.facts(events).length > 0) said.add('event');
  return said;
};

/** What the post was for, as far as words tell; every post has one purpose. */
export const purposeOf = (document: Document): Purpose => {
  if (kindOf(document.post) !== 'own' || isPlainRepost(document)) return 'repost';
  if (answers(document)) return 'reply';
  if (isUrgent(document)) return 'notice';
  const said = worded(document);
  const told = ORDER.find((purpose) => said.has(purpose));
  if (told) return told;
  const praised = document.facts(aims).filter(({ kind }) => kind === 'praise');
  if (praised.length >= PRAISE) return 'achievement';
  return document.facts(groups).some(({ kind }) => kind === 'class' || kind === 'year')
    ? 'learning'
    : 'other';
};

/**
 * Whether the post speaks of the school or of its business, as far as single words tell: rough beside
 * `schoolTalk`, and a look-up a word where that searches lists.
 */
export const isAboutSchool = (document: Document): boolean =>
  document.facts(runs).some(({ heading }) => heading === 'school') ||
  document.facts(groups).some(({ kind }) => kind !== 'team') ||
  document.facts(schoolSigns).length > 0;
