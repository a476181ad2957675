import type { Detector } from '../document/document.ts';
import { accountNumbers } from './contacts/account-numbers.ts';
import { addresses } from './contacts/addresses.ts';
import { birthDates } from './contacts/birth-dates.ts';
import type { Contact } from './contacts/contact.ts';
import { contactTalk } from './contacts/contact-talk.ts';
import { emails } from './contacts/emails.ts';
import { phones } from './contacts/phones.ts';
import { postcodes } from './contacts/postcodes.ts';

export type { Contact, ContactKind } from './contacts/contact.ts';
export { CONTACT_KINDS } from './contacts/contact.ts';

const DETECTORS = [phones, emails, addresses, postcodes, accountNumbers, birthDates, contactTalk];

/** Contact details of every kind, in reading order. */
export const contacts: Detector<Contact> = (document) =>
  DETECTORS.flatMap((detector) => document.facts(detector)).sort(
    (a, b) =>
      document.parts.indexOf(a.part) - document.parts.indexOf(b.part) ||
      a.span.start - b.span.start ||
      b.span.end - a.span.end,
  );
