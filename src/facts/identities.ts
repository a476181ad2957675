import type { Confidence } from '../core/severity.ts';
import type { Span } from '../core/span.ts';
import type { Detector, Document, Part } from '../document/document.ts';
import type { Cue } from './cues.ts';
import { cueDetector } from './cues.ts';
import type { GroupMention } from './groups.ts';
import { groups } from './groups.ts';
import { people } from './people.ts';
import { schoolShapes } from './school-shapes.ts';
import { schoolSigns } from './school-signs.ts';
import { sentenceAt, sentences } from './sentences.ts';
import { toKey, words } from './words.ts';

/** What lets a reader tell which school, class or pupil a post is about. */
export interface Identity {
  readonly part: Part;
  readonly span: Span;
  readonly confidence: Confidence;
  /** In words a teacher understands; never a name. */
  readonly evidence: readonly string[];
}

const cues = cueDetector('accounts', {
  telling: ['emblem', 'distinct', 'kin', 'own', 'detail'],
  others: ['elsewhere'],
});

const NAME_FORMS = {
  name: 'the school’s name',
  handle: 'a handle of the school',
  hashtag: 'the school’s name in a hashtag',
  address: 'the school’s address',
  website: 'a link to the school’s website',
} as const;

const hasElsewhere = (document: Document): boolean =>
  document.facts(cues).some(({ kind }) => kind === 'elsewhere');

const cuesOf = (
  document: Document,
  kind: Cue<string>['kind'],
  evidence: string,
): readonly Identity[] =>
  document
    .facts(cues)
    .filter((cue) => cue.kind === kind)
    .map(({ part, span }) => ({ part, span, confidence: 'likely', evidence: [evidence] }));

/** What tells the school: its names and accounts, and what it wears and shows. */
export const schoolIdentities: Detector<Identity> = (document) => {
  const named = document.facts(schoolSigns).map(({ part, span, form }): Identity => ({
    part,
    span,
    confidence: 'certain',
    evidence: [NAME_FORMS[form]],
  }));
  const worn = hasElsewhere(document)
    ? []
    : cuesOf(document, 'emblem', 'a uniform, badge or logo tells the school');
  const shaped =
    document.school.names.length > 0
      ? []
      : document.facts(schoolShapes).map(({ part, span }): Identity => ({
          part,
          span,
          confidence: 'possible',
          evidence: ['the name of a school, which may be ours'],
        }));
  return [...named, ...worn, ...shaped];
};

const STAGE = /^(?:ks|key stage|eyfs|early years|foundation stage|sixth|6th|infants|juniors)/iu;
const OURS = /\b(?:my|our) (?:\w{2,12} )?$/iu;
const BEFORE = 20;

const sentenceOf = (document: Document, { part, span }: GroupMention): number =>
  sentenceAt(document.facts(sentences), document.parts, part, span.start);

/** Names of classes that the school has told, as single words or in a row. */
const toldClasses = ({ school }: Document): readonly (readonly string[])[] =>
  [
    ...school.people.classes,
    ...school.accounts.flatMap(({ kind, name }) => (kind === 'class' ? [name] : [])),
  ].map((name) => toKey(name).split(/\s+/u));

const namedClasses = (document: Document): Identity[] => {
  const told = toldClasses(document);
  if (told.length === 0) return [];
  const all = document.facts(words);
  return all.flatMap((word, at): Identity[] => {
    if (word.text[0] === word.key[0] && !/\d/u.test(word.text)) return [];
    const name = told.find((keys) => keys.every((key, step) => all[at + step]?.key === key));
    const last = name && all[at + name.length - 1];
    if (!last || last.part !== word.part) return [];
    const span = { start: word.span.start, end: last.span.end };
    return [{ part: word.part, span, confidence: 'likely', evidence: ['the name of a class'] }];
  });
};

/** What tells a class: its name, or a year group with a teacher, a room or a lesson beside it. */
export const classIdentities: Detector<Identity> = (document) => {
  const isElsewhere = hasElsewhere(document);
  const detailed = new Set(
    document.facts(cues).flatMap(({ kind, sentence }) => (kind === 'detail' ? [sentence] : [])),
  );
  const found = document.facts(groups).flatMap((group): Identity[] => {
    const { part, span, kind } = group;
    const text = part.text.slice(span.start, span.end);
    const identity = (evidence: string): Identity[] => [
      { part, span, confidence: isElsewhere ? 'possible' : 'likely', evidence: [evidence] },
    ];
    if (kind === 'class') {
      const isNamed = /\d/u.test(text) || /^\p{Lu}[\p{L}'’]+ [CcFfTt]/u.test(text);
      /** Grades of pencils are written like classes. */
      const isPencil = /^ (?:pencils?|graphite|leads?)\b/iu.test(
        part.text.slice(span.end, span.end + BEFORE),
      );
      const isLoose = /^(?:class of|our|the|this|that|whole|my|your)\b/iu.test(text);
      return isNamed && !isLoose && !isPencil ? identity('the name of a class') : [];
    }
    if (kind !== 'year' || STAGE.test(text)) return [];
    const before = part.text.slice(Math.max(0, span.start - BEFORE), span.start);
    if (OURS.test(before)) return identity('a year group of the writer’s own');
    if (!/\d|reception|nursery/iu.test(text)) return [];
    return detailed.has(sentenceOf(document, group))
      ? identity('a year group with a teacher, a room or a lesson beside it')
      : [];
  });
  return [...found, ...namedClasses(document)];
};

/** What tells a pupil: a name or initials, a fact that fits one child alone, the family. */
export const pupilIdentities: Detector<Identity> = (document) => {
  const isElsewhere = hasElsewhere(document);
  const named = document
    .facts(people)
    .filter(({ who }) => who === 'child')
    .map(({ part, span, form, confidence }): Identity => ({
      part,
      span,
      confidence: isElsewhere ? 'possible' : confidence,
      evidence: [form === 'initials' ? 'a child’s initials' : 'a child’s name'],
    }));
  return [
    ...named,
    ...cuesOf(document, 'distinct', 'a fact that sets one pupil apart'),
    ...cuesOf(document, 'kin', 'the family of one pupil'),
  ];
};
