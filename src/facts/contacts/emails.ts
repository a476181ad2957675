import type { Detector, Part } from '../../document/document.ts';
import type { Contact } from './contact.ts';
import { isMailTalk, isNoMailbox, isRoleMailbox } from './mailboxes.ts';

const EMAIL =
  /(?<![\p{L}\p{N}._+%@-])[\p{L}\p{N}_+%'-](?:[\p{L}\p{N}._+%'-]{0,62}[\p{L}\p{N}_+%-])?@(?:[\p{L}\p{N}-]{1,63}\.){1,5}\p{L}{2,24}(?![\p{L}\p{N}@])/gu;

/** `name at quickmail dot example`, `name [at] quickmail [dot] com`. */
const SPELT =
  /(?<![\p{L}\p{N}._+%-])[\p{L}\p{N}_.+-]{2,64}(?: (?:dot|\(dot\)|\[dot\]) [\p{L}\p{N}_-]{1,64}){0,2} ?(?:[([{<] ?(?:at|@) ?[)\]}>]|(?<= )at(?= )) ?[\p{L}\p{N}-]{1,63}(?: ?(?:[([{<] ?(?:dot|\.) ?[)\]}>]|(?<= )dot(?= )) ?[\p{L}\p{N}-]{1,24}|\.\p{L}{2,24}){1,3}/giu;

const MARKED = /[([{<] ?(?:at|@)/iu;
const LAST_PART = /(?:com|org|net|uk|example|io|me|info|edu|ie|eu|email|mail|school)$/iu;

const toPlain = (written: string): string =>
  written
    .toLowerCase()
    .replace(/ ?[([{<]? ?\bdot\b ?[)\]}>]? ?/gu, '.')
    .replace(/ ?(?:[([{<] ?(?:at|@) ?[)\]}>]|\bat\b) ?/u, '@')
    .replace(/ ?@ ?/u, '@');

const SAID_BEFORE = 60;

const isSpelt = ({ text }: Part, written: string, start: number): boolean => {
  if (!LAST_PART.test(written)) return false;
  if (MARKED.test(written)) return true;
  const local = written.split(' ', 1)[0]!.toLowerCase();
  if (isNoMailbox(local)) return false;
  if (/[\d._]/u.test(local) || /^\S+ dot /iu.test(written)) return true;
  const before = text.slice(Math.max(start - SAID_BEFORE, 0), start).toLowerCase();
  return before.split(/[^\p{L}-]+/u).some(isMailTalk);
};

const contactOf = (
  part: Part,
  written: string,
  start: number,
  confidence: Contact['confidence'],
): Contact => {
  const value = toPlain(written);
  return {
    part,
    span: { start, end: start + written.length },
    kind: 'email',
    value,
    owner: isRoleMailbox(value) ? 'office' : 'person',
    confidence,
  };
};

/** Where a stretch is none, the next is looked for from its second word: `me at jo dot lee at …`. */
const speltIn = (part: Part): Contact[] => {
  const found: Contact[] = [];
  const shape = new RegExp(SPELT);
  for (let match = shape.exec(part.text); match; match = shape.exec(part.text)) {
    const [written] = match;
    if (isSpelt(part, written, match.index)) {
      found.push(contactOf(part, written, match.index, 'likely'));
    } else shape.lastIndex = match.index + Math.max(written.search(/[ ([{<]/u), 1);
  }
  return found;
};

const emailsIn = (part: Part): Contact[] => {
  const { text } = part;
  const plain = text.includes('@')
    ? [...text.matchAll(EMAIL)].map(({ 0: written, index }) =>
        contactOf(part, written, index, 'certain'),
      )
    : [];
  const hasSpelt = /\bdot\b|[([{<] ?(?:at|@) ?[)\]}>]/i.test(text);
  const spelt = hasSpelt ? speltIn(part) : [];
  return [...plain, ...spelt];
};

/** E-mail addresses of the text and the alt texts, spelt out ones too, and whose they look like. */
export const emails: Detector<Contact> = ({ parts }) =>
  parts.filter(({ name }) => !name.endsWith('.file')).flatMap(emailsIn);
