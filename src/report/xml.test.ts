import { expect, it } from 'vitest';
import { element, escapeXml, opening } from './xml.ts';

it.each([
  ['Year 5 & <b>6</b>', 'Year 5 &amp; &lt;b&gt;6&lt;/b&gt;'],
  [`"quoted" and 'quoted'`, '&quot;quoted&quot; and &#39;quoted&#39;'],
  [']]>', ']]&gt;'],
  ['&lt;', '&amp;lt;'],
  ['nul\0 escape\x1b bell\x07', 'nul␀ escape␛ bell␇'],
  ['half \ud83d, not a character \ufffe', 'half \\u{d83d}, not a character \\u{fffe}'],
  ['two\nlines', 'two␊lines'],
  ['right \u202e to left', 'right \\u{202e} to left'],
  ['👩‍🚀 Łódź مرحبا', '👩‍🚀 Łódź مرحبا'],
])('writes %j as %j', (text, written) => {
  expect(escapeXml(text)).toBe(written);
});

it('leaves out attributes that nobody knows, and closes what is empty', () => {
  expect(opening('error', { line: 3, column: undefined, message: '"<&' })).toBe(
    '<error line="3" message="&quot;&lt;&amp;">',
  );
  expect(element('error', { line: 3 })).toBe('<error line="3"/>');
  expect(element('p', {}, ['a', '<br>', 'b'])).toBe('<p>a<br>b</p>');
});
