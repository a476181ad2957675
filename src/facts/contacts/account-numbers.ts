import type { Detector, Part } from '../../document/document.ts';
import type { Contact, ContactKind } from './contact.ts';

/** https://www.gov.uk/hmrc-internal-manuals/national-insurance-manual/nim39110; QQ is the example’s. */
const NATIONAL_INSURANCE =
  /(?<![\p{L}\p{N}])(?!BG|GB|NK|KN|TN|NT|ZZ)(?:QQ|[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z])([ -]?)\d\d[ -]?\d\d[ -]?\d\d[ -]?[A-D](?![\p{L}\p{N}])/giu;

const SORT_CODE = /(?<![\d./-])\d\d([- ]?)\d\d\1\d\d(?![\d/-])/gu;
const SORT_CODE_SAID = /\bsort ?code/iu;
const ACCOUNT =
  /\b(?:a\/c|acc(?:oun)?t?)(?: (?:no|number|num))?\.?(?: is)?[ :=#]{1,3}(\d{4} ?\d{4}|\d{7,8})(?!\d)/giu;
const EIGHT_DIGITS = /(?<![\d.£#-])\d{4} ?\d{4}(?![\d.-])/u;
const ACCOUNT_REACH = 60;

const IBAN =
  /(?<![\p{L}\p{N}])[A-Z]{2}\d{2}(?: ?[A-Z\d]{4}){3,7}(?: ?[A-Z\d]{1,3})?(?![\p{L}\p{N}])/gu;
const IBAN_MODULUS = 97;

const CARD =
  /(?<![\d.-])(?:[2456]\d{3}([ -]?)\d{4}\1\d{4}\1\d{4}|3[47]\d{2}([ -]?)\d{6}\2\d{5})(?![\d.-])/gu;

const contact = (part: Part, kind: ContactKind, start: number, written: string): Contact => ({
  part,
  span: { start, end: start + written.length },
  kind,
  value: written.replace(/[ -]/gu, '').toUpperCase(),
  owner: 'person',
  confidence: 'certain',
});

/** ISO/IEC 7812: the check that card numbers pass. */
const passesLuhn = (digits: string): boolean => {
  const sum = [...digits].reverse().reduce((total, digit, at) => {
    const doubled = Number(digit) * (at % 2 === 1 ? 2 : 1);
    return total + (doubled > 9 ? doubled - 9 : doubled);
  }, 0);
  return sum % 10 === 0;
};

/** ISO 13616: letters count from 10, and the number leaves 1 over. */
const isIban = (written: string): boolean => {
  const plain = written.replaceAll(' ', '');
  const turned = plain.slice(4) + plain.slice(0, 4);
  const rest = [...turned].reduce((left, character) => {
    const value = Number.parseInt(character, 36);
    return (left * (value > 9 ? 100 : 10) + value) % IBAN_MODULUS;
  }, 0);
  return rest === 1;
};

const banksIn = (part: Part): Contact[] => {
  const { text } = part;
  const isSaid = SORT_CODE_SAID.test(text);
  const codes = [...text.matchAll(SORT_CODE)].filter(({ 0: written, 1: sign, index }) => {
    if (isSaid && /sort ?code[^\d]{0,12}$/iu.test(text.slice(Math.max(index - 24, 0), index))) {
      return true;
    }
    const rest = text.slice(index + written.length, index + written.length + ACCOUNT_REACH);
    return sign !== '' && EIGHT_DIGITS.test(rest) && (isSaid || /\b(?:acc|bank|pay)/iu.test(text));
  });
  const accounts = [...text.matchAll(ACCOUNT)].map(({ 0: written, 1: number = '', index }) =>
    contact(part, 'bank', index + written.length - number.length, number),
  );
  return [
    ...codes.map(({ 0: written, index }) => contact(part, 'bank', index, written)),
    ...accounts,
  ];
};

const accountNumbersIn = (part: Part): Contact[] => {
  const { text } = part;
  const found = (kind: ContactKind, shape: RegExp): Contact[] =>
    [...text.matchAll(shape)].map(({ 0: written, index }) => contact(part, kind, index, written));
  return [
    ...found('national-insurance', NATIONAL_INSURANCE),
    ...found('card', CARD).filter(({ value }) => passesLuhn(value)),
    ...found('bank', IBAN).filter(({ value }) => isIban(value)),
    ...banksIn(part),
  ];
};

const DIGITS = /\d(?:[\d -]{0,4}\d){5}/u;

/** Numbers of national insurance, bank accounts and payment cards. */
export const accountNumbers: Detector<Contact> = ({ parts }) =>
  parts
    .filter(({ name, text }) => !name.endsWith('.file') && DIGITS.test(text))
    .flatMap(accountNumbersIn);
