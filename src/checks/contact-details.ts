import { array, boolean, optional, picklist, strictObject, string } from 'valibot';
import type { Contacts } from '../core/school.ts';
import type { Contact, ContactKind } from '../facts/contacts.ts';
import { CONTACT_KINDS, contacts } from '../facts/contacts.ts';
import { defineCheck } from './check.ts';

const EVIDENCE: Readonly<Record<ContactKind, string>> = {
  phone: 'a phone number that is not one of the school’s own',
  email: 'an e-mail address that is not one of the school’s own',
  address: 'the address of a house',
  postcode: 'a full postcode',
  'national-insurance': 'a National Insurance number',
  bank: 'details of a bank account',
  card: 'a payment card number',
  'birth-date': 'a date of birth',
  talk: 'words that give somebody’s own number or address, or ask a reader for theirs',
};

/** Flags ways to reach a person, and numbers that prove who somebody is. */
export const contactDetails = defineCheck({
  name: 'contact-details',
  readsPhones: true,
  params: strictObject({
    kinds: optional(array(picklist(CONTACT_KINDS)), [...CONTACT_KINDS]),
    offices: optional(boolean(), true),
    allow: optional(array(string()), []),
  }),
  *run({ kinds, offices, allow }, { document }) {
    const found = document.facts(contacts);
    if (found.length === 0) return;
    const isAllowed = allowance(document.school.contacts, allow);
    let last: Contact | undefined;
    for (const [at, contact] of found.entries()) {
      const { part, span, kind, owner, confidence } = contact;
      if (!kinds.includes(kind) || owner === 'public' || (owner === 'office' && offices)) continue;
      if (isAllowed(contact) || isWithin(contact, last)) continue;
      if (kind === 'talk' && isSpeltOut(contact, found[at + 1])) continue;
      last = contact;
      yield {
        where: part.name,
        range: document.place(part, span).span,
        confidence,
        evidence: [EVIDENCE[kind]],
      };
    }
  },
});

/** Words such as `text me on`, with the number itself to follow. */
const isSpeltOut = ({ part, span }: Contact, next: Contact | undefined): boolean =>
  next?.part === part && next.kind !== 'talk' && next.span.start - span.end <= FOLLOWS;
const FOLLOWS = 4;

const isWithin = ({ part, span }: Contact, before: Contact | undefined): boolean =>
  before?.part === part && span.start < before.span.end;

const plainWords = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[\s,.]+/gu, ' ')
    .trim();

const toNational = (phone: string): string =>
  phone
    .replace(/[^\d+]/gu, '')
    .replace(/^00/u, '+')
    .replace(/^\+440?/u, '0');

/** Tells whether a contact is one that the school or the rule lets pass. */
const allowance = (
  { phones, emails, addresses, postcodes }: Contacts,
  allow: readonly string[],
): ((contact: Contact) => boolean) => {
  const allowedPhones = new Set([...phones, ...allow].map(toNational));
  const mail = [...emails, ...allow].map((one) => one.toLowerCase().replace(/^@/u, ''));
  const houses = [...addresses, ...allow].map(plainWords).filter((one) => one !== '');
  const codes = [...postcodes, ...addresses, ...allow].map((one) =>
    one.toUpperCase().replace(/\s/gu, ''),
  );
  const isMail = (address: string): boolean =>
    mail.some(
      (one) => address === one || address.endsWith(`@${one}`) || address.endsWith(`.${one}`),
    );
  return ({ kind, value }) => {
    if (kind === 'phone') return allowedPhones.has(value);
    if (kind === 'email') return isMail(value);
    if (kind === 'address')
      return houses.some((one) => ` ${one} `.includes(` ${plainWords(value)} `));
    return kind === 'postcode' && codes.some((one) => one.endsWith(value));
  };
};
