import { array, optional, picklist, pipe, minLength, strictObject, string } from 'valibot';
import type { Place } from '../core/span.ts';
import { linkBait } from '../facts/link-bait.ts';
import type { RiskyLink } from '../facts/link-risks.ts';
import { linkRisks } from '../facts/link-risks.ts';
import { firstInParts } from '../facts/own-phrases.ts';
import { isUnder } from '../facts/web-address.ts';
import type { Remedy } from './check.ts';
import { defineCheck, phraseList } from './check.ts';

/** What may be held against a link, the worst first: one link is flagged once. */
const FORMS = [
  'blocked',
  'executable',
  'look-alike',
  'ip',
  'shortener',
  'bait',
  'unknown-file',
  'unknown',
  'http',
] as const;
type Form = (typeof FORMS)[number];

const USUAL: readonly Form[] = [
  'blocked',
  'executable',
  'look-alike',
  'ip',
  'shortener',
  'bait',
  'http',
];

const EVIDENCE: Readonly<Record<Form, string>> = {
  blocked: 'a site that the school has ruled out',
  executable: 'it leads to a program, not to a page',
  'look-alike': 'its name looks like one that readers trust, but is another',
  ip: 'it leads to a bare number, not to a named site',
  shortener: 'a short link does not show where it leads',
  bait: 'the words around it press readers for a password, money or a click',
  'unknown-file': 'a file from a site that is not on the list of trusted ones',
  unknown: 'a site that is not on the list of trusted ones',
  http: 'it starts with http, so that what readers type there can be read on the way',
};

const domainList = optional(array(string()), []);

/** Flags links that may do harm: programs, hidden or false destinations, bait. */
export const unsafeLink = defineCheck({
  name: 'unsafe-link',
  params: strictObject({
    forms: optional(pipe(array(picklist(FORMS)), minLength(1)), [...USUAL]),
    allow: domainList,
    block: domainList,
    add: phraseList,
    ignore: phraseList,
  }),
  *run({ forms, allow, block, ...own }, { document }) {
    const linked = document.facts(linkRisks);
    if (linked.length === 0) return;
    const { links } = document.school;
    const [allowed, blocked] = [
      [...allow, ...links.allow],
      [...block, ...links.block],
    ];
    const bait = document
      .facts(linkBait)
      .map(({ part, span }) => ({ part, span, form: 'bait' as const }));
    const isBaited = firstInParts(document, bait, own).length > 0;
    for (const link of linked) {
      const { part, span, host } = link;
      if (allowed.some((domain) => isUnder(host, bare(domain)))) continue;
      const isBlocked = blocked.some((domain) => isUnder(host, bare(domain)));
      const form = worstOf(link, { forms, isBlocked, isBaited });
      if (!form) continue;
      yield {
        where: part.name === 'text' ? 'url' : part.name,
        range: document.place(part, span).span,
        confidence: confidenceOf(form),
        evidence: [EVIDENCE[form]],
        ...(form === 'http' && { remedies: [secured(document.place(part, span))] }),
      };
    }
  },
});

const bare = (domain: string): string => domain.toLowerCase().replace(/^www\./u, '');

const worstOf = (
  { risks, host }: RiskyLink,
  post: { forms: readonly Form[]; isBlocked: boolean; isBaited: boolean },
): Form | undefined =>
  FORMS.find((form) => {
    if (!post.forms.includes(form)) return false;
    if (form === 'blocked') return post.isBlocked;
    if (form === 'bait') return post.isBaited && host !== '' && risks.has('unknown');
    return risks.has(form);
  });

const confidenceOf = (form: Form): 'certain' | 'likely' | 'possible' => {
  if (form === 'http') return 'possible';
  return form === 'blocked' || form === 'executable' ? 'certain' : 'likely';
};

const secured = ({ part, span: { start } }: Place): Remedy => ({
  title: 'Write https, if the site answers to it',
  edits: [{ part, span: { start, end: start + 'http'.length }, replacement: 'https' }],
});
