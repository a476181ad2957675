import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mark } from '../core/marks.ts';
import { UNKNOWN_SCHOOL } from '../core/school.ts';
import { createDocument } from '../document/document.ts';
import { NO_TOOLS } from '../engine/tools.ts';
import { swearing } from './swearing.ts';

const read = (text: string) => {
  const document = createDocument(
    {
      id: 'x',
      text,
      origin: { file: 'x', line: 1, record: 1 },
      at: { kind: 'now' },
      media: [],
    },
    UNKNOWN_SCHOOL,
    NO_TOOLS,
  );
  return document.facts(swearing);
};

const marked = (text: string): string => {
  const spans = read(text).flatMap(({ part, span, confidence }) =>
    confidence === 'possible' ? [] : [part.toSource(span)],
  );
  return mark(text, spans);
};

describe('swearing', () => {
  it.each([
    '⟦sh1t⟧, ⟦5hit⟧, ⟦$hit⟧ and ⟦sh!t⟧',
    'a ⟦f**k⟧, an ⟦f***ing⟧ mess, ⟦b*****ks⟧',
    '⟦f u c k⟧ and ⟦s.h.i.t⟧ and ⟦f-u-c-k⟧',
    '⟦shiiiiit⟧ and ⟦ﬀs⟧ and ⟦ＷＴＦ⟧',
    'a cluster⟦fuck⟧ #⟦ThisIsBullshit⟧',
    '⟦bl**dy⟧ seagulls, ⟦d*ck⟧ move',
    'what the ⟦#@%$!⟧ is that',
  ])('finds what a disguise hides: %s', (text) => {
    expect(marked(text.replaceAll(/[⟦⟧]/gu, ''))).toBe(text);
  });

  it.each([
    'Scunthorpe, Penistone, Essex, Arsenal, Cockermouth, Lightwater',
    'A*s, A**, 5*, **bold**, room SH17, postcode TW4 7AB, A55',
    'B*Witched, P!nk and Ke$ha at the disco, £1 or $2, C@fe',
    'a b c d e, S.O.S., T. S. Eliot, W. H. Auden, D C Thomson',
    'd_ck, sh_p and b_t: which sound is missing?',
    'mishit, shiitake, cockle, assess, swanky, titanic, Dickens, Hancock',
    '!!!! ???? *** $$$ @ 4pm',
  ])('passes over: %s', (text) => {
    expect(marked(text)).toBe(text);
  });

  it('is in doubt where a name may be masked', () => {
    expect(read('Well done S***').map(({ confidence }) => confidence)).toEqual(['possible']);
  });

  it('is not misled by case or by what stands around', () => {
    const around = fc.constantFrom('', ' ', '(', '“', '\n', '… ', '🎉', 'Year 4 ', '#');
    const after = fc.constantFrom('', ' ', ')', '”', '!', '.', ', ok', '🎉');
    const word = fc.constantFrom('bollocks', 'sh1t', 'w@nker', 'wtf', 'arsehole', 'shiiit');
    fc.assert(
      fc.property(around, word, after, fc.boolean(), (before, said, behind, isLoud) => {
        const text = `${before}${isLoud ? said.toUpperCase() : said}${behind}`;
        expect(read(text)).toHaveLength(1);
      }),
    );
  });
});
