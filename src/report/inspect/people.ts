import type { SeenPerson } from '../../core/inspection.ts';
import { FORM_WORDS } from '../../core/name-forms.ts';
import { clip, widthOf } from '../cells.ts';
import { indented } from '../layout.ts';
import type { Mask } from '../mask.ts';
import { visibleMasked } from '../mask.ts';
import type { Paint, Style } from '../options.ts';
import { wrap } from '../wrap.ts';
import type { Note } from './annotated.ts';
import { isSomebody } from './counts.ts';
import { masksWithin } from './names.ts';
import { SURENESS, WHO_WORDS } from './words.ts';

/** A person of a post with the number that stands under the name. */
export interface Numbered {
  readonly person: SeenPerson;
  readonly label: string;
}

export const numbered = (people: readonly SeenPerson[]): readonly Numbered[] =>
  people.map((person, index) => ({ person, label: String(index + 1) }));

/** Red for a child and for who may be one, blue for an adult, green for the famous, grey for nobody. */
const styleOf = ({ who }: SeenPerson, paint: Paint): Style => {
  if (!isSomebody(who)) return paint.dim;
  if (who === 'child') return paint.error;
  if (who === 'unknown') return paint.warning;
  return /^(?:public|historical|fictional)$/u.test(who) ? paint.good : paint.info;
};

const signOf = ({ who, confidence }: SeenPerson): string => {
  if (!isSomebody(who)) return '─';
  return confidence === 'possible' ? '┅' : '━';
};

/** Notes under the names, apart: of two that meet the first is marked. */
export const notesOn = (people: readonly Numbered[], paint: Paint): readonly Note[] => {
  let end = 0;
  return people.flatMap(({ person, label }) => {
    if (person.start < end) return [];
    end = person.end;
    const style = styleOf(person, paint);
    return [{ start: person.start, end, label, sign: signOf(person), style }];
  });
};

const INDENT = 3;
const MOST_SHOWN = 24;
/** Programs get the rest. */
const MOST_PEOPLE = 60;

const sentence = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);

const summaryOf = ({ who, form, confidence }: SeenPerson): string => {
  const whose = `${SURENESS[confidence]} ${WHO_WORDS[who]}`;
  return isSomebody(who) ? `${whose} · ${FORM_WORDS[form]}` : whose;
};

/** Each name with its number: who that is, in which form, and why. */
export const peopleLines = (
  all: readonly Numbered[],
  mask: Mask,
  width: number,
  paint: Paint,
): readonly string[] => {
  const told = all.slice(0, MOST_PEOPLE);
  const shown = told.map(({ person }) =>
    clip(visibleMasked(person.text, masksWithin(mask, person.where, person)), MOST_SHOWN),
  );
  const labelColumns = Math.max(2, ...told.map(({ label }) => label.length));
  const nameColumns = Math.max(0, ...shown.map(widthOf));
  const before = labelColumns + nameColumns + 4;
  const room = width - INDENT - before;
  const lines = told.flatMap(({ person, label }, index) => {
    const name = shown[index]!;
    const padding = ' '.repeat(nameColumns - widthOf(name) + 2);
    const style = styleOf(person, paint);
    const [first = '', ...rest] = wrap(summaryOf(person), room);
    const why = wrap(sentence(person.evidence.join('; ')), room);
    return [
      `${style(label.padStart(labelColumns))}  ${paint.bold(name)}${padding}${first}`,
      ...indented(rest, before),
      ...indented(
        why.map((line) => paint.dim(line)),
        before,
      ),
    ];
  });
  const rest = all.length - told.length;
  const more = rest > 0 ? [paint.dim(`and ${rest} more: --format json tells all`)] : [];
  return indented([...lines, ...more], INDENT);
};
