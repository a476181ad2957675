import { array, optional, picklist, strictObject, string } from 'valibot';
import { bareHandle } from '../core/handle.ts';
import type { Document } from '../document/document.ts';
import { addressees } from '../facts/addressees.ts';
import { handles } from '../facts/handles.ts';
import { withOwn } from '../facts/own-phrases.ts';
import type { PressTalk } from '../facts/press.ts';
import { isPressHandle, pressTalk } from '../facts/press.ts';
import type { Breach } from './check.ts';
import { defineCheck, phraseList } from './check.ts';

const LISTED = 'an account on the school’s list of the press';
const SEEMING = 'an account that calls itself a paper, a station or a reporter';

/** Flags answers to reporters, papers and stations, and what is said to them elsewhere. */
export const pressContact = defineCheck({
  name: 'press-contact',
  params: strictObject({
    unlisted: optional(picklist(['likely', 'possible', 'allow']), 'likely'),
    allow: optional(array(string()), []),
    add: phraseList,
    ignore: phraseList,
  }),
  *run({ unlisted, allow, ...own }, { document }) {
    const listed = new Set((document.school.handles.press ?? []).map(bareHandle));
    const allowed = new Set(allow.map(bareHandle));
    const known = (name: string): 'listed' | 'seeming' | undefined => {
      if (allowed.has(name.toLowerCase())) return undefined;
      if (listed.has(name.toLowerCase())) return 'listed';
      return unlisted !== 'allow' && isPressHandle(name) ? 'seeming' : undefined;
    };
    const confidence = unlisted === 'possible' ? 'possible' : 'likely';
    const talk = withOwn(document, document.facts(pressTalk).map(toPhrase), own);
    const answered = document.facts(addressees);
    for (const { name, handle } of answered) {
      const press = known(handle?.name ?? name);
      if (!press) continue;
      const isThanks =
        talk.length === 0 && document.post.replyTo === undefined && THANKS.test(document.body.text);
      yield {
        where: 'reply',
        range: handle ? document.place(handle.part, handle.span).span : null,
        confidence: isThanks ? 'possible' : press === 'listed' ? 'certain' : confidence,
        evidence: [`the post answers ${press === 'listed' ? LISTED : SEEMING}`],
      };
      return;
    }
    const [said] = talk;
    if (!said || unlisted === 'allow') return;
    const isTold =
      said.form !== 'press' ||
      answered.some(({ name }) => !allowed.has(name)) ||
      mentions(document, known);
    if (isTold) yield breachOf(document, said, confidence);
  },
});

/** `@HexleyGazette Thank you for the write-up`: a paper tagged in good news. */
const THANKS = /^[\s@\w,.-]{0,80}\b(?:thanks?|thank you|thx|love(?:ly|d)?|great|delighted)\b/iu;

const toPhrase = ({ part, span, isCall }: PressTalk) => ({
  part,
  span,
  form: isCall ? ('call' as const) : ('press' as const),
});

const mentions = (document: Document, known: (name: string) => string | undefined): boolean =>
  document
    .facts(handles)
    .some(
      ({ name, isOwn, isRetweetSource }) => !isOwn && !isRetweetSource && known(name) !== undefined,
    );

const breachOf = (
  document: Document,
  {
    part,
    span,
  }: ReturnType<typeof toPhrase> | { part: PressTalk['part']; span: PressTalk['span'] },
  confidence: Breach['confidence'],
): Breach => ({
  where: part.name,
  range: document.place(part, span).span,
  confidence,
  evidence: ['words for a reporter, to an account or about a story of the press'],
});
