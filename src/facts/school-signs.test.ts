import { describe, expect, it } from 'vitest';
import type { School } from '../core/school.ts';
import { UNKNOWN_SCHOOL } from '../core/school.ts';
import { createDocument } from '../document/document.ts';
import { twitterText } from '../document/twitter-text.ts';
import { schoolSigns } from './school-signs.ts';

const SCHOOL: School = {
  ...UNKNOWN_SCHOOL,
  names: ['St Bede’s Primary', 'Oak', 'Larkhill'],
  accounts: [
    { name: 'school', kind: 'school', handle: 'StBedesHexley' },
    { name: 'mrs idris', kind: 'personal', handle: 'IdrisTeaches' },
  ],
  contacts: {
    phones: [],
    emails: ['office@stbedes.example'],
    addresses: ['Mill Lane, Hexley'],
    postcodes: ['HX9 1AB'],
  },
};

const signs = (text: string): readonly string[] => {
  const post = {
    id: 'a',
    text,
    origin: { file: 'a', line: 1, record: 1 },
    at: { kind: 'now' },
    media: [],
  } as const;
  const document = createDocument(post, SCHOOL, { twitter: twitterText, encoder: null });
  return document
    .facts(schoolSigns)
    .map(({ part, span, form }) => `${form}: ${part.text.slice(span.start, span.end)}`);
};

describe('schoolSigns', () => {
  it.each([
    ['Rain at St Bede’s Primary again', ["name: St Bede's Primary"]],
    ['LARKHILL’s cake, larkhill’s tea', ['name: LARKHILL', 'name: larkhill']],
    ['Home to Oak, under an oak', ['name: Oak']],
    ['Ask @StBedesHexley or @IdrisTeaches', ['handle: @StBedesHexley']],
    ['Done #LarkhillRocks', ['hashtag: #LarkhillRocks']],
    ['We are in Mill Lane, Hexley HX9 1AB', ['address: Mill Lane, Hexley', 'address: HX9 1AB']],
    ['See https://stbedes.example/fair', ['website: https://stbedes.example/fair']],
    ['https://x.com/StBedesHexley/status/1', ['website: https://x.com/StBedesHexley/status/1']],
    ['Larkhill Road is shut, and Larkhill FC lost', []],
    ['St Bede wrote books', []],
  ])('finds in %s', (text, found) => {
    expect(signs(text)).toEqual(found);
  });
});
