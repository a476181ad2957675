import { countWhile } from '../core/partition.ts';
import type { Span, Where } from '../core/span.ts';
import type { Detector, Document, Part } from '../document/document.ts';
import type { Address } from './people/addresses.ts';
import { addresses } from './people/addresses.ts';

const inBody: Detector<Address> = ({ body }) => addresses(body.text);

const whereIn = (address: string): Where => {
  if (/^[#＃]/u.test(address)) return 'hashtag';
  return /^[@＠]/u.test(address) ? 'handle' : 'url';
};

/** The last address that begins at a place or before it. */
const lastBefore = (found: readonly Address[], at: number): Address | undefined =>
  found[countWhile(found, ({ start }) => start <= at) - 1];

/** Where a span stands, in the words of the report: its part, or the kind of address that holds it. */
export const whereOf = (document: Document, part: Part, { start }: Span): Where => {
  if (part !== document.body) return part.name;
  const holder = lastBefore(document.facts(inBody), start);
  return holder && start < holder.start + holder.text.length ? whereIn(holder.text) : part.name;
};
