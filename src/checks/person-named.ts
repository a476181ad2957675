import { array, optional, picklist, strictObject, string, union } from 'valibot';
import { once } from '../core/once.ts';
import { FORM_WORDS } from '../core/name-forms.ts';
import { PERSON_FORMS, PERSON_KINDS, people } from '../facts/people.ts';
import type { PersonMention } from '../facts/people.ts';
import { whereOf } from '../facts/where.ts';
import { defineCheck } from './check.ts';
import { remediesFor } from './person-named/remedies.ts';

const PARTS = ['text', 'alt', 'file'] as const;

const kind = picklist(PERSON_KINDS);

const partKind = ({ part: { name } }: PersonMention): (typeof PARTS)[number] => {
  if (name === 'text') return 'text';
  return name.endsWith('.alt') ? 'alt' : 'file';
};

/** Flags the names of people of some kind, each once, and proposes the post without them. */
export const personNamed = defineCheck({
  name: 'person-named',
  params: strictObject({
    who: optional(union([kind, array(kind)]), 'child'),
    forms: optional(
      array(picklist(PERSON_FORMS)),
      PERSON_FORMS.filter((form) => form !== 'initials'),
    ),
    parts: optional(array(picklist(PARTS)), [...PARTS]),
    instead: optional(string(), 'our pupils'),
  }),
  tells: ['form'],
  *run({ who, forms, parts, instead }, { document }) {
    const kinds: readonly string[] = typeof who === 'string' ? [who] : who;
    const mentions = document
      .facts(people)
      .filter(
        (mention) =>
          kinds.includes(mention.who) &&
          forms.includes(mention.form) &&
          parts.includes(partKind(mention)),
      );
    // Nobody rewrites a post that is out already.
    const remedyOf = once(() => remediesFor(document, mentions, instead));
    for (const mention of mentions) {
      const remedies = once(() => {
        const remedy = remedyOf()(mention);
        return remedy ? [remedy] : [];
      });
      yield {
        where: whereOf(document, mention.part, mention.span),
        range: document.place(mention.part, mention.span).span,
        confidence: mention.confidence,
        evidence: mention.evidence,
        data: { form: FORM_WORDS[mention.form] },
        get remedies() {
          return remedies();
        },
      };
    }
  },
});
