import type { Detector, Document, Part } from '../document/document.ts';
import type { TwitterEntities } from '../document/twitter.ts';
import { mayHoldLink } from '../document/twitter.ts';
import { mostWeight } from '../document/weight.ts';

/** What X itself would link in one part of the post. */
export interface PartEntities extends TwitterEntities {
  readonly part: Part;
}

/** X refuses longer posts. */
const LONGEST_POST = 280;

const mayHoldEntity = ({ name, text }: Part): boolean =>
  !name.endsWith('.file') && (/@\w|#\S/u.test(text) || mayHoldLink(text));

/** Whether a post may hold something that only X's own grammar can settle. */
export const wantsTwitter = ({ parts, body }: Document): boolean =>
  parts.some(mayHoldEntity) || mostWeight(body.source.trim()) > LONGEST_POST;

/** X's entities of each part but the file names, looked for once. Empty until the library is there. */
export const twitterEntities: Detector<PartEntities> = ({ parts, tools: { twitter } }) =>
  twitter
    ? parts.filter(mayHoldEntity).map((part) => ({ part, ...twitter.entities(part.text) }))
    : [];
