const PRIME = 0x01000193;

/** 32-bit FNV-1a (Fowler, Noll, Vo) over UTF-16 units, from a beginning of one’s own. */
const hash = (text: string, seed: number): number => {
  let made = seed;
  for (let at = 0; at < text.length; at += 1) {
    made = Math.imul(made ^ text.charCodeAt(at), PRIME);
  }
  return made >>> 0;
};

/** 53 bits, so that a million names meet by chance once in ten thousand runs. */
const numberOf = (name: string): number =>
  hash(name, 0x811c9dc5) * 2 ** 21 + (hash(name, 0x7ee3623b) >>> 11);

/** Remembers names by numbers: eight bytes or so for each. */
export interface Seen {
  /** Whether the name was there before; it is from now on. */
  readonly has: (name: string) => boolean;
}

export const createSeen = (): Seen => {
  const numbers = new Set<number>();
  return {
    has(name) {
      const before = numbers.size;
      return numbers.add(numberOf(name)).size === before;
    },
  };
};
