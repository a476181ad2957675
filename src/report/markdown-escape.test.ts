import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hostileText } from '../../test/support/any-report.ts';
import { visible } from './cells.ts';
import { escapeMarkdown } from './markdown-escape.ts';

describe('escapeMarkdown', () => {
  it.each([
    ['This post names a child.', 'This post names a child.'],
    ['17:42 is later than 17:00', '17:42 is later than 17:00'],
    ['a | b\\| c', 'a \\| b\\\\\\| c'],
    ['`code` *bold* _soft_ ~~gone~~', '\\`code\\` \\*bold\\* \\_soft\\_ \\~\\~&#8203;gone\\~\\~'],
    ['![x](javascript:alert(1))', '!\\[x\\](javascript:alert(1))'],
    ['<script>&amp;</script>', '&lt;script&gt;&amp;&#8203;amp;&lt;/script&gt;'],
    ['<!-- hidden -->', '&lt;!-- hidden --&gt;'],
    ['Thanks @AshgroveSchool', 'Thanks @&#8203;AshgroveSchool'],
    ['head@oakfield.example', 'head@&#8203;oakfield.example'],
    ['see https://oakfield.example/a', 'see https:&#8203;//oakfield.example/a'],
    ['see WWW.oakfield.example', 'see WWW&#8203;.oakfield.example'],
    ['seewww.oakfield.example', 'seewww&#8203;.oakfield.example'],
    ['well done :tada: at 10:42', 'well done :&#8203;tada: at 10:42'],
    ['#12 and #SportsDay', '\\#&#8203;12 and \\#&#8203;SportsDay'],
    ['$x$ costs £5', '&#36;&#8203;x&#36; costs £5'],
    ['{{ site.title }}', '\\{\\{ site.title \\}\\}'],
    ['# heading', '\\# heading'],
    ['- item', '\\- item'],
    ['12. item', '12\\. item'],
    ['12.5 miles', '12.5 miles'],
    ['Well done!', 'Well done!'],
    ['=====', '\\====='],
    ['::error::x', '\\::&#8203;error::x'],
    ['##[error]x', '\\#\\\\u\\{23\\}\\[error\\]x'],
    ['    code', 'code'],
    ['two\r\nlines\u202e', 'two␍␊lines\\\\u\\{202e\\}'],
    ['', ''],
  ])('writes %j as %j', (text, written) => {
    expect(escapeMarkdown(text)).toBe(written);
  });

  it('loses nothing that a reader sees', () => {
    const read = (markdown: string): string =>
      markdown
        .replace(/\\([!-/:-@[-`{-~])/gu, '$1')
        .replaceAll('&#8203;', '')
        .replaceAll('&#36;', '$')
        .replaceAll('&lt;', '<')
        .replaceAll('&gt;', '>')
        .replaceAll('&amp;', '&');
    fc.assert(
      fc.property(hostileText, (text) => {
        expect(read(escapeMarkdown(text))).toBe(visible(text).trim());
      }),
    );
  });

  it('is one line whose signs are all escaped', () => {
    const ACTIVE = /(?<!\\)(?:\\\\)*[`*_[\]|~!^<>]|\n|@(?!&)|:\/\//u;
    fc.assert(
      fc.property(hostileText, (text) => {
        expect(ACTIVE.exec(escapeMarkdown(text))?.[0]).toBeUndefined();
      }),
    );
  });
});
