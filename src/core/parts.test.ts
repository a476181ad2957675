import { expect, it } from 'vitest';
import { findPicture, partOfFinding, textOfPart } from './parts.ts';
import type { Post } from './post.ts';
import type { Where } from './span.ts';

const post: Post = {
  id: 'bulbs',
  text: 'Forty bulbs by the gate',
  origin: { file: 'bulbs.txt', line: 1, record: 1 },
  at: { kind: 'now' },
  media: [{ file: 'IMG_1.jpg' }, { file: 'IMG_2.jpg', alt: 'Hands and soil' }],
};

it.each<[Where, number | undefined, string, string | undefined]>([
  ['text', undefined, 'text', post.text],
  ['hashtag', undefined, 'text', post.text],
  ['at', undefined, 'text', post.text],
  ['media[1].alt', 1, 'media[1].alt', 'Hands and soil'],
  ['media[1].file', 1, 'media[1].file', 'IMG_2.jpg'],
  ['media[0]', 0, 'media[0].file', 'IMG_1.jpg'],
  ['media[0].alt', 0, 'media[0].alt', undefined],
  ['media[12].file', 12, 'media[12].file', undefined],
])('a finding about %s counts its part', (where, picture, part, text) => {
  const counted = partOfFinding({ where });
  expect([findPicture(where), counted, textOfPart(post, counted)]).toEqual([picture, part, text]);
});
