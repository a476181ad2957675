import { findEntity, LONGEST_ENTITY } from './html-entities.ts';
import { plainCharacter } from './plain-characters.ts';

/** A character with its combining marks, or an entity, and where it stands in the source. */
export interface Unit {
  text: string;
  readonly start: number;
  end: number;
  /** How many marks have joined it. */
  marks: number;
}

/** Unicode's stream-safe format allows as many in a row: https://www.unicode.org/reports/tr15/ */
const MOST_MARKS = 30;

const isRegional = (codePoint: number | undefined): boolean =>
  codePoint !== undefined && codePoint >= 0x1f1e6 && codePoint <= 0x1f1ff;

/** Takes `&name` off the end of the list when it makes an entity with a `;` to come. */
const takeEntity = (units: Unit[]): { character: string; start: number } | undefined => {
  let name = '';
  for (let at = units.length - 1; at >= 0 && name.length <= LONGEST_ENTITY; at -= 1) {
    const unit = units[at]!;
    if (unit.text === '&') {
      const character = name === '' ? undefined : findEntity(name);
      if (character === undefined) return undefined;
      units.length = at;
      return { character, start: unit.start };
    }
    name = unit.text + name;
  }
  return undefined;
};

const arrive = (units: Unit[], character: string, start: number, end: number): void => {
  const { text, joins } =
    character < '\x80' ? { text: character, joins: false } : plainCharacter(character);
  if (text === ';') {
    const entity = takeEntity(units);
    if (entity) {
      arrive(units, entity.character, entity.start, end);
      return;
    }
  }
  const last = units.at(-1);
  if (joins && last && (text !== '' || last.end === start)) {
    if (last.marks < MOST_MARKS) last.text += text;
    if (text !== '') last.marks += 1;
    last.end = end;
  } else if (text !== '') {
    units.push({ text, start, end, marks: 0 });
  }
};

/** The plain characters of a text; what cannot be seen is in none of them. */
export const toUnits = (source: string): Unit[] => {
  const units: Unit[] = [];
  for (let at = 0; at < source.length;) {
    const codePoint = source.codePointAt(at)!;
    const next = at + (codePoint > 0xffff ? 2 : 1);
    if (isRegional(codePoint) && isRegional(source.codePointAt(next))) {
      // Two regional letters are a flag; one alone is a letter in a box.
      units.push({ text: source.slice(at, next + 2), start: at, end: next + 2, marks: 0 });
      at = next + 2;
    } else {
      arrive(units, source.slice(at, next), at, next);
      at = next;
    }
  }
  for (const unit of units) if (unit.marks > 0) unit.text = unit.text.normalize('NFC');
  return units;
};
