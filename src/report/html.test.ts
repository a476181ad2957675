import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyReport } from '../../test/support/any-report.ts';
import { MIXED } from '../../test/support/mixed-report.ts';
import { finding, judged, reportOf } from '../../test/support/oakfield-report.ts';
import type { Seen } from '../../test/support/xml.ts';
import { parseElements, withDescendants } from '../../test/support/xml.ts';
import { html as format } from './html.ts';
import style from './html.css?raw';
import { PLAIN, renderWith } from './options.ts';

const html = renderWith(format);
const options = { width: 80, reveal: false, paint: PLAIN };

const all = (written: string): readonly Seen[] =>
  parseElements(written, 'html').flatMap(withDescendants);

const named = (written: string, name: string): readonly Seen[] =>
  all(written).filter((seen) => seen.name === name);

const bodyOf = (written: string): string => written.slice(written.indexOf('<body>'));

/** Every element of the page with every attribute that it may have, and what may stand in it. */
const OURS: Readonly<Record<string, Readonly<Record<string, RegExp>>>> = {
  html: { lang: /^en-GB$/u },
  head: {},
  meta: {
    charset: /^utf-8$/u,
    'http-equiv': /^Content-Security-Policy$/u,
    name: /^(?:viewport|robots|referrer)$/u,
    content:
      /^(?:default-src 'none'; [^"]*|width=device-width, initial-scale=1|noindex|no-referrer)$/u,
  },
  title: {},
  style: {},
  body: {},
  main: {},
  section: {},
  article: { 'aria-labelledby': /^post-\d+$/u },
  h1: {},
  h2: {},
  h3: { id: /^post-\d+$/u, dir: /^auto$/u },
  h4: {},
  p: { class: /^(?:verdict (?:error|warning|good)|where)$/u },
  span: { class: /^(?:note|badge)$/u },
  strong: {},
  sup: {},
  br: {},
  mark: { class: /^(?:error|warning|info|guess)$/u },
  time: { datetime: /^2026-11-23T[\d:+]+$/u },
  figure: {},
  figcaption: {},
  blockquote: { class: /^try$/u, dir: /^auto$/u },
  ul: { class: /^findings$/u },
  ol: { class: /^findings$/u },
  li: { class: /^(?:error|warning|info|guess)$/u },
  dl: { class: /^figures$/u },
  div: { class: /^scroll$/u, role: /^region$/u, tabindex: /^0$/u, 'aria-label': /^Exceptions$/u },
  dt: {},
  dd: {},
  cite: {},
  code: {},
  table: {},
  caption: {},
  thead: {},
  tbody: {},
  tr: {},
  th: { scope: /^(?:row|col)$/u },
  td: {},
  footer: {},
};

const strangeIn = ({ name, attributes }: Seen): readonly string[] => {
  const allowed = OURS[name];
  if (!allowed) return [`<${name}>`];
  return Object.entries(attributes)
    .filter(([key, value]) => !allowed[key]?.test(value))
    .map(([key, value]) => `<${name} ${key}="${value}">`);
};

describe('html', () => {
  it('is a page for a person, names masked', () => {
    expect(bodyOf(html(MIXED, options))).toMatchInlineSnapshot(`
      "<body>
      <main>
      <h1>Posts checked</h1>
      <p class="verdict error">✖ 1 post to change · 1 to look at · 1 problem: not everything could be read · 1 exception in force · 1 finding known from the baseline · 1 copy for other channels not repeated</p>
      <dl class="figures"><div><dt>to change</dt><dd>1</dd></div><div><dt>to look at</dt><dd>1</dd></div><div><dt>ready</dt><dd>1</dd></div><div><dt>not read</dt><dd>1</dd></div><div><dt>exceptions in force</dt><dd>1</dd></div><div><dt>known from the baseline</dt><dd>1</dd></div><div><dt>copies not repeated</dt><dd>1</dd></div></dl>
      <section>
      <h2>Could not be read</h2>
      <ul>
      <li><strong>queue.csv, line 9, column 4</strong>: The time cannot be read.</li>
      </ul>
      </section>
      <section>
      <h2>Posts</h2>
      <article aria-labelledby="post-1">
      <h3 id="post-1" dir="auto">o•••-d•••</h3>
      <p class="where"><time datetime="2026-11-23T10:42:00+00:00">Mon 23 Nov 2026, 10:42</time> · queue.csv, line 2, record 1</p>
      <figure><figcaption>The post’s text</figcaption><blockquote dir="auto">Well done <mark class="error">O•••</mark><sup>1</sup> &amp; &lt;team&gt;!<br>Thanks, <mark class="warning">@hexleyrunners</mark><sup>3</sup></blockquote></figure>
      <figure><figcaption>Alt text of picture 1</figcaption><blockquote dir="auto"><mark class="error">O•••</mark><sup>1</sup> with a medal</blockquote></figure>
      <ol class="findings">
      <li class="error"><h4><span class="badge">Error</span> This post names a child.</h4>
      <dl>
      <dt>Why</dt><dd><p>Praise, then a given name and a surname</p></dd>
      <dt>Policy</dt><dd><p>A child is never named in a post.</p><p><cite>Oakfield Primary Social Media Policy · Photographs and names (4.2) · adopted 2 Sep 2026</cite></p></dd>
      <dt>Try</dt><dd><p>Write about the year group <span class="note">(checked again: settles this; read it through yourself)</span></p><blockquote class="try" dir="auto">Well done &amp; &lt;team&gt;!<br>Thanks, @hexleyrunners</blockquote></dd>
      <dt>Rule</dt><dd><p><code>oakfield-2026/no-child-names</code></p></dd>
      </dl>
      </li>
      <li class="warning"><h4><span class="badge">Warning</span> This post goes out after hours.</h4>
      <dl>
      <dt>Why</dt><dd><p>17:42 is later than 17:00</p></dd>
      <dt>Policy</dt><dd><p>Posts go out on working days between 8:00 and 17:00.</p><p><cite>Oakfield Primary Social Media Policy · When we post (3.3) · adopted 2 Sep 2026</cite></p></dd>
      <dt>Try</dt><dd><p>Post it on Tuesday <span class="note">(checked again: settles this)</span></p><blockquote class="try" dir="auto">Mon 23 Nov 2026, 10:42 → Tue 24 Nov 2026, 08:00</blockquote></dd>
      <dt>Rule</dt><dd><p><code>oakfield-2026/school-hours</code></p></dd>
      </dl>
      </li>
      <li class="warning"><h4><span class="badge">Warning</span> This handle has not been approved.</h4>
      <dl>
      <dt>Why</dt><dd><p>A handle that is not one of the school’s own accounts</p></dd>
      <dt>Policy</dt><dd><p>Only approved accounts may be mentioned.</p><p><cite>Oakfield Primary Social Media Policy · Accounts (2.1) · adopted 2 Sep 2026</cite></p></dd>
      <dt>Try</dt><dd><p>Leave the handle out, or ask for it to be approved.</p></dd>
      <dt>Rule</dt><dd><p><code>oakfield-2026/no-other-handles</code></p></dd>
      </dl>
      </li>
      </ol>
      </article>
      <article aria-labelledby="post-2">
      <h3 id="post-2" dir="auto">queue.csv#3</h3>
      <p class="where">not scheduled yet · queue.csv, line 6, record 3</p>
      <figure><figcaption>The post’s text</figcaption><blockquote dir="auto">Is <mark class="guess">R•••</mark> out today?</blockquote></figure>
      <ul class="findings">
      <li class="guess"><h4><span class="badge">Maybe</span> This post names a child.</h4>
      <dl>
      <dt>Why</dt><dd><p>Praise, then a given name and a surname</p><p>This is only a guess: please look for yourself.</p></dd>
      <dt>Policy</dt><dd><p>A child is never named in a post.</p><p><cite>Oakfield Primary Social Media Policy · Photographs and names (4.2) · adopted 2 Sep 2026</cite></p></dd>
      <dt>Try</dt><dd><p>Write about the class or the team instead.</p></dd>
      <dt>Rule</dt><dd><p><code>oakfield-2026/no-child-names</code></p></dd>
      </dl>
      </li>
      </ul>
      </article>
      </section>
      <section>
      <h2>Exceptions in force</h2>
      <div class="scroll" role="region" tabindex="0" aria-label="Exceptions"><table>
      <caption>Findings that somebody answers for, until the day given.</caption><thead><tr><th scope="col">Post</th><th scope="col">Rule</th><th scope="col">Reason</th><th scope="col">Approved by</th><th scope="col">Until</th></tr></thead>
      <tbody>
      <tr><th scope="row">queue.csv › queue.csv#4</th><td>oakfield-2026/school-hours</td><td>O•••’s parents wait for news from the residential</td><td>A. Reed</td><td>30 Nov 2026</td></tr>
      </tbody></table></div>
      </section>
      <section>
      <h2>Notices</h2>
      <ul>
      <li><strong>queue.csv, line 8</strong>: Two posts go out at one minute.</li>
      </ul>
      </section>
      <section>
      <h2>Not checkable</h2>
      <ul>
      <li>in 5 posts, because there is no pupil list (oakfield-2026/initials)</li>
      </ul>
      </section>
      </main>
      <footer>policy-lint 1.2.3 · Oakfield Primary Social Media Policy, adopted 2 Sep 2026</footer>
      </body>
      </html>
      "
    `);
  });

  it('lets its own style sheet through and nothing else', () => {
    const written = html(MIXED, options);
    const hash = createHash('sha256').update(style).digest('base64');
    const [policy] = named(written, 'meta').filter(({ attributes }) => attributes['http-equiv']);
    expect(policy!.attributes['content']).toBe(
      `default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'`,
    );
    expect(named(written, 'style').map(({ text }) => text)).toEqual([style]);
    expect(style).not.toMatch(/url\(|@import|<\//u);
  });

  it('is short when there is nothing to say', () => {
    const written = html(reportOf([judged('Hello')]), options);
    expect(named(written, 'p').map(({ text }) => text)).toEqual(['✔ Nothing to change']);
    expect(named(written, 'h2')).toEqual([]);
  });

  it('shows names when it is asked to', () => {
    expect(html(MIXED, { ...options, reveal: true })).toContain(
      'Well done <mark class="error">Olwen</mark>',
    );
  });

  it('says how many posts it has no room for', () => {
    const post = judged('⟦🎉⟧ '.repeat(500));
    const written = html(reportOf(Array.from({ length: 13 }, () => post)), options);
    expect(named(written, 'article')).toHaveLength(10);
    expect(written).toContain('<p>3 more posts with findings: this page has no room for them.</p>');
  });

  it('stays short for a post of a million signs and ten thousand findings', () => {
    const long = `${'a'.repeat(500_000)} ⟦Olwen⟧ ${'🎉'.repeat(250_000)}`;
    const post = judged(long, {
      found: ([name]) => [
        finding('no-child-names', name!, { suggestions: [{ title: 'Leave it out', text: long }] }),
      ],
    });
    expect(bodyOf(html(reportOf([post]), options)).length).toBeLessThan(6000);
    const many = judged('⟦🎉⟧ '.repeat(10_000));
    expect(bodyOf(html(reportOf([many]), options)).length).toBeLessThan(12_000);
  });
});

describe('html of any report', () => {
  it('holds no element and no attribute but its own', () => {
    fc.assert(
      fc.property(anyReport, fc.boolean(), (report, reveal) => {
        expect(all(html(report, { ...options, reveal })).flatMap(strangeIn)).toEqual([]);
      }),
    );
  });

  it('has a card for each post with findings and a row for each exception', () => {
    fc.assert(
      fc.property(anyReport, (report) => {
        const written = html(report, options);
        const flagged = report.posts.filter(({ findings }) => findings.length > 0);
        const waived = report.posts.flatMap((post) => post.waived);
        expect(named(written, 'article')).toHaveLength(flagged.length);
        expect(named(written, 'tr')).toHaveLength(waived.length === 0 ? 0 : waived.length + 1);
      }),
    );
  });

  it('skips no level of heading', () => {
    fc.assert(
      fc.property(anyReport, (report) => {
        const levels = all(html(report, options))
          .filter(({ name }) => /^h\d$/u.test(name))
          .map(({ name }) => Number(name.slice(1)));
        expect(levels[0]).toBe(1);
        const jumps = levels.slice(1).filter((level, index) => level > levels[index]! + 1);
        expect(jumps).toEqual([]);
      }),
    );
  });
});

/** Relative luminance of sRGB, as WCAG 2 defines it. */
const luminance = (hex: string): number => {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const share = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
};

const contrast = (one: string, other: string): number => {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
};

describe('the colours of the page', () => {
  const [light, dark] = [...style.matchAll(/:root \{[^}]*\}/gu)].map(
    ([block]) =>
      new Map([...block.matchAll(/--([\w-]+): (#\w{6});/gu)].map(([, key, hex]) => [key!, hex!])),
  );
  const pairs = [
    ...['ink', 'soft'].flatMap((ink) => [`${ink} on page`, `${ink} on card`]),
    ...['error', 'warning', 'info', 'good'].map((tone) => `${tone} on ${tone}-back`),
  ];

  it.each(pairs)('%s is legible in light and in dark', (pair) => {
    const [ink = '', back = ''] = pair.split(' on ');
    for (const colours of [light!, dark!]) {
      expect(contrast(colours.get(ink)!, colours.get(back)!)).toBeGreaterThanOrEqual(4.5);
    }
  });
});
