import { groupBy } from '../../core/group-by.ts';
import type { ReaderWord } from '../reader/words.ts';
import { NUMBER, SIGN } from '../reader/words.ts';
import { TAGS } from '../tagger/tagger.ts';
import { CHILD } from './tagging.ts';

/** How much the light tier's word counts beside the encoder's; chosen on held-out posts. */
const LIGHT_SHARE = 0.5;

/** Both opinions in one: their product, the light tier's with less force. */
export const blend = (heavy: Float32Array, light: Float32Array | undefined): Float32Array => {
  if (!light) return heavy;
  const mixed = heavy.map(
    (chance, tag) => (chance + 1e-6) * Math.pow(light[tag]! + 1e-3, LIGHT_SHARE),
  );
  const total = mixed.reduce((sum, one) => sum + one, 0);
  return mixed.map((one) => one / total);
};

/** The encoder's labels as TAGS: they are nobody's, then `B-` and `I-` of each tag. */
export const byTag = (who: Float32Array): Float32Array =>
  Float32Array.from(TAGS, (_, tag) => (tag === 0 ? who[0]! : who[2 * tag - 1]! + who[2 * tag]!));

export const begins = (who: Float32Array): boolean => {
  let [first, inside] = [0, 0];
  for (let tag = 1; tag < TAGS.length; tag += 1) {
    first += who[2 * tag - 1]!;
    inside += who[2 * tag]!;
  }
  return first >= inside;
};

/** Where one place says a child and another surely not, each is believed. */
const APART = 0.75;

/**
 * A name that stands twice in a post is mostly one and the same person's: each of its places gets the
 * mean of all. Names that are everyday words too are left as they are: `Will` is not `will`.
 */
export const agreeing = (
  words: readonly ReaderWord[],
  chances: readonly (Float32Array | undefined)[],
): readonly (Float32Array | undefined)[] => {
  const named = [...words.keys()].filter((at) => {
    const { level, shape } = words[at]!.known;
    return level === 0 && shape !== SIGN && shape !== NUMBER && chances[at];
  });
  const agreed = [...chances];
  for (const all of groupBy(named, (at) => words[at]!.known.key).values()) {
    // Compared one by one: a hostile text repeats a name more often than a call has room for arguments.
    const children = all.map((at) => chances[at]![CHILD]!);
    const most = children.reduce((a, b) => Math.max(a, b));
    const least = children.reduce((a, b) => Math.min(a, b));
    // `Rosa in 3B did a talk on Rosa Parks`: two who are plainly two.
    if (all.length < 2 || most - least > APART) continue;
    const mean = TAGS.map(
      (_, tag) => all.reduce((sum, at) => sum + chances[at]![tag]!, 0) / all.length,
    );
    for (const at of all) agreed[at] = Float32Array.from(mean);
  }
  return agreed;
};
