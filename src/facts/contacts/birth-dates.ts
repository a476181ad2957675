import type { Detector, Document, Part } from '../../document/document.ts';
import birthWords from '../data/birth-words.txt?raw';
import { readSections } from '../sections.ts';
import { sentenceAt, sentences } from '../sentences.ts';
import { words } from '../words.ts';
import type { Contact } from './contact.ts';

const MONTH = String.raw`(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]{0,6}`;
const DAY = String.raw`\d{1,2}(?:st|nd|rd|th)?`;
const DATE = String.raw`(?:\d{1,2}[./ -]\d{1,2}[./ -](?:19|20)?\d\d|${DAY} (?:of )?${MONTH},? (?:19|20)?\d\d|${MONTH} ${DAY},? (?:19|20)?\d\d)(?!\d)`;
const DAY_OF_YEAR = String.raw`(?:${DAY} (?:of )?${MONTH}|${MONTH} ${DAY}|\d{1,2}[./]\d{1,2})\b`;

const make = (source: string): RegExp => new RegExp(source, 'giu');

interface Shapes {
  readonly stated: RegExp;
  readonly born: RegExp;
  readonly birthday: RegExp;
}

let shapes: Shapes | undefined;

const shapesOf = (): Shapes =>
  (shapes ??= {
    stated: make(
      String.raw`\b(?:d\.?o\.?b\.?|date of birth|birth ?date)\W{1,4}(?:is |was )?${DATE}`,
    ),
    born: make(String.raw`\bborn (?:on )?(?:the )?${DATE}`),
    birthday: make(
      String.raw`\b(?:my|his|her|their|mum's|dad's) birthday(?: is|'s| falls)?(?: on)? (?:the )?${DAY_OF_YEAR}`,
    ),
  });

/** Whoever was born earlier is past school: only a colleague’s or the writer’s own date counts. */
const FIRST_PUPIL = 2000;
const LONG_YEAR = /(?:19|20)\d\d$/u;

const isPrivate = (document: Document, { part, span }: Contact): boolean => {
  const year = LONG_YEAR.exec(part.text.slice(span.start, span.end))?.[0];
  if (year !== undefined && Number(year) < FIRST_PUPIL) {
    return Number(year) >= LIVING && isOwn(part, span.start);
  }
  return !hasWord(document, part, span.start);
};

const LIVING = 1930;
const OWN =
  /\bi was $|\b(?:mr|mrs|miss|ms|mx)\.? [\p{L}'-]+(?: [\p{L}'-]+)?,? (?:who )?(?:was )?$/iu;
const OWN_REACH = 50;

const isOwn = ({ text }: Part, start: number): boolean =>
  OWN.test(text.slice(Math.max(start - OWN_REACH, 0), start));

let known: ReadonlySet<string> | undefined;

/** Whether the sentence speaks of an animal or of somebody famous. */
const hasWord = (document: Document, part: Part, start: number): boolean => {
  known ??= new Set(
    [...readSections(birthWords).values()].flat().flatMap((line) => line.split(' ')),
  );
  const all = document.facts(sentences);
  const sentence = all[sentenceAt(all, document.parts, part, start)];
  return document
    .facts(words)
    .some(
      (word) =>
        word.part === part &&
        sentence !== undefined &&
        word.span.start >= sentence.span.start &&
        word.span.start < sentence.span.end &&
        known!.has(word.key),
    );
};

const BIRTH = /birth|born|d\.?o\.?b\b/i;

/** Dates of birth, and the birthdays of whoever is spoken of. */
export const birthDates: Detector<Contact> = (document) =>
  document.parts
    .filter(({ name, text }) => !name.endsWith('.file') && BIRTH.test(text) && /\d/.test(text))
    .flatMap((part) => {
      const { stated, born, birthday } = shapesOf();
      const found = (shape: RegExp, confidence: Contact['confidence']): Contact[] =>
        [...part.text.matchAll(shape)].map(({ 0: written, index }) => ({
          part,
          span: { start: index, end: index + written.length },
          kind: 'birth-date',
          value: written.toLowerCase(),
          owner: 'person',
          confidence,
        }));
      const births = found(born, 'likely').filter((contact) => isPrivate(document, contact));
      return [...found(stated, 'certain'), ...births, ...found(birthday, 'likely')];
    });
