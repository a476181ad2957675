import { describe, expect, it } from 'vitest';
import { UNKNOWN_SCHOOL } from '../core/school.ts';
import { createDocument } from '../document/document.ts';
import { twitterText } from '../document/twitter-text.ts';
import { linkRisks } from './link-risks.ts';

const risksOf = (text: string): readonly string[] => {
  const origin = { file: 'a', line: 1, record: 1 };
  const document = createDocument(
    { id: 'a', text, origin, at: { kind: 'now' }, media: [] },
    { ...UNKNOWN_SCHOOL, names: ['Oakfield Primary'] },
    { twitter: twitterText, encoder: null },
  );
  return document.facts(linkRisks).map(({ host, risks }) => [host, ...risks].join(' '));
};

describe('linkRisks', () => {
  it.each([
    ['https://www.gov.uk/a.pdf', ['gov.uk']],
    ['https://user@oakfieldprimary.example/news', ['oakfieldprimary.example']],
    ['https://hexley.example/a%2Eexe', ['hexley.example executable unknown']],
    ['https://hexley.example/setup.exe/download', ['hexley.example executable unknown']],
    ['https://hexley.example/exe/list', ['hexley.example unknown']],
    ['https://hexley.example/plan.docx', ['hexley.example unknown unknown-file']],
    ['http://[2001:db8::7]/a', ['[2001:db8::7] ip']],
    ['Version 1.2.3.4 is out, see 1.2.3.4/news', ['1.2.3.4 ip']],
    ['https://oakfeild.example', ['oakfeild.example look-alike unknown']],
    ['https://oakfields.example', ['oakfields.example unknown']],
    ['https://parentspay.example/a', ['parentspay.example look-alike unknown']],
    ['https://parentpay.example/a', ['parentpay.example unknown']],
    ['https://paypal.com.hexley.example', ['paypal.com.hexley.example look-alike unknown']],
    ['https://hexlеy.example/typed-with-another-e', ['hexley.example look-alike unknown']],
    ['https://café.example/menu', ['café.example unknown']],
    ['https://bit.example', ['bit.example unknown']],
    ['https://news.bit.example/a/b', ['news.bit.example unknown']],
    ['https://pic.example/9fKq2', ['pic.example unknown']],
    ['mailto:office@oakfield.example', []],
  ])('%s', (text, expected) => {
    expect(risksOf(text)).toEqual(expected);
  });
});
