import { isCue } from './cue-words.ts';
import { findKnown } from './known-names.ts';
import type { PersonMention } from './person.ts';
import type { Token, TokenLine } from './tokens.ts';

const FAR = 30;
const CHILD = ['group-word', 'pupil', 'praise'];
const OTHERS = ['staff-role', 'adult-role', 'book', 'past'];

const isInitial = ({ text, shape, key }: Token): boolean =>
  text.length === 1 && shape === 'capital' && key !== 'i';

const isSurname = (token: Token): boolean =>
  token.shape === 'capital' && token.text.length > 2 && token.gap === '. ';

/** `J. Smith`, `P. Kowalska of Year 3`: an initial and a surname where words for children stand. */
export const initialSurnamesIn = ({ part, tokens }: TokenLine): readonly PersonMention[] => {
  const found: PersonMention[] = [];
  for (let at = 0; at + 1 < tokens.length; at += 1) {
    const [initial, surname] = [tokens[at]!, tokens[at + 1]!];
    if (!isInitial(initial) || !isSurname(surname)) continue;
    if (findKnown(`${initial.key} ${surname.key}`) || findKnown(surname.key)) continue;
    const isAfterName = tokens[at - 1]?.shape === 'capital' && initial.gap === ' ';
    if (isAfterName || isCue('calendar', surname.key)) continue;
    const near = tokens.slice(Math.max(0, at - FAR), at + FAR);
    const tells = (kinds: readonly string[]): boolean =>
      near.some(({ key }) => kinds.some((kind) => isCue(kind, key)));
    if (!tells(CHILD)) continue;
    const isGrouped = tokens.slice(at + 2, at + 8).some(({ key }) => isCue('group-word', key));
    found.push({
      part,
      span: { start: initial.span.start, end: surname.span.end },
      form: 'surname',
      who: 'child',
      confidence: tells(OTHERS) && !isGrouped ? 'possible' : 'likely',
      evidence: ['an initial and a surname; words for children stand near it'],
    });
    at += 1;
  }
  return found;
};
