import { describe, expect, it } from 'vitest';
import { UNKNOWN_SCHOOL } from '../core/school.ts';
import { createDocument } from '../document/document.ts';
import { twitterText } from '../document/twitter-text.ts';
import { isPlainRepost, reposts } from './reposts.ts';

const repostsOf = (text: string): readonly string[] => {
  const origin = { file: 'a', line: 1, record: 1 };
  const document = createDocument(
    { id: 'a', text, origin, at: { kind: 'now' }, media: [] },
    {
      ...UNKNOWN_SCHOOL,
      accounts: [{ name: 'school', kind: 'school', handle: 'OakfieldPrimary' }],
    },
    { twitter: twitterText, encoder: null },
  );
  return document.facts(reposts).map(({ form, span, part, hasComment }) => {
    const plain = isPlainRepost(document) ? ', plain' : '';
    return `${form}${hasComment ? ', commented' : ''}${plain}: ${part.text.slice(span.start, span.end)}`;
  });
};

describe('reposts', () => {
  it.each([
    ['RT @AshgroveSchool: Open as usual', ['retweet, plain: RT @AshgroveSchool: Open as usual']],
    ['rt @AshgroveSchool Open as usual', ['retweet, plain: rt @AshgroveSchool Open as usual']],
    ['So true! RT @HexleyMuseum: Free entry', ['retweet, commented: RT @HexleyMuseum: Free entry']],
    ['MT @HexleyMuseum new gallery 🦕', ['modified, plain: MT @HexleyMuseum new gallery 🦕']],
    [
      'Look at this https://x.com/HexleyMuseum/status/1234567890',
      ['quote, commented: https://x.com/HexleyMuseum/status/1234567890'],
    ],
    ['Please RT @OakfieldPrimary to spread the word', []],
    ['Thanks for the RT! @OakfieldPrimary', []],
    ['Art @OakfieldPrimary today', []],
    ['RT if you love reading', []],
    ['See twitter.com/OakfieldPrimary', []],
  ])('%s', (text, expected) => {
    expect(repostsOf(text)).toEqual(expected);
  });
});
