import { array, boolean, optional, picklist, strictObject } from 'valibot';
import type { Document } from '../document/document.ts';
import type { Target } from '../facts/targets.ts';
import { TARGET_KINDS, targets as targetsOf } from '../facts/targets.ts';
import { whereOf } from '../facts/where.ts';
import type { Remedy } from './check.ts';
import { defineCheck } from './check.ts';

/** Flags the words that aim a post at one person, or at those the policy means. */
export const individualTarget = defineCheck({
  name: 'individual-target',
  params: strictObject({
    targets: optional(array(picklist(['child', 'adult', 'group'])), ['child']),
    kinds: optional(array(picklist(TARGET_KINDS)), [...TARGET_KINDS]),
    named: optional(boolean()),
    withGroup: optional(boolean()),
  }),
  *run({ targets, kinds, named, withGroup }, { document }) {
    const all = targets.flatMap((target) => document.facts(targetsOf[target]));
    for (const found of all) {
      if (!kinds.includes(found.kind)) continue;
      if (named !== undefined && found.isNamed !== named) continue;
      if (withGroup !== undefined && found.withGroup !== withGroup) continue;
      yield {
        where: whereOf(document, found.part, found.span),
        range: document.place(found.part, found.span).span,
        confidence: found.confidence,
        evidence: found.evidence,
        remedies: remedies(document, found),
      };
    }
  },
});

/** Right after one of these "everyone" reads well in place of one child. */
const PRAISE_BEFORE =
  /\b(?:well done|congratulations|congrats|thank you|thanks|bravo|good luck|welcome|proud of|shout out|good work|great job)(?: to)?,? $/i;

const remedies = (document: Document, { part, span, target }: Target): Remedy[] => {
  const { source } = part;
  const place = document.place(part, span);
  const before = source.slice(Math.max(0, place.span.start - 40), place.span.start);
  const after = source.slice(place.span.end, place.span.end + 2);
  const readsOn = /^(?:$|[.,!?\n])/u.test(after);
  if (target !== 'child' || !PRAISE_BEFORE.test(before) || !readsOn) return [];
  return [{ title: 'Speak to everyone', edits: [{ ...place, replacement: 'everyone' }] }];
};
