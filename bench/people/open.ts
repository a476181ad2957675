import type { Post } from '../../src/core/post.ts';
import type { School } from '../../src/core/school.ts';
import type { Document, Tools } from '../../src/document/document.ts';
import { createDocument } from '../../src/document/document.ts';
import { FRESH_TOOLS, NO_TOOLS, readDocument } from '../../src/engine/tools.ts';
import { shippedEncoder } from '../../test/support/encoder.ts';

/** Light: no tools. Fresh: what it asks for, from nothing. Whole: as a run does, tools kept. */
type Way = 'light' | 'fresh' | 'whole';

let kept: Tools = FRESH_TOOLS;
const loadEncoder = async () => shippedEncoder();

export const openPost = async (post: Post, school: School, way: Way): Promise<Document> => {
  if (way === 'light') return createDocument(post, school, NO_TOOLS);
  const tools = way === 'whole' ? kept : FRESH_TOOLS;
  const document = await readDocument(post, school, tools, loadEncoder);
  if (way === 'whole') kept = document.tools;
  return document;
};

/** Whether a document that was opened fresh asked for the encoder. */
export const askedForMore = ({ tools: { encoder } }: Document): boolean => encoder !== undefined;
