import { describe, expect, it } from 'vitest';
import { UNKNOWN_SCHOOL } from '../../core/school.ts';
import { createDocument } from '../../document/document.ts';
import type { Encoder } from '../../document/encoder.ts';
import type { Scout } from '../../document/scout.ts';
import { people, wantsEncoder, wantsScout } from '../people.ts';

const LABELS = 17;
const DEEDS = 11;

/** A scout that says of the words with these keys how probable a child is, and of all others nothing. */
const scoutSaying = (child: Readonly<Record<string, number>>, deed = 0): Scout => ({
  read: (words, _, isAsked) => ({
    who: words.map(({ known: { key } }, at) => {
      if (!isAsked(at)) return undefined;
      const labels = new Float32Array(LABELS);
      labels[1] = child[key] ?? 0;
      labels[0] = 1 - labels[1];
      return labels;
    }),
    aim: 0.01,
    deeds: new Float32Array(DEEDS).fill(deed),
  }),
});

const encoder: Encoder = {
  vocabulary: new Map(),
  labels: [],
  aims: [],
  longest: 160,
  encode: () => {
    throw new Error('the encoder was asked');
  },
};

const open = (text: string, scout: Scout | null) =>
  createDocument(
    { id: '', text, origin: { file: '', line: 1, record: 1 }, at: { kind: 'now' }, media: [] },
    UNKNOWN_SCHOOL,
    { twitter: null, encoder, scout },
  );

const POST = 'Zainab drew the poster by the hall door';

describe('the scout', () => {
  it('settles who is surely a child without the encoder', () => {
    const document = open(POST, scoutSaying({ zainab: 0.999 }));
    expect(wantsScout(document)).toBe(true);
    expect(wantsEncoder(document)).toBe(false);
    expect(document.facts(people).map(({ who, confidence }) => [who, confidence])).toEqual([
      ['child', 'certain'],
    ]);
  });

  it('settles who surely is none', () => {
    const document = open(POST, scoutSaying({ zainab: 0 }));
    expect(wantsEncoder(document)).toBe(false);
    expect(document.facts(people)).toEqual([]);
  });

  it.each([
    ['a name that may be a child’s', POST, { zainab: 0.3 }, 0],
    ['a given name in small letters', POST.toLowerCase(), {}, 0],
    ['what the post may do', POST, { zainab: 0.999 }, 0.9],
  ])('leaves to the encoder %s', (_, text, child, deed) => {
    expect(wantsEncoder(open(text, scoutSaying(child, deed)))).toBe(true);
  });

  it('is not there: the encoder is asked', () => {
    expect(wantsEncoder(open(POST, null))).toBe(true);
  });

  it('is asked nothing about a post without an open word', () => {
    expect(wantsScout(open('The hall is shut on Monday.', null))).toBe(false);
  });
});
