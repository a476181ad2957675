import type { Span } from '../core/span.ts';
import type { Document, Part } from '../document/document.ts';
import type { Cue } from './cues.ts';
import { cueDetector } from './cues.ts';
import { groups } from './groups.ts';
import namesList from './data/subject-names.txt?raw';
import { readSections } from './sections.ts';

const SUBJECTS = [
  'art',
  'music',
  'drama',
  'pe',
  'maths',
  'english',
  'science',
  'history',
  'geography',
  'languages',
  'computing',
  'dt',
  'food',
  'business',
  're',
  'psychology',
  'politics',
  'media',
] as const;
export type SubjectName = (typeof SUBJECTS)[number];

/** What no department teaches. `office`: for whoever runs the building or the register. */
const TOPICS = {
  fandom: 'pastime',
  screen: 'pastime',
  private: 'pastime',
  'politics-party': 'pastime',
  sale: 'pastime',
  leisure: 'pastime',
  canteen: 'office',
  cars: 'office',
  health: 'office',
  lost: 'office',
  badges: 'office',
  office: 'office',
} as const;
export type Topic = keyof typeof TOPICS;
const TOPIC_NAMES = Object.keys(TOPICS) as readonly Topic[];

type Listed =
  SubjectName | Topic | `${SubjectName}-own` | 'lesson' | 'chat' | 'schoolish' | 'whole';

const topicCues = cueDetector<Listed>('subjects', {
  telling: [...SUBJECTS, ...TOPIC_NAMES],
  others: [
    ...SUBJECTS.map((name) => `${name}-own` as const),
    'lesson',
    'chat',
    'schoolish',
    'whole',
  ],
});

/** A sign that a post is about something that its department does not teach. */
export interface Stray {
  readonly part: Part;
  readonly span: Span;
  /** `subject`: another department’s; `office`: for whoever runs the school; `pastime`: no school matter. */
  readonly form: 'subject' | 'office' | 'pastime';
  readonly topic: SubjectName | Topic;
}

const isSubject = (kind: string): kind is SubjectName => SUBJECTS.some((name) => name === kind);
const isTopic = (kind: string): kind is Topic => Object.hasOwn(TOPICS, kind);

let read: ReadonlyMap<string, readonly SubjectName[]> | undefined;

/** Which subjects a name of a department means: `humanities` is several. */
const namesOf = (): ReadonlyMap<string, readonly SubjectName[]> => {
  if (read) return read;
  const found = new Map<string, SubjectName[]>();
  for (const [heading, names] of readSections(namesList)) {
    if (!isSubject(heading)) continue;
    for (const name of names) found.set(name, [...(found.get(name) ?? []), heading]);
  }
  read = found;
  return found;
};

const NOISE = /\b(?:the|department|dept|faculty|team|subjects?|studies)\b/gu;
const BETWEEN = /\s*(?:,|&|\/|\+|\band\b)\s*/u;

/** The subjects that a department’s name speaks of: `Art and DT` of two; none where nobody knows it. */
export const subjectsCalled = (name: string): ReadonlySet<SubjectName> => {
  const known = namesOf();
  const whole = name.toLowerCase().replace(/\s+/gu, ' ').trim();
  const bare = whole.replace(NOISE, '').replace(/\s+/gu, ' ').trim();
  const found = known.get(whole) ?? known.get(bare);
  if (found) return new Set(found);
  return new Set(bare.split(BETWEEN).flatMap((one) => known.get(one) ?? []));
};

/** What stands inside a stretch of another kind tells nothing of itself: `PE kit` of one that was lost. */
const outermost = (cues: readonly Cue<Listed>[]): readonly Cue<Listed>[] =>
  cues.filter(
    (cue) =>
      !cues.some(
        (other) =>
          other !== cue &&
          other.part === cue.part &&
          other.span.start <= cue.span.start &&
          other.span.end >= cue.span.end &&
          other.span.end - other.span.start > cue.span.end - cue.span.start,
      ),
  );

/** More cues than this, and the post is a list or worse. */
const MOST_CUES = 60;

/** A word that tells a subject weighs as much as two that it shares with others. */
const TELLING_WEIGHT = 2;

const weightOf = (cues: readonly Cue<Listed>[]): number => {
  const seen = new Map<string, number>();
  for (const { kind, part, span } of cues) {
    const text = part.text.slice(span.start, span.end).toLowerCase();
    const weight = kind.endsWith('-own') || kind === 'leisure' ? 1 : TELLING_WEIGHT;
    seen.set(text, Math.max(weight, seen.get(text) ?? 0));
  }
  return [...seen.values()].reduce((total, weight) => total + weight, 0);
};

/**
 * What is not a department’s own. Another subject’s words count where nothing of its own is said; what
 * nobody teaches, where it weighs more. What any account of a school may carry (`whole`) settles it.
 */
export const straysFrom = (document: Document, own: ReadonlySet<SubjectName>): readonly Stray[] => {
  const cues = document.facts(topicCues);
  if (cues.length === 0 || cues.length > MOST_CUES) return [];
  if (cues.some(({ kind }) => kind === 'whole')) return [];
  const outer = outermost(cues);
  const ours = outer.filter(({ kind }) => own.has(kind.replace(/-own$/u, '') as SubjectName));
  const isSchool =
    document.facts(groups).length > 0 ||
    document.post.media.length > 0 ||
    cues.some(({ kind }) => kind === 'schoolish' || kind === 'lesson');
  const leisure = new Set(
    cues.flatMap(({ kind, span }) => (kind === 'leisure' ? [span.start] : [])),
  );
  const isChat = !isSchool && (leisure.size > 1 || cues.some(({ kind }) => kind === 'chat'));
  const isLesson = cues.some(({ kind }) => kind === 'lesson');
  const nobodys = outer.filter(({ kind }) => {
    if (!isTopic(kind)) return false;
    if (kind === 'leisure') return isChat;
    if (TOPICS[kind] === 'office') return !isLesson;
    return ours.length === 0 || (kind !== 'politics-party' && kind !== 'sale');
  });
  const counted = [
    ...(weightOf(nobodys) > weightOf(ours) ? nobodys : []),
    ...(ours.length === 0 ? outer.filter(({ kind }) => isSubject(kind)) : []),
  ];
  return counted.flatMap(({ part, span, kind }): Stray[] => {
    if (isTopic(kind)) return [{ part, span, form: TOPICS[kind], topic: kind }];
    return isSubject(kind) ? [{ part, span, form: 'subject', topic: kind }] : [];
  });
};
