import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isMarkup } from './markup.ts';
import { toPlainText } from './plain-text.ts';

describe('isMarkup', () => {
  it('knows the tags of editors from other uses of <', () => {
    const html = ['<p>a</p>', 'a<br>b', 'a<br/>', '<a href="x">y</a>', '</span>', '<H2 id=x>a'];
    const text = ['1 < 2', 'I <3 school', '<piano>', 'a <- b', '<p', '<pupil>', '<<p >', '&amp;'];
    expect([html.filter(isMarkup), text.filter(isMarkup)]).toEqual([html, ['<<p >']]);
  });
});

describe('toPlainText', () => {
  it('gives a line for each paragraph, and the words of everything but scripts', () => {
    const texts: readonly [string, string][] = [
      ['<p>One</p><p>Two</p>', 'One\nTwo'],
      ['<p>One</p><p></p><p>Two</p>', 'One\n\nTwo'],
      ['<div>One</div><div><br></div><div>Two</div>', 'One\n\nTwo'],
      ['<p>One<br>Two<br/></p><p>Three</p>', 'One\nTwo\nThree'],
      ['<p>One<br><br>Two', 'One\n\nTwo'],
      ['<div>\n  <p>One</p>\n  <p>Two</p>\n</div>', 'One\nTwo'],
      ['<h1>One</h1>Two<ul><li>Three</li><li><p>Four</p></li></ul>', 'One\nTwo\nThree\nFour'],
      ['One<br>Two\nThree', 'One\nTwo\nThree'],
      ['<p>A <strong>b</strong><em>c</em>&nbsp;&nbsp;d</p>', 'A bc  d'],
      [
        '<p>Tom &amp; Jo &lt;3 &#x1F389; &eacute; &copy &nosuch; 1 < 2</p>',
        'Tom & Jo <3 🎉 é © &nosuch; 1 < 2',
      ],
      ['<p>See <a href="https://oakfield.example/a?b=1&c">our site</a></p>', 'See our site'],
      ['<p>a</p><script>alert("<p>b</p>")</script><style>p { x: y }</style><p>c</p>', 'a\nc'],
      ['<!-- <p>a</p> --><p>b</p>', 'b'],
      ['<p>&#xD800;&#0;</p>', '\ufffd\ufffd'],
      ['<p></p><div><br></div>', ''],
    ];
    for (const [html, text] of texts) expect([html, toPlainText(html)]).toEqual([html, text]);
  });

  it('never throws, and keeps what stands before a mess', () => {
    const pieces = fc.constantFrom(
      ...['<p>', '</p>', '<div', '>', '<', '</', 'a', ' ', '\n', '&', '&amp', ';', '&#x', '1', '"'],
      ...['=', '<br/>', '<!--', '-->', '<script>', '</script', '<![CDATA[', ']]>', '🎉', '\ud83d'],
    );
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 40 }), (parts) => {
        const text = toPlainText(`<p>b</p>${parts.join('')}`);
        expect(text).toMatch(/^b/u);
      }),
    );
  });

  it('keeps plain words as they are', () => {
    const words = fc.array(fc.constantFrom('Tom', 'é', '🎉', '2', 'Well-done!'), { minLength: 1 });
    fc.assert(
      fc.property(fc.array(words, { minLength: 1 }), (lines) => {
        const text = lines.map((line) => line.join(' '));
        expect(toPlainText(text.map((line) => `<p>${line}</p>`).join(''))).toBe(text.join('\n'));
      }),
    );
  });
});
