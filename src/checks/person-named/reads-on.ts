import { wordSet } from '../../facts/word-set.ts';
import goesBefore from './goes-before.txt?raw';
import { OWNERS, isSpokenTo, startsSentence } from './in-text.ts';
import type { NameList } from './lists.ts';
import { sentenceEnd, sentenceStart } from './lists.ts';
import oneChild from './one-child.txt?raw';

const isOfOne = wordSet(oneChild);
const standsBefore = wordSet(goesBefore);

const NEAR = 60;
/** `Pupil of the month`, `turned 7`, `aged 8`. */
const OF_ONE =
  /\b(?:of the (?:day|week|month|half|term|year|match|tournament)|(?:turn(?:s|ed)|is) (?:\d{1,2}(?! \p{L})|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)|aged? \d)/iu;
/** These speak of one child wherever they stand: `Keep singing, lovely girl`. */
const ANYWHERE = /\b(?:boy|girl|lad|lass|young (?:man|lady|woman)|aged? \d)\b/iu;
/** What follows is part of the name, or a name that was not seen as one. */
const GOES_ON =
  /^(?:[^\s\p{P}\p{S}\p{Extended_Pictographic}]|\u00a1|[/+]| ?\([^()\n]{1,12}\)['\u2019]|(?: |, | and | & |, and )\p{Lu}[\p{Ll}'\u2019])/u;
/** So is what comes before. */
const CAME_ON = /[\p{L}\p{N}'\u2019] \p{Lu}\p{Ll}+(?:,| and| &| i)? $/u;
const NAME_AND = /\p{Lu}\p{Ll}+(?: and| &| i) $/u;
/** What explains who the one child is (`, who …`, `, our new Head Girl`), or shows that it is no name. */
const EXPLAINED =
  /^(?:,? (?:who|whose|whom|there|it|we|you|i|this|that|these)(?![\p{L}])|, (?:our|your|the|a|an|my|his|her|aged|\d)(?![\p{L}])|,? \(?aged | (?:is|was|becomes) (?:our|the|an?|your|this)(?![\p{L}]))/iu;
/** After `our pupils'`, only what several may have. */
const THINGS = /^['\u2019]s? (?:[\p{L}-]+ )?[\p{Ll}-]*[^\W\ds]s(?![\p{L}])/u;
/** A quotation and who said it; a name in brackets. */
const CREDITED = /(?:["\u201d\u2019»] ?[-\u2013\u2014~]? ?|\(|\byou, )$/u;
/** `Our new puppy, Josh`: said of what stands before the comma. */
const APPOSED = /(?<![\p{L}])(?:our|the|an?|my|this)(?: [\p{L}\p{N}'\u2019-]{1,20}){1,4}, $/iu;
/** `came 3rd`, `finished second`: a place that one child takes. */
const PLACED =
  /\b(?:came|come|comes|coming|finish\w{0,3}|placed|ranked|took|takes|in|was|were) (?:(?:joint|in|the) )?(?:\d{1,2}(?:st|nd|rd|th)|first|second|third|fourth|fifth|last)\b/iu;
/** `in y2 has learned`: the verb stands too far off to be changed with the name. */
const FAR_VERB =
  /^ (?:in|from|of) (?:(?!who\b)[^\s,.!?]{1,16} ){1,4}(?:has|is|was|does|hasn't|isn't|wasn't)\b/iu;
/** `invested as a Cub`, `was an angel`: what only one can be. */
const AS_ONE = /^[^.!?\n]*\b(?:as|is|was|became|becomes) an? /iu;
/** `Our captains are Josh and Maja.`: who they are is what is told. */
const TOLD = /\b(?:is|are|was|were) $/iu;
/** A name that is a sentence of its own. */
const ALONE = /^\s*(?:[.!?\n]|$)/u;

const mayStandAfter = (before: string): boolean => {
  const rest = before.replace(OWNERS, '');
  const word = /([\p{L}'\u2019-]+|&) $/u.exec(rest)?.[1];
  return word === undefined || standsBefore(word.toLowerCase());
};

const speaksOfOne = (sentence: string): boolean =>
  OF_ONE.test(sentence) || (sentence.toLowerCase().match(/[\p{L}-]+/gu) ?? []).some(isOfOne);

/**
 * Whether a sentence can still be read, and of nobody alone, once a list of names has become
 * `our pupils` or `everyone`. Where it cannot, nothing is proposed: the teacher knows better words.
 */
export const readsOn = (list: NameList): boolean => {
  const { part, span, mentions } = list;
  const { text } = part;
  const before = text.slice(Math.max(0, span.start - NEAR), span.start);
  const after = text.slice(span.end, span.end + NEAR);
  const isOwner = /^['\u2019]s?(?![\p{L}])/u.test(after);
  if (GOES_ON.test(after) || NAME_AND.test(before) || CREDITED.test(before)) return false;
  if (startsSentence(before) && ALONE.test(after)) return false;
  if (!isSpokenTo(list) && (CAME_ON.test(before) || !mayStandAfter(before))) return false;
  if (APPOSED.test(before)) return false;
  const sentence = text.slice(sentenceStart(part, span), sentenceEnd(part, span));
  if (FAR_VERB.test(after) || AS_ONE.test(after)) return false;
  if (TOLD.test(before) && ALONE.test(after)) return false;
  if (OF_ONE.test(sentence) || PLACED.test(sentence)) return false;
  if (/\d/u.test(text.slice(span.start, span.end))) return false;
  if (mentions.length > 1) return true;
  if (
    EXPLAINED.test(after) &&
    !(isSpokenTo(list) ? /^, (?:your?|an?)\b/u : /^, your?\b/u).test(after)
  ) {
    return false;
  }
  if (isOwner && !THINGS.test(after)) return false;
  if (ANYWHERE.test(text.slice(Math.max(0, span.start - 300), span.end + 300))) return false;
  return !speaksOfOne(sentence);
};
