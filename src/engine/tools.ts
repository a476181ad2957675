import type { Post } from '../core/post.ts';
import type { School } from '../core/school.ts';
import type { Document, Tools } from '../document/document.ts';
import { createDocument } from '../document/document.ts';
import type { Encoder } from '../document/encoder.ts';
import { mayConduct } from '../facts/conduct.ts';
import { wantsEncoder, wantsScout } from '../facts/people.ts';
import { wantsTwitter } from '../facts/twitter-entities.ts';

/** What the questions of a run look at. */
interface Reads {
  readsPhones(): boolean;
  readsConduct(): boolean;
}

export const NO_TOOLS: Tools = { twitter: null, encoder: null };

/** Brings the encoder; null where there is none. Its weights are a file, so the caller reads them. */
export type LoadEncoder = () => Promise<Encoder | null>;

const NO_ENCODER: LoadEncoder = async () => null;

const lacksTwitter = ({ tools }: Document): boolean => !tools.twitter;
const lacksPhones = ({ tools }: Document): boolean => tools.phones === undefined;
const lacksScout = ({ tools }: Document): boolean =>
  tools.encoder !== null && tools.scout === undefined;
const lacksEncoder = ({ tools }: Document): boolean => tools.encoder === undefined;

/** Whether the encoder is asked what the post does, whatever names are in it. */
const isRead = (document: Document): boolean =>
  document.tools.readsConduct === true && mayConduct(document);

/** Brings what a document wants and lacks; undefined: it lacks nothing of the kind. */
type Bringing = (
  document: Document,
  loadEncoder: LoadEncoder,
) => (() => Promise<Partial<Tools>>) | undefined;

const bringScout: Bringing = (document) => {
  if (!lacksScout(document) || !(wantsScout(document) || isRead(document))) return undefined;
  return async () => {
    const { createScout } = await import('../facts/scout/scout.ts');
    // Where there is no WebAssembly there is no encoder either: the light tier judges alone.
    return { scout: typeof WebAssembly === 'undefined' ? null : createScout() };
  };
};

const bringEncoder: Bringing = (document, loadEncoder) =>
  lacksEncoder(document) && (wantsEncoder(document) || isRead(document))
    ? async () => ({ encoder: await loadEncoder() })
    : undefined;

const bringTwitter: Bringing = (document) =>
  lacksTwitter(document) && wantsTwitter(document)
    ? async () => ({ twitter: (await import('../document/twitter-text.ts')).twitterText })
    : undefined;

let wantsPhones: ((document: Document) => boolean) | undefined;

const bringPhones: Bringing = (document) => {
  if (!lacksPhones(document) || wantsPhones?.(document) === false) return undefined;
  return async () => {
    ({ wantsPhones } = await import('../facts/contacts/phones.ts'));
    if (!wantsPhones(document)) return {};
    return { phones: (await import('../document/phone-plans.ts')).phonePlans };
  };
};

const BRINGINGS: readonly Bringing[] = [bringScout, bringEncoder, bringTwitter, bringPhones];

const withTools = (
  document: Document,
  loadEncoder: LoadEncoder,
  from = 0,
): Document | Promise<Document> => {
  for (let at = from; at < BRINGINGS.length; at += 1) {
    const bring = BRINGINGS[at]!(document, loadEncoder);
    if (!bring) continue;
    const { post, school, tools } = document;
    return bring().then((added) =>
      withTools(createDocument(post, school, { ...tools, ...added }), loadEncoder, at + 1),
    );
  }
  return document;
};

/**
 * A post parsed with every library that it needs; `tools` are those that posts before it needed. A
 * promise only where one must be loaded: most posts of a large archive wait for nothing.
 */
export const readDocument = (
  post: Post,
  school: School,
  tools: Tools,
  loadEncoder: LoadEncoder = NO_ENCODER,
): Document | Promise<Document> => withTools(createDocument(post, school, tools), loadEncoder);

/**
 * Words of somebody else that an account passed on or liked. The encoder and its scout, which cost
 * most, are not asked about them, and nothing is where no rule judges such posts.
 */
export const readOthers = (
  post: Post,
  school: School,
  tools: Tools,
  isJudged: boolean,
): Document | Promise<Document> => {
  const { scout: _, ...others } = tools;
  const without = { ...others, encoder: null };
  return isJudged ? readDocument(post, school, without) : createDocument(post, school, without);
};

/** What a run knows after words of somebody else: what was loaded for them. */
export const afterOthers = (tools: Tools, { tools: { twitter, phones } }: Document): Tools => ({
  ...tools,
  twitter,
  ...(phones !== undefined && { phones }),
});

/** What a run starts with: nothing is loaded, and nothing was asked for. */
export const FRESH_TOOLS: Tools = { twitter: null, encoder: undefined };

/** What a run starts with that asks these questions. */
export const toolsFor = ({ readsPhones, readsConduct }: Reads): Tools => ({
  ...FRESH_TOOLS,
  readsConduct: readsConduct(),
  ...(!readsPhones() && { phones: null }),
});
