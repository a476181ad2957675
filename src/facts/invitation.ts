import type { Pattern } from '../core/pattern.ts';
import { pattern } from '../core/pattern.ts';
import type { Span } from '../core/span.ts';
import type { Detector, Document, Part } from '../document/document.ts';
import { cueDetector } from './cues.ts';
import { sentenceAt, sentences } from './sentences.ts';

/** A place where young pupils are asked to follow, post or comment with an account of their own. */
export interface PupilInvitation {
  readonly part: Part;
  readonly span: Span;
  readonly form: 'asked';
}

const TELLING = ['call', 'address', 'ask'] as const;
const OTHERS = ['adult', 'limit'] as const;
type Kind = (typeof TELLING)[number] | (typeof OTHERS)[number];

const cues = cueDetector<Kind>('invitation', { telling: TELLING, others: OTHERS });

/** Years and classes under 13, spoken to: `Year 5,`, `Hey Y6!`, `4B:`, `Years 3 and 4 -`. */
const YEAR_SPOKEN_TO = pattern(
  /(?:^|[.!?\n:]\s?|\b(?:hey|hi|hello|okay?|right|come on|calling|all|attention|so|morning|well)\s)(?:(?:years?|yrs?|y|class)\s?[1-7](?:s|[a-z])?(?:\s?(?:and|&|\/|,|or|-)\s?(?:year\s?|y)?[1-7])?|[1-6][A-Z]{1,2})(?:\s(?:leavers|pupils|children|kids|friends|stars|scientists|readers|team|class|girls|boys))?(?:\s?[,:!?\u2013\u2014-]|\s(?=please\b|can you\b|could you\b|why not\b))/gi,
);
/** `follow @OakfieldSci`: a handle is no word of the lists. */
const ASK_WITH_HANDLE = pattern(/\b(?:follow|tag|tweet|add|dm|message|subscribe to|like)\s@\w+/gi);

interface Placed {
  readonly part: Part;
  readonly span: Span;
  readonly sentence: number;
}

const find = (document: Document, shape: Pattern): readonly Placed[] =>
  document.parts.flatMap((part) =>
    shape.matchAll(part.text).map(({ 0: text, index }) => {
      const end = index + text.length;
      const sentence = sentenceAt(document.facts(sentences), document.parts, part, end - 2);
      return { part, span: { start: index, end }, sentence };
    }),
  );

const BARE_ADDRESS = 6;

/** A request counts in the sentence that speaks to pupils, or right behind a bare `Hey kids!`. */
export const pupilInvitations: Detector<PupilInvitation> = (document) => {
  const all = document.facts(cues);
  const of = (kind: Kind) => all.filter((cue) => cue.kind === kind);
  if (of('limit').length > 0) return [];
  const calls = of('call');
  if (calls.length > 0) return calls.map(({ part, span }) => ({ part, span, form: 'asked' }));
  const asks: readonly Placed[] = [...of('ask'), ...find(document, ASK_WITH_HANDLE)];
  if (asks.length === 0) return [];
  const addresses = [...of('address'), ...find(document, YEAR_SPOKEN_TO)];
  const everySentence = document.facts(sentences);
  const isBare = ({ span, sentence }: Placed): boolean => {
    const whole = everySentence[sentence];
    if (whole === undefined) return false;
    const rest = whole.part.text.slice(span.end, whole.span.end);
    return rest.length <= BARE_ADDRESS || rest.trimEnd().endsWith(':');
  };
  const near = new Set(
    addresses.flatMap((one) => (isBare(one) ? [one.sentence, one.sentence + 1] : [one.sentence])),
  );
  const adults = new Set(of('adult').map(({ sentence }) => sentence));
  return asks
    .filter(({ sentence }) => near.has(sentence) && !adults.has(sentence))
    .map(({ part, span }) => ({ part, span, form: 'asked' }));
};
