import type { Post } from '../core/post.ts';
import type { School } from '../core/school.ts';
import type { Document, Tools } from '../document/document.ts';
import { createDocument } from '../document/document.ts';
import type { Encoder } from '../document/encoder.ts';
import { wantsEncoder } from '../facts/people.ts';
import { wantsTwitter } from '../facts/twitter-entities.ts';

export const NO_TOOLS: Tools = { twitter: null, encoder: null };

/** Brings the encoder; null where there is none. Its weights are a file, so the caller reads them. */
export type LoadEncoder = () => Promise<Encoder | null>;

const NO_ENCODER: LoadEncoder = async () => null;

const lacksTwitter = ({ tools }: Document): boolean => !tools.twitter;
const lacksEncoder = ({ tools }: Document): boolean => tools.encoder === undefined;

/** A post parsed with every library that it needs; `tools` are those that posts before it needed. */
export const readDocument = async (
  post: Post,
  school: School,
  tools: Tools,
  loadEncoder: LoadEncoder = NO_ENCODER,
): Promise<Document> => {
  let document = createDocument(post, school, tools);
  const parse = (added: Partial<Tools>): void => {
    document = createDocument(post, school, { ...document.tools, ...added });
  };
  if (lacksEncoder(document) && wantsEncoder(document)) parse({ encoder: await loadEncoder() });
  if (lacksTwitter(document) && wantsTwitter(document)) {
    const { twitterText } = await import('../document/twitter-text.ts');
    parse({ twitter: twitterText });
  }
  return document;
};

/** What a run starts with: nothing is loaded, and nothing was asked for. */
export const FRESH_TOOLS: Tools = { twitter: null, encoder: undefined };
