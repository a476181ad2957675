import { boolean, optional, picklist, strictObject } from 'valibot';
import { bareHandle } from '../core/handle.ts';
import type { Document } from '../document/document.ts';
import { addressees } from '../facts/addressees.ts';
import { ownVoice } from '../facts/own-voice.ts';
import { defineCheck } from './check.ts';

/** Flags the voice of one person where the account should speak as we, first of all in answers. */
export const firstPerson = defineCheck({
  name: 'first-person',
  params: strictObject({
    repliesOnly: optional(boolean(), true),
    unknownAddressee: optional(picklist(['likely', 'possible']), 'likely'),
  }),
  *run({ repliesOnly, unknownAddressee }, { document }) {
    const answered = addresseeKind(document);
    if (answered === 'staff' || (answered === 'nobody' && repliesOnly)) return;
    const voices = document.facts(ownVoice);
    const first = voices.find(({ form }) => form === 'said') ?? voices[0];
    if (!first) return;
    const said = answered === 'unknown' ? unknownAddressee : 'likely';
    yield {
      where: first.part.name,
      range: document.place(first.part, first.span).span,
      confidence: first.form === 'said' ? said : 'possible',
      evidence: [
        first.form === 'said'
          ? 'one person speaks here, not the account as “we”'
          : 'a sentence that leaves “I” out, as one person writes',
        ...(answered === 'pupil' ? ['the post answers an account on the list of pupils'] : []),
      ],
    };
  },
});

/** `unknown`: on none of the school’s lists of handles, or on one that tells neither. */
const addresseeKind = (document: Document): 'nobody' | 'staff' | 'pupil' | 'unknown' => {
  const answered = document.facts(addressees);
  if (answered.length === 0) return 'nobody';
  const { staff = [], pupils = [] } = document.school.handles;
  const isIn = (list: readonly string[]) => {
    const names = new Set(list.map(bareHandle));
    return ({ name }: { readonly name: string }) => names.has(name);
  };
  if (answered.every(isIn(staff))) return 'staff';
  return answered.some(isIn(pupils)) ? 'pupil' : 'unknown';
};
