import list from './data/swear-words.txt?raw';
import { readSections } from './sections.ts';

export const SWEARING_LEVELS = ['strong', 'medium', 'mild'] as const;
export type SwearingLevel = (typeof SWEARING_LEVELS)[number];
export type SwearingKind = SwearingLevel | 'slur';

/** What the list says of single words, read when it is first asked. */
export interface SwearWords {
  /** A whole word in small letters. */
  kindOf(word: string): SwearingKind | undefined;
  /** Whether a disguise may hide a word. */
  isHidden(word: string): boolean;
  /** Words that a disguise may hide, by their length. */
  hidden(length: number): readonly string[];
  /** Finds the words that swear inside a longer one, in a text as typed. */
  readonly inside: RegExp;
}

const KINDS: ReadonlySet<string> = new Set<SwearingKind>([...SWEARING_LEVELS, 'slur']);
const isKind = (heading: string): heading is SwearingKind => KINDS.has(heading);

const read = (): SwearWords => {
  const kinds = new Map<string, SwearingKind>();
  const byLength = new Map<number, string[]>();
  const hide = (word: string): void => {
    const same = byLength.get(word.length);
    if (same) same.push(word);
    else byLength.set(word.length, [word]);
  };
  let inside: readonly string[] = [];
  for (const [heading, lines] of readSections(list)) {
    const words = lines.flatMap((line) => line.split(' '));
    if (heading === 'inside') inside = words;
    else if (heading === 'initials') for (const word of words) kinds.set(word, 'strong');
    else if (heading === 'disguised') for (const word of words) hide(word);
    else if (isKind(heading)) {
      for (const word of words) {
        kinds.set(word, heading);
        hide(word);
      }
    }
  }
  return {
    kindOf: (word) => kinds.get(word),
    isHidden: (word) => byLength.get(word.length)?.includes(word) ?? false,
    hidden: (length) => byLength.get(length) ?? [],
    inside: new RegExp(inside.join('|'), 'gi'),
  };
};

let known: SwearWords | undefined;
export const swearWords = (): SwearWords => (known ??= read());
