import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyReport } from '../../test/support/any-report.ts';
import { CI_REPORT } from '../../test/support/ci-report.ts';
import { finding, judged, reportOf } from '../../test/support/oakfield-report.ts';
import { github } from './github.ts';
import { PLAIN, renderWith } from './options.ts';

const render = renderWith(github);
const options = { width: 80, reveal: false, paint: PLAIN };
const hidden = { ...options, reveal: true };

interface Command {
  readonly name: string;
  readonly properties: Readonly<Record<string, string>>;
  readonly data: string;
}

/** A line as GitHub’s runner reads it; undefined for one that it only prints. */
const commandIn = (line: string): Command | undefined => {
  const found = /^\s*::(\S+)(?: ([^:]*))?::(.*)$/su.exec(line);
  if (!found) return undefined;
  const unescape = (text: string): string =>
    text
      .replaceAll('%0D', '\r')
      .replaceAll('%0A', '\n')
      .replaceAll('%3A', ':')
      .replaceAll('%2C', ',')
      .replaceAll('%25', '%');
  const pairs = (found[2] ?? '').split(',').map((pair) => {
    const [key = '', ...rest] = pair.split('=');
    return [key, unescape(rest.join('='))] as const;
  });
  return {
    name: found[1]!,
    properties: Object.fromEntries(pairs),
    data: found[3]!.replaceAll('%0D', '\r').replaceAll('%0A', '\n').replaceAll('%25', '%'),
  };
};

const commandsOf = (written: string): readonly Command[] =>
  written.split('\n').flatMap((line) => commandIn(line) ?? []);

describe('github', () => {
  it('annotates what is wrong where it stands, names masked', () => {
    expect(`\n${render(CI_REPORT, options)}`).toMatchInlineSnapshot(`
      "
      ::error file=queue/week 2.csv,line=7,col=3,title=Could not be read::The time “25:00” cannot be read: write it as 17:30.
      ::error file=policy-lint.yaml,title=Could not be read::This file is 100%25 empty.
      ::error file=drafts/o•••.txt,line=5,endLine=5,col=11,endColumn=20,title=no-child-names::This post names a child.%0APolicy: A child is never named in a post. (Oakfield Primary Social Media Policy · Photographs and names (4.2) · adopted 2 Sep 2026)%0ATry: Write about the class or the team instead.
      ::warning file=drafts/o•••.txt,line=1,title=school-hours::This post goes out after hours.%0APolicy: Posts go out on working days between 8:00 and 17:00. (Oakfield Primary Social Media Policy · When we post (3.3) · adopted 2 Sep 2026)%0ATry: Post it on the next working day.
      ::warning file=queue/week 1.csv,line=13,endLine=13,col=6,endColumn=12,title=no-other-handles::This handle has not been approved.%0APolicy: Only approved accounts may be mentioned. (Oakfield Primary Social Media Policy · Accounts (2.1) · adopted 2 Sep 2026)%0ATry: Leave the handle out, or ask for it to be approved.%0AWhere: record 3, column “Message”.
      ::notice file=queue/week 1.csv,line=12,endLine=12,col=29,endColumn=43,title=no-other-handles (a guess)::This handle has not been approved.%0AThis is only a guess: please look for yourself.%0APolicy: Only approved accounts may be mentioned. (Oakfield Primary Social Media Policy · Accounts (2.1) · adopted 2 Sep 2026)%0ATry: Leave the handle out, or ask for it to be approved.%0AWhere: record 3, column “Message”.
      ::notice file=waivers.yaml,line=9,title=waiver expired::This exception ended on 2 November 2026: renew it or take it out.
      ✖ 1 post to change · 1 to look at · 2 problems: not everything could be read · 1 exception in force · 1 finding known from the baseline
      "
    `);
  });

  it('shows names when asked to', () => {
    expect(render(CI_REPORT, hidden)).toContain('file=drafts/olwen.txt,line=5');
  });

  it('says one quiet line when there is nothing to change', () => {
    expect(render(reportOf([judged('Sports day')]), options)).toBe('✔ Nothing to change\n');
  });

  it('escapes what a file name and a message may hold', () => {
    const post = judged('⟦Olwen⟧', {
      post: { origin: { file: 'a,b:100%\n::error::x.csv', line: 1, record: 1 } },
      names: [],
      found: () => [finding('school-hours', null, { message: '50% of\r\nit: a, b' })],
    });
    const [command] = commandsOf(render(reportOf([post]), options));
    expect(command).toMatchObject({
      name: 'warning',
      properties: { file: 'a,b:100%␊::error::x.csv', line: '1', title: 'school-hours' },
      data: expect.stringMatching(/^50% of␍␊it: a, b\n/u) as string,
    });
  });

  it('gives no column for more than one line, and no line break to itself', () => {
    const post = judged('One\nand ⟦two\nthree⟧\n⟦four\n⟧five', {
      post: { origin: { file: 'a.txt', line: 1, record: 1, textLine: 1 } },
    });
    const places = commandsOf(render(reportOf([post]), options)).map(
      ({ properties }) => properties,
    );
    const title = 'no-child-names';
    expect(places).toEqual([
      { file: 'a.txt', line: '2', endLine: '3', title },
      { file: 'a.txt', line: '4', endLine: '4', title },
    ]);
  });

  it('prints the ten worst and surest of each kind and counts the rest', () => {
    const noisy = judged('⟦x⟧ '.repeat(15), {
      names: [],
      found: (spans) => [
        ...spans.map((span) => finding('no-other-handles', span, { confidence: 'likely' })),
        ...spans.map((span) => finding('no-child-names', span, { confidence: 'possible' })),
        ...spans.slice(0, 4).map((span) => finding('no-other-handles', span)),
        ...spans.slice(0, 3).map((span) => finding('school-hours', span, { severity: 'info' })),
      ],
    });
    const grave = judged('⟦y⟧ '.repeat(9), { names: [] });
    const report = reportOf(
      [noisy, grave],
      [
        { file: 'a.csv', message: 'Unreadable.' },
        { file: 'b.csv', message: 'Unreadable.' },
      ],
    );
    const written = render(report, options);
    const told = commandsOf(written).map(
      ({ name, properties }) => `${name} ${properties['title']!}`,
    );
    expect(told).toEqual([
      ...Array<string>(2).fill('error Could not be read'),
      ...Array<string>(8).fill('error no-child-names'),
      ...Array<string>(10).fill('warning no-other-handles'),
      ...Array<string>(3).fill('notice school-hours'),
    ]);
    expect(written.split('\n').slice(-3)).toEqual([
      'Not annotated: 25 findings. GitHub shows 10 of each kind; --format text shows all.',
      '✖ 1 post to change · 1 to look at · 2 problems: not everything could be read',
      '',
    ]);
  });

  it('commands nothing but annotations of its own, whatever is reported', () => {
    fc.assert(
      fc.property(anyReport, fc.boolean(), (report, reveal) => {
        const written = render(report, { ...options, reveal });
        const commands = commandsOf(written);
        const counted = { error: 0, warning: 0, notice: 0 };
        for (const { name, properties, data } of commands) {
          expect(Object.keys(counted)).toContain(name);
          counted[name as keyof typeof counted] += 1;
          for (const key of Object.keys(properties)) {
            expect(['file', 'line', 'endLine', 'col', 'endColumn', 'title']).toContain(key);
          }
          expect(data).not.toBe('');
          const isOneLine = (properties['endLine'] ?? properties['line']) === properties['line'];
          expect('col' in properties && !isOneLine).toBe(false);
        }
        expect(Math.max(...Object.values(counted))).toBeLessThanOrEqual(10);
        expect(written).not.toContain('##[');
        const findings = report.posts.reduce((sum, post) => sum + post.findings.length, 0);
        const { problems, notices } = report;
        expect(commands.length).toBe(findings + problems.length + notices.length);
      }),
    );
  });
});
