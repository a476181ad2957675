import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyAudit } from '../../../test/support/any-audit.ts';
import {
  AUDIT,
  AUDIT_HEAD,
  EMPTY_AUDIT,
  published,
  traceOf,
} from '../../../test/support/audit-summary.ts';
import type { Seen } from '../../../test/support/xml.ts';
import { parseElements, withDescendants } from '../../../test/support/xml.ts';
import type { AuditSummary } from '../../core/audit.ts';
import base from '../html.css?raw';
import { PLAIN } from '../options.ts';
import { html } from './html.ts';
import style from './page.css?raw';
import script from './page.js?raw';

const page = async (summary: AuditSummary, reveal = false): Promise<string> =>
  html(AUDIT_HEAD, { width: 80, reveal, paint: PLAIN }).end(summary);

const all = (written: string): readonly Seen[] =>
  parseElements(written, 'html').flatMap(withDescendants);

const sha = (text: string): string =>
  `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

const sectionOf = (written: string, id: string): Seen =>
  all(written).find(({ name, attributes }) => name === 'section' && attributes['id'] === id)!;

const within = (seen: Seen, name: string): readonly Seen[] =>
  withDescendants(seen).filter((one) => one.name === name);

const rowsOf = (section: Seen): readonly (readonly string[])[] =>
  within(section, 'tr').map(({ children }) => children.map(({ text }) => text));

/** Attributes that need no look: they hold a word of ours, a number or somebody’s escaped words. */
const HARMLESS = new Set(
  'id class scope role tabindex dir for type value hidden autocomplete viewbox width height rx x y d fill stroke transform rel title datetime charset name content http-equiv lang aria-label aria-labelledby aria-describedby aria-hidden data-severity data-rules data-due data-time text-anchor dominant-baseline font-size font-weight stroke-width stroke-dasharray stroke-linecap stroke-linejoin stroke-miterlimit fill-opacity paint-order'.split(
    ' ',
  ),
);

const ELEMENTS = new Set(
  'html head meta title style body a header h1 h2 h3 h4 p dl div dt dd nav ul ol li main section article figure figcaption blockquote mark sup br strong span bdi cite code time table caption thead tbody tfoot tr th td details summary svg desc path rect text g form label input select option button footer script'.split(
    ' ',
  ),
);

/** What a page that runs nothing and asks for nothing has no use for. */
const strangeIn = ({ name, attributes }: Seen): readonly string[] => [
  ...(ELEMENTS.has(name) ? [] : [`<${name}>`]),
  ...Object.entries(attributes)
    .filter(([key, value]) =>
      key === 'href'
        ? !(
            value.startsWith('#') ||
            (/^https?:\/\//iu.test(value) && attributes['rel'] === 'noreferrer')
          )
        : !HARMLESS.has(key.toLowerCase()),
    )
    .map(([key, value]) => `<${name} ${key}="${value}">`),
];

describe('html', () => {
  it('lets its own style sheet and script through and nothing else', async () => {
    const seen = all(await page(AUDIT));
    const [policy] = seen.filter(({ attributes }) => attributes['http-equiv']);
    expect(policy!.attributes['content']).toBe(
      `default-src 'none'; style-src ${sha(base + style)}; script-src ${sha(script)}; base-uri 'none'; form-action 'none'`,
    );
    expect(seen.filter(({ name }) => name === 'style').map(({ text }) => text)).toEqual([
      base + style,
    ]);
    expect(seen.filter(({ name }) => name === 'script').map(({ text }) => text)).toEqual([script]);
    expect(base + style).not.toMatch(/url\(|@import|<\//u);
    expect(script).not.toMatch(/<\/|innerHTML|eval|fetch|localStorage/u);
  });

  it('holds no element and no attribute but its own', async () => {
    await fc.assert(
      fc.asyncProperty(anyAudit, fc.boolean(), async ({ summary }, reveal) => {
        expect(all(await page(summary, reveal)).flatMap(strangeIn)).toEqual([]);
      }),
      { numRuns: 30 },
    );
  });

  it.each([
    ['an audit', AUDIT],
    ['an empty one', EMPTY_AUDIT],
  ])('leads to what it links, names nothing twice and skips no heading: %s', async (_, summary) => {
    const seen = all(await page(summary));
    const ids = seen.flatMap(({ attributes }) => attributes['id'] ?? []);
    expect(ids).toEqual([...new Set(ids)]);
    const linked = seen.flatMap(({ attributes }) => [
      ...(attributes['href']?.startsWith('#') ? [attributes['href'].slice(1)] : []),
      ...(attributes['aria-labelledby']?.split(' ') ?? []),
      ...(attributes['aria-describedby']?.split(' ') ?? []),
      ...(attributes['for'] ? [attributes['for']] : []),
    ]);
    expect(linked.filter((id) => !ids.includes(id))).toEqual([]);
    const levels = seen.flatMap(({ name }) => (/^h[1-6]$/u.test(name) ? [Number(name[1])] : []));
    expect(levels.filter((level, index) => level > (levels[index - 1] ?? 0) + 1)).toEqual([]);
  });

  it('shows sums that add up, and says so where they do not', async () => {
    const rows = rowsOf(sectionOf(await page(AUDIT), 'looked-at')).slice(1);
    const counts = rows.map(([, count]) => Number(count!.replace(',', '')));
    expect(counts.slice(0, -1).reduce((sum, count) => sum + count, 0)).toBe(counts.at(-1));
    const lost = await page({ ...AUDIT, sums: { ...AUDIT.sums, read: 1503 } });
    expect(rowsOf(sectionOf(lost, 'looked-at'))).toContainEqual([
      'Not accounted for: please report this',
      '3',
    ]);
  });

  it('tells of each post that must come down where it is, what it breaks and what to do', async () => {
    const written = await page(AUDIT);
    expect(written.slice(written.indexOf('<article'), written.indexOf('</article>')))
      .toMatchInlineSnapshot(`
        "<article aria-labelledby="due-1">
        <h3 id="due-1">1. <time datetime="2026-09-08T19:42:00+01:00">Tue 8 Sep 2026, 19:42</time></h3>
        <p class="where"><a href="https://x.com/OakfieldPrimary/status/1001" rel="noreferrer">Open this post</a> · id <bdi>1001</bdi> · oakfield-archive.zip › data/tweets.js, line 11, record 1</p>
        <figure><figcaption>The post’s text</figcaption><blockquote dir="auto">Well done to <mark class="error">O•••</mark> <mark class="error">M•••</mark> in Y5!</blockquote></figure>
        <p class="todo"><strong>What to do:</strong> Delete this post.</p>
        <ul class="findings">
        <li class="error"><h4><span class="badge error">✖ Error</span> This post names a child.</h4><dl><div><dt>Seen</dt><dd>Praise, then a given name and a surname</dd></div>
        <div><dt>Policy</dt><dd>A child is never named in a post. <cite>Oakfield Primary Social Media Policy · Photographs and names (4.2) · adopted 2 Sep 2026 · rule <code>no-child-names</code></cite></dd></div>
        <div><dt>To post it again</dt><dd>Write about the class or the team instead.</dd></div>
        </dl>
        </li>
        </ul>"
      `);
  });

  it('shows names when it is asked to, and an address that holds one only then', async () => {
    const post = {
      ...published('Well done ⟦Olwen⟧', '1001', '2026-09-08T19:42:00+01:00', {
        trace: traceOf({ url: 'https://oakfield.example/olwen' }),
      }),
      isDue: true,
    };
    const summary = { ...AUDIT, listed: [post], listable: 1 };
    expect(await page(summary)).not.toMatch(/olwen/iu);
    const shown = await page(summary, true);
    expect(shown).toContain('href="https://oakfield.example/olwen"');
    expect(shown).toContain('<mark class="error">Olwen</mark>');
  });

  it('links nothing that a browser would run', async () => {
    const post = {
      ...published('Well done', '1001', '2026-09-08T19:42:00+01:00', {
        trace: traceOf({ url: 'javascript:alert(1)' }),
        found: () => [AUDIT.listed[0]!.findings[0]!],
      }),
      isDue: true,
    };
    const written = await page({ ...AUDIT, listed: [post] });
    expect(written).not.toContain('javascript:');
    expect(written).toContain('no address known');
  });

  it('compares with the period before in words', async () => {
    const rows = rowsOf(sectionOf(await page(AUDIT), 'figures'));
    const changes = rows.map((cells) =>
      cells.find((cell) => /^(?:Change|[▼▲=] )/u.test(cell) && !/Warning/u.test(cell)),
    );
    expect(changes).toEqual([
      'Change',
      '▼ 2 fewer',
      '▲ 1 more',
      '▼ 2 fewer',
      '▼ 3 fewer',
      'Change',
      '▼ 2 fewer',
      '▲ 1 more',
      '▼ 1 fewer',
    ]);
  });

  it('lists posts in a table that can be read without its script', async () => {
    const section = sectionOf(await page(AUDIT), 'posts');
    const [form] = within(section, 'form');
    expect(form!.attributes).toHaveProperty('hidden');
    expect(rowsOf(section)).toEqual([
      ['Time', 'Severity', 'Rules', 'Text', 'State'],
      [
        'Tue 8 Sep 2026, 19:42',
        '✖ Error',
        'no-child-names',
        'Well done to O••• M••• in Y5!',
        'must come down',
      ],
      ['Tue 3 Nov 2026, 10:05', '✖ Error', 'no-child-names', 'B••• scored twice.', 'deleted'],
      ['Sat 14 Nov 2026, 22:15', '▲ Warning', 'school-hours', 'Goodnight from camp', 'still up'],
    ]);
  });

  it('says where the rest is when the table has no room for it', async () => {
    const { text } = sectionOf(await page({ ...AUDIT, listable: 5812 }), 'posts');
    expect(text).toContain('the first 3 of 5,812 posts');
    expect(text).toContain('--format csv');
  });

  it('has a table with the figures behind each plot', async () => {
    const written = await page(AUDIT);
    const plots = all(written).filter(({ attributes }) => attributes['role'] === 'img');
    expect(
      plots.map(({ children }) => children.slice(0, 2).map(({ name, text }) => `${name}: ${text}`)),
    ).toMatchInlineSnapshot(`
      [
        [
          "title: Posts by weekday and hour",
          "desc: A map of seven days by 24 hours on the clocks of Europe/London. The fullest hour is Monday from 11:00, with 3 posts. Outlined is what is permitted: Monday to Friday, 08:00 to 17:00.",
        ],
        [
          "title: Findings and posts per week",
          "desc: Two rows of bars over 11 weeks: findings above, posts below. Most findings, 2, are in the week of 7 Sep 2026. Broken lines show where terms begin and end: Autumn term 2026.",
        ],
        [
          "title: What posts were for",
          "desc: Bars, the longest first: Achievements 30 (39 %), Events 15 (19 %), Passed on 12 (16 %), Notices 8 (10 %), Other 5 (6 %), Learning 4 (5 %), Replies 2 (3 %), Thanks 1 (1 %).",
        ],
      ]
    `);
    const cellsOf = (id: string): readonly (readonly string[])[] =>
      within(sectionOf(written, id), 'details').flatMap(rowsOf);
    expect(cellsOf('weeks').map(([week, posts]) => `${week} ${posts}`)).toMatchInlineSnapshot(`
      [
        "Week of Posts",
        "31 Aug 2026 5",
        "7 Sep 2026 20",
        "14 Sep 2026 12",
        "21 Sep 2026 0",
        "28 Sep 2026 0",
        "5 Oct 2026 0",
        "12 Oct 2026 0",
        "19 Oct 2026 0",
        "26 Oct 2026 0",
        "2 Nov 2026 15",
        "9 Nov 2026 8",
        "All 60",
      ]
    `);
    expect(cellsOf('when')[1]).toEqual([
      'Monday',
      ...AUDIT.hours[0]!.map(String),
      String(AUDIT.hours[0]!.reduce((sum, count) => sum + count, 0)),
    ]);
    expect(cellsOf('purposes')).toHaveLength(10);
  });

  it('explains every figure that it links', async () => {
    const written = await page(AUDIT);
    const explained = within(sectionOf(written, 'how'), 'dt').map(
      ({ attributes }) => attributes['id'],
    );
    const linked = all(written).flatMap(({ attributes }) =>
      attributes['href']?.startsWith('#how-') ? [attributes['href'].slice(1)] : [],
    );
    expect(new Set(linked)).toEqual(new Set(explained));
  });

  const saidIn = async (id: string, summary: AuditSummary): Promise<string> =>
    sectionOf(await page(summary), id).text;

  it('tells how the posts with errors and those that must come down go together', async () => {
    const errors = { due: 1, deleted: 1, otherwise: 2, guesses: 1 };
    const summary = { ...AUDIT, posts: { ...AUDIT.posts, error: 5 }, errors };
    expect(await saidIn('down', summary)).toContain(
      '5 posts have an error: 1 must come down, 1 is deleted already, 2 are wrong only in when or how they were sent, which deleting does not mend, 1 is only perhaps wrong.',
    );
  });

  it('counts of a running period the days that have passed', async () => {
    expect(await saidIn('how', AUDIT)).toContain(
      'Of “now” 83 days have passed, today included; “before” has 94: the figures are compared as they are.',
    );
    expect(await saidIn('how', { ...AUDIT, today: '2027-01-04' })).toContain(
      'They have 108 days and 94 days: the figures are compared as they are.',
    );
    const { previous } = AUDIT;
    const alike = { ...AUDIT, previous: { ...previous!, from: '2026-05-01' } };
    expect(await saidIn('how', alike)).toContain('and “before” is as long.');
  });

  it('shows the words of what was excused', async () => {
    const cells = rowsOf(sectionOf(await page(AUDIT), 'excused'));
    expect(cells.map((row) => row[1])).toEqual([
      'Its words',
      'Tombola at the winter fair with O•••',
    ]);
  });

  it('tells the title of a film from the description of a picture', async () => {
    const [first] = AUDIT.listed;
    const inAlt = [{ ...first!.findings[0]!, where: 'media[0].alt' as const }];
    const media = [{ file: 'media/1001-bulbs.mp4', alt: 'Well done to Olwen Marsh' }];
    const film = { ...first!, findings: inAlt, post: { ...first!.post, media } };
    expect(await saidIn('down', { ...AUDIT, listed: [film] })).toContain(
      'Title or description of film 1',
    );
  });
});
