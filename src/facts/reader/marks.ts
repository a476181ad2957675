/** FNV-1a. */
export const hashOf = (text: string): number => {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  }
  return hash;
};

/** Hashes of a word by which models find their weights. */
export interface Marks {
  readonly whole: number;
  readonly lastTwo: number;
  readonly lastThree: number;
  readonly firstThree: number;
}

export const marksOf = (key: string): Marks => ({
  whole: hashOf(key),
  lastTwo: hashOf(key.slice(-2)),
  lastThree: hashOf(key.slice(-3)),
  firstThree: hashOf(key.slice(0, 3)),
});
