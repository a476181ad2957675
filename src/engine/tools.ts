import type { Document, Tools } from '../document/document.ts';
import { wantsGrammar } from '../facts/people.ts';
import { wantsTwitter } from '../facts/twitter-entities.ts';

export const NO_TOOLS: Tools = { twitter: null, grammar: null };

/** Whether judging this document needs a library that is not there yet. */
export const lacksTools = (document: Document): boolean => {
  const { twitter, grammar } = document.tools;
  return (!twitter && wantsTwitter(document)) || (!grammar && wantsGrammar(document));
};

/** The tools at hand, with those added that the document needs. */
export const loadTools = async (document: Document): Promise<Tools> => {
  const { twitter, grammar } = document.tools;
  return {
    twitter:
      twitter ??
      (wantsTwitter(document) ? (await import('../document/twitter-text.ts')).twitterText : null),
    grammar:
      grammar ??
      (wantsGrammar(document) ? (await import('../document/compromise.ts')).grammar : null),
  };
};
