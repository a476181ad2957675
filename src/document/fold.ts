import { mapLookAlikes } from './look-alikes.ts';
import { sourceMap } from './source-map.ts';
import type { TextView } from './text-view.ts';
import { toUnits } from './units.ts';

const join = (units: readonly { readonly text: string }[]): string =>
  units.map(({ text }) => text).join('');

/**
 * Rewrites a text for matching: plain letters for styled and look-alike ones, accents composed, plain
 * quotes and spaces, entities decoded, nothing invisible. Case, line breaks and emoji stay. A text
 * that is folded already comes back unchanged.
 */
export const fold = (source: string): TextView => {
  // Most posts: plain ASCII without an entity. No table is built for them.
  if (/^[\0-%'-\x7f]*$/u.test(source)) return { source, text: source, toSource: (span) => span };
  const units = toUnits(source);
  mapLookAlikes(units, join(units));
  return { source, text: join(units), toSource: sourceMap(source, units) };
};
