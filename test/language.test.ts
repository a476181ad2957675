import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { runBinary } from './support/binary.ts';

const MONDAY = ['--at', '2026-11-23T10:00'];

let cwd: string;

beforeEach(() => {
  cwd = mkdtempSync(path.join(tmpdir(), 'oakfield-language-'));
  write('tagged.txt', 'Thank you @HexleyLibrary for the books\n');
  write('ours.yaml', OURS);
});
afterEach(() => rmSync(cwd, { recursive: true }));

const write = (file: string, content: string): void => {
  mkdirSync(path.dirname(path.join(cwd, file)), { recursive: true });
  writeFileSync(path.join(cwd, file), content);
};

const read = (file: string): string => readFileSync(path.join(cwd, file), 'utf8');

const run = (...args: readonly string[]) => runBinary(args, { cwd });

/** What a run under a policy says when it cannot start. */
const refused = (policy: string) => {
  const { exitCode, stdout, stderr } = run('tagged.txt', '-p', policy, ...MONDAY);
  return { exitCode, stdout, stderr };
};

const refusal = (...lines: readonly string[]) => ({
  exitCode: 2,
  stdout: '',
  stderr: lines.map((line) => `${line}\n`).join(''),
});

const findings = (...args: readonly string[]): readonly string[] => {
  const { stdout, stderr } = run(...args, ...MONDAY, '--format', 'json');
  if (stdout === '') throw new Error(stderr);
  const { posts } = JSON.parse(stdout) as {
    posts: { findings: { rule: string; severity: string; message: string }[] }[];
  };
  return posts.flatMap((post) =>
    post.findings.map(({ rule, severity, message }) => `${rule} ${severity}: ${message}`),
  );
};

const OURS = `policy: { id: ours, title: Our policy, timezone: Europe/London, reviewDue: 2001-02-03 }
clauses:
  - { id: "1", section: Names, kind: draft, requires: Nobody is tagged. }
  - { id: "2", section: Account, kind: archive, requires: The account is public. }
  - { id: "3", section: Account, kind: attest, requires: The password changes., signOff: { owner: headteacher, every: year } }
  - { id: "4", section: Network, kind: outside, requires: Leave the router on., why: nothing to do with posts }
  - { id: "5", section: Ours, kind: draft, requires: No raffles. }
audits:
  - { id: open, clause: "2", severity: error, audit: account-visibility, with: { want: public } }
rules:
  - id: no-tags
    clause: "1"
    severity: warning
    check: mention
    message: This tags somebody.
    examples: { flags: ["With ⟦@AshgroveSchool⟧"], allows: [With friends] }
  - id: no-replies
    clause: "1"
    severity: info
    check: reply
    message: This answers somebody.
    examples: { flags: [{ text: Yes, replyTo: somebody }], allows: [Yes] }
`;
const HEAD = 'policy: { id: x, title: X, timezone: Europe/London }\n';
const CLAUSES = 'clauses: [{ id: c, section: S, kind: draft, requires: R. }]\n';
const TAGS = 'ours/no-tags warning: This tags somebody.';

describe('extends', () => {
  it('a shipped policy: the same findings under its own name', () => {
    write('x.yaml', 'extends: use-of-twitter-2018\npolicy: { id: x, title: X }\n');
    write(
      'posts.ndjson',
      [
        { text: 'Thank you @HexleyLibrary' },
        { text: 'Well done Josh' },
        { text: 'Yes!', replyTo: 'somebody' },
        { text: 'Bulbs are in', at: '2026-11-22T23:00' },
        { text: 'Our trip', media: [{ alt: 'One child' }] },
      ]
        .map((post) => `${JSON.stringify(post)}\n`)
        .join(''),
    );
    const shipped = findings('posts.ndjson', '-p', 'use-of-twitter-2018');
    expect(shipped.length).toBeGreaterThan(4);
    expect(findings('posts.ndjson', '-p', './x.yaml')).toEqual(
      shipped.map((one) => one.replace(/^use-of-twitter-2018/u, 'x')),
    );
  });

  it('a file, and a file of a file, each from its own folder', () => {
    write('a.yaml', 'extends: more/b.yaml\npolicy: { id: a, title: A }\n');
    write(
      'more/b.yaml',
      'extends: ../ours.yaml\npolicy: { id: b, title: B }\nrules: [{ id: no-tags, severity: error }]\n',
    );
    expect(findings('tagged.txt', '-p', './a.yaml')).toEqual([
      'a/no-tags error: This tags somebody.',
    ]);
    expect(run('explain', 'a/no-tags', '-p', './a.yaml').stdout).toContain('more/b.yaml:3\n');
  });

  it('nothing that is not there, broken or itself', () => {
    write('missing.yaml', `extends: ./no.yaml\n${HEAD}`);
    write('unknown.yaml', `extends: use-of-twiter-2018\n${HEAD}`);
    write('broken.yaml', `extends: more/b.yaml\n${HEAD}`);
    write('more/b.yaml', OURS.replace('severity: info', 'severity: inof'));
    write('itself.yaml', `extends: ./itself.yaml\n${HEAD}`);
    write('one.yaml', `extends: ./two.yaml\n${HEAD}`);
    write('two.yaml', `extends: ./one.yaml\n${HEAD}`);
    expect(refused('./missing.yaml')).toEqual(
      refusal(
        './missing.yaml:1:10: “./no.yaml” cannot be built on: there is no such file: check the name and the folder',
      ),
    );
    expect(refused('./unknown.yaml')).toEqual(
      refusal(
        './unknown.yaml:1:10: “use-of-twiter-2018” cannot be built on: there is no such policy: did you mean “use-of-twitter-2018”?',
      ),
    );
    expect(refused('./broken.yaml')).toEqual(
      refusal(
        './broken.yaml:1:10: “more/b.yaml” cannot be built on: severity must be error, warning or info, not “inof”: did you mean “info”? (more/b.yaml:19)',
      ),
    );
    expect(refused('./itself.yaml')).toEqual(
      refusal(
        './itself.yaml:1:10: “./itself.yaml” cannot be built on: it builds on itself in the end',
      ),
    );
    expect(refused('./one.yaml')).toEqual(
      refusal(
        './one.yaml:1:10: “./two.yaml” cannot be built on: “./one.yaml” cannot be built on: it builds on itself in the end (two.yaml:1)',
      ),
    );
  });

  it('a rule of a shipped policy', () => {
    write(
      'x.yaml',
      `${HEAD}${CLAUSES}rules: [{ id: tags, extends: use-of-twitter-2018/no-other-handles, clause: c, severity: info }]\n`,
    );
    expect(findings('tagged.txt', '-p', './x.yaml')).toEqual([
      expect.stringMatching(/^x\/tags info: /u),
    ]);
  });
});

describe('policy-lint.yaml', () => {
  const configured = (...lines: readonly string[]): void =>
    write('policy-lint.yaml', ['policies: [./ours.yaml]', ...lines, ''].join('\n'));

  it('changes a rule by its parameters, conditions and words', () => {
    configured('rules: { ours/no-tags: { message: Not with us., severity: error } }');
    expect(findings('tagged.txt')).toEqual(['ours/no-tags error: Not with us.']);
    configured('rules: { ours/no-tags: { with: { allow: [HexleyLibrary] } } }');
    expect(findings('tagged.txt')).toEqual([]);
    configured('rules: { ours/no-tags: { when: { media: true } } }');
    expect(findings('tagged.txt')).toEqual([]);
    configured('rules: { ours/no-tags: { unless: { rule: no-replies } } }');
    expect(findings('tagged.txt')).toEqual([TAGS]);
  });

  it('may switch off a rule that another asks', () => {
    configured(
      'rules:',
      '  ours/no-replies: { off: true, reason: We reply }',
      '  ours/no-tags: { unless: { rule: no-replies } }',
    );
    expect(findings('tagged.txt')).toEqual([TAGS]);
  });

  it('takes lists from files beside it', () => {
    write('lists/friends.txt', '# Friends\n\n@HexleyLibrary\nHexleyMuseum\n');
    configured('rules: { ours/no-tags: { with: { allow: { file: lists/friends.txt } } } }');
    expect(findings('tagged.txt')).toEqual([]);
  });

  it('is told of every mistake in what it changes, answers and settles', () => {
    configured(
      'rules:',
      '  ours/no-tags: { with: { allow: { file: no.txt } }, message: "{x}" }',
      '  ours/no-replis: { severity: info }',
      'answers: { ours/which: this }',
      'settle: { replis: ours, replies: theirs }',
    );
    expect(run('tagged.txt', ...MONDAY)).toEqual(
      refusal(
        'policy-lint.yaml:3:42: allow: the list “no.txt” cannot be read: there is no such file: check the name and the folder',
        'policy-lint.yaml:3:63: the check mention tells no {x}: it tells nothing',
        'policy-lint.yaml:4:3: there is no rule “ours/no-replis”: did you mean “ours/no-replies”?',
        'policy-lint.yaml:5:12: “ours/which” names no question: write it as policy/question',
        'policy-lint.yaml:6:11: there is no topic “replis”: did you mean “replies”?',
        'policy-lint.yaml:6:34: no active policy is called “theirs”: the active ones are ours, platform',
      ),
    );
  });

  it('is told when policies contradict each other, until it settles whose word counts', () => {
    const saying = (id: string, side: string): void =>
      write(
        `${id}.yaml`,
        `policy: { id: ${id}, title: ${id}, timezone: Europe/London }
clauses: [{ id: c, section: S, kind: draft, requires: R., demands: { replies: ${side} } }]
rules: [{ id: r, clause: c, severity: info, check: mention, message: M, examples: { flags: [a], allows: [b] } }]
`,
      );
    saying('one', 'never');
    saying('two', 'answered');
    write('policy-lint.yaml', 'policies: [./one.yaml, ./two.yaml]\n');
    expect(run('tagged.txt', ...MONDAY).stderr).toBe(
      'note: policies contradict each other on answering other accounts: the account answers nobody (one/c); comments and questions are answered (two/c). Say whose word counts in policy-lint.yaml, as settle: { replies: POLICY }\n',
    );
    write('policy-lint.yaml', 'policies: [./one.yaml, ./two.yaml]\nsettle: { replies: two }\n');
    expect(run('tagged.txt', ...MONDAY).stderr).toBe('');
    expect(findings('tagged.txt')).toEqual(['two/r info: M']);
    expect(run('explain', 'one/r').stdout).toBe(
      'one/r is switched off: answering other accounts: two decides\n',
    );
  });
});

describe('lists in files', () => {
  const listed = (file: string): string => {
    write(
      'x.yaml',
      `${HEAD}${CLAUSES}rules:\n  - { id: r, clause: c, severity: info, check: mention, message: M, with: { allow: { file: ${file} } }, examples: { flags: [a], allows: [b] } }\n`,
    );
    return './x.yaml';
  };

  it('are read from the folder of the policy', () => {
    write('words.txt', 'HexleyLibrary\n');
    expect(findings('tagged.txt', '-p', listed('words.txt'))).toEqual([]);
  });

  it.each([
    ['no.txt', 'there is no such file: check the name and the folder'],
    ['empty.txt', 'this file is empty: write its text and save it'],
    ['comment.txt', 'it holds no words'],
    ['folder', 'this is a folder: name the files in it'],
    ['long.txt', 'a list has at most 10000 lines'],
  ])('that cannot be used are told of: %s', (file, why) => {
    write('empty.txt', '');
    write('comment.txt', '# Nothing yet\n');
    write('folder/x.txt', 'x');
    write('long.txt', 'word\n'.repeat(10_001));
    expect(refused(listed(file))).toEqual(
      refusal(`./x.yaml:4:92: allow: the list “${file}” cannot be read: ${why}`),
    );
  });
});

describe('coverage', () => {
  const COVERED = {
    policy: 'ours',
    clauses: [
      {
        id: '1',
        section: 'Names',
        requires: 'Nobody is tagged.',
        kind: 'draft',
        status: 'rule',
        rules: ['no-tags', 'no-replies'],
        audits: [],
      },
      {
        id: '2',
        section: 'Account',
        requires: 'The account is public.',
        kind: 'archive',
        status: 'audit',
        rules: [],
        audits: ['open'],
      },
      {
        id: '3',
        section: 'Account',
        requires: 'The password changes.',
        kind: 'attest',
        status: 'sign-off',
        rules: [],
        audits: [],
        by: 'headteacher, every year',
      },
      {
        id: '4',
        section: 'Network',
        requires: 'Leave the router on.',
        kind: 'outside',
        status: 'outside',
        rules: [],
        audits: [],
        by: 'nothing to do with posts',
      },
      {
        id: '5',
        section: 'Ours',
        requires: 'No raffles.',
        kind: 'draft',
        status: 'nothing',
        rules: [],
        audits: [],
      },
    ],
  };

  it('is told to programs in one shape', () => {
    const { exitCode, stdout } = run('coverage', './ours.yaml', '--format', 'json');
    expect({ exitCode, data: JSON.parse(stdout) as unknown }).toEqual({
      exitCode: 0,
      data: COVERED,
    });
    const both = run('coverage', './ours.yaml', 'platform', '--format', 'ndjson');
    const ids = both.stdout
      .trimEnd()
      .split('\n')
      .map((line) => (JSON.parse(line) as { policy: string }).policy);
    expect(ids).toEqual(['ours', 'platform']);
  });

  it('is told to people, with holes and with what is switched off', () => {
    write(
      'policy-lint.yaml',
      `policies: [./ours.yaml]
rules:
  ours/no-tags: { off: true, reason: We tag }
  ours/no-replies: { off: true, reason: We reply }
`,
    );
    const { stdout } = run('coverage');
    expect(stdout).toContain(
      '         → no-tags is switched off: We tag; no-replies is switched off: We reply\n',
    );
    expect(stdout).toContain('         → no rule, no audit, no sign-off: a hole\n');
    expect(stdout.slice(stdout.lastIndexOf('\n\n'))).toBe(
      '\n\n3 of 5 clauses answered · 0 by rules · 1 with an archive · 1 by sign-offs\n1 outside · 2 holes\n',
    );
  });

  it('of a policy that is not there is refused', () => {
    expect(run('coverage', 'nope').exitCode).toBe(2);
  });
});

describe('explain', () => {
  const explained = (name: string) => run('explain', name, '-p', './ours.yaml');
  const heads = (name: string): readonly string[] =>
    [...explained(name).stdout.matchAll(/^(\S+) {2,}(\S+)$/gmu)].map(
      ([, one, policy]) => `${policy}/${one}`,
    );

  it.each([
    ['no-tags', ['ours/no-tags']],
    ['ours/no-tags', ['ours/no-tags']],
    ['1', ['ours/no-tags', 'ours/no-replies']],
    ['ours/1', ['ours/no-tags', 'ours/no-replies']],
    ['3', ['ours/3']],
    ['ours/5', ['ours/5']],
    ['use-of-twitter-2018/b11.1', ['use-of-twitter-2018/b11.1']],
    ['use-of-twitter-2018/no-replies', ['use-of-twitter-2018/no-replies']],
  ])('%s', (name, expected) => {
    expect(heads(name)).toEqual(expected);
  });

  it('says what was meant, or where all names stand', () => {
    expect(explained('no-tgas').stderr).toBe(
      'explain: there is no rule, audit or clause “no-tgas”: did you mean “no-tags”? “policy-lint policies” and “policy-lint coverage” list them all.\n',
    );
    expect(explained('zzzzzz')).toEqual(
      refusal(
        'explain: there is no rule, audit or clause “zzzzzz”. “policy-lint policies” and “policy-lint coverage” list them all.',
      ),
    );
  });
});

describe('test', () => {
  it('passes a policy whose rules judge their examples as they say', () => {
    expect(run('test', './ours.yaml')).toEqual({
      exitCode: 0,
      stdout: '✔ ours: 2 rules, 4 examples, 1 audit\n',
      stderr: '',
    });
    expect(run('test', './ours.yaml', '--mutate')).toEqual({
      exitCode: 0,
      stdout: '✔ ours: broken in 2 ways, each noticed\n',
      stderr: '',
    });
  });

  it('shows each example that fails, and a rule that none makes fire', () => {
    write(
      'x.yaml',
      `${HEAD}${CLAUSES}rules:
  - id: tags
    clause: c
    severity: info
    check: mention
    message: M
    examples:
      flags: [Nobody here, "⟦With⟧ @AshgroveSchool", "With ⟦@AshgroveSchool⟧"]
      allows: ["With @HexleyMuseum", With friends]
  - id: mute
    extends: tags
    when: { reply: true }
    examples: { flags: [{ text: Hello, media: [{ alt: A hall }] }], allows: [Hi] }
`,
    );
    expect(run('test', './x.yaml')).toEqual({
      exitCode: 1,
      stdout: `\
✖ x/tags (./x.yaml:4)
  should be flagged and is not:
    Nobody here
  is flagged, but not where the marks say:
    ⟦With⟧ @AshgroveSchool
    found: With ⟦@AshgroveSchool⟧
  should be allowed and is flagged:
    With @HexleyMuseum
    found: With ⟦@HexleyMuseum⟧
✖ x/mute (./x.yaml:12)
  is never made to fire by its examples
  should be flagged and is not:
    {"text":"Hello","media":[{"alt":"A hall"}]}
✖ x: 2 rules, 7 examples, 2 rules fail
`,
      stderr: '',
    });
  });

  it('counts one rule that fails as one, and what no example notices', () => {
    write(
      'x.yaml',
      `${HEAD}${CLAUSES}rules:
  - { id: tags, clause: c, severity: info, check: mention, with: { allow: [HexleyMuseum] }, message: M, examples: { flags: [Nobody], allows: [b] } }
`,
    );
    expect(run('test', './x.yaml').stdout).toMatch(/✖ x: 1 rule, 2 examples, 1 rule fails\n$/u);
    expect(run('test', './x.yaml', '--mutate')).toEqual({
      exitCode: 1,
      stdout: `\
✖ x/tags (./x.yaml:4): its examples do not notice it
    never finding anything
    without allow
✖ x: broken in 2 ways, 2 not noticed
`,
      stderr: '',
    });
  });

  it('of what cannot be read is refused', () => {
    expect(run('test', './no.yaml')).toEqual(
      refusal('./no.yaml: there is no such file: check the name and the folder'),
    );
  });
});

describe('signoff and due', () => {
  const NEXT_YEAR = `${new Date().getFullYear() + 1}-09-03`;
  const BY = ['--by', 'M. Idris, headteacher'];
  const FILE = `# What people have confirmed: policy-lint signoff writes it, policy-lint due reads it.
- clause: ours/3
  last: 2001-02-28
  by: M. Idris, headteacher
`;
  beforeEach(() => write('policy-lint.yaml', 'policies: [./ours.yaml]\n'));

  const due = () => {
    const { exitCode, stdout } = run('due', '--format', 'json');
    return { exitCode, data: JSON.parse(stdout) as unknown };
  };
  const DUTY = {
    clause: 'ours/3',
    requires: 'The password changes.',
    owner: 'headteacher',
    every: 'year',
  };
  const REVIEWS = [{ policy: 'ours', reviewDue: '2001-02-03' }];

  it('record, tell what is overdue, and renew', () => {
    expect(due()).toEqual({
      exitCode: 1,
      data: { due: [{ ...DUTY, status: 'never' }], others: [], reviews: REVIEWS },
    });
    expect(run('signoff', '3', ...BY, '--on', '2001-02-28')).toEqual({
      exitCode: 0,
      stdout: 'ours/3: confirmed 28 Feb 2001 by M. Idris, headteacher (sign-offs.yaml)\n',
      stderr: '',
    });
    expect(read('sign-offs.yaml')).toBe(FILE);
    const done = { last: '2001-02-28', by: 'M. Idris, headteacher', next: '2002-02-28' };
    expect(due().data).toEqual({
      due: [{ ...DUTY, ...done, status: 'overdue' }],
      others: [],
      reviews: REVIEWS,
    });
    expect(run('signoff', 'ours/3', '--by', 'A. Vaz', '--note', 'all looked at').exitCode).toBe(0);
    expect(due()).toMatchObject({
      exitCode: 1,
      data: { due: [], others: [{ by: 'A. Vaz', status: 'fine' }] },
    });
    expect(read('sign-offs.yaml')).toMatch(
      /^# What[^\n]+\n- clause: ours\/3\n  last: [\d-]+\n  by: A\. Vaz\n  note: all looked at\n$/u,
    );
    run('signoff', 'ours/3', ...BY, '--on', '2001-02-28');
    expect(read('sign-offs.yaml')).toBe(FILE);
  });

  it('are at peace when nothing is due', () => {
    write('ours.yaml', OURS.replace(', reviewDue: 2001-02-03', ''));
    run('signoff', '3', ...BY);
    expect(run('due')).toEqual({ exitCode: 0, stdout: 'Nothing is due · 1 in date\n', stderr: '' });
  });

  it('keep what else stands in the file as it was written', () => {
    write('sign-offs.yaml', '# Ours\n- { clause: ashgrove/9 } # elsewhere\n');
    run('signoff', '3', ...BY, '--on', '2001-02-28');
    expect(read('sign-offs.yaml')).toBe(
      '# Ours\n- { clause: ashgrove/9 } # elsewhere\n- clause: ours/3\n  last: 2001-02-28\n  by: M. Idris, headteacher\n',
    );
  });

  it.each([
    ['is empty', ''],
    ['holds a comment alone', FILE.slice(0, FILE.indexOf('\n') + 1)],
  ])('start a file that %s', (_, text) => {
    write('sign-offs.yaml', text);
    run('signoff', '3', ...BY, '--on', '2001-02-28');
    expect(read('sign-offs.yaml')).toBe(FILE);
  });

  it.each([
    [['3'], '--by: say who confirms it, as --by "M. Idris, headteacher"'],
    [['3', '--by', ' '], '--by: say who confirms it, as --by "M. Idris, headteacher"'],
    [['3', ...BY, '--on', '2026-02-30'], '--on: “2026-02-30” is no day: write it as 2026-09-03'],
    [
      ['3', ...BY, '--on', NEXT_YEAR],
      `--on: ${NEXT_YEAR} is still to come: sign off what was done`,
    ],
    [
      ['1', ...BY],
      'signoff: ours/1 needs no sign-off: policy-lint coverage says what answers for it',
    ],
    [
      ['ours/33', ...BY],
      'signoff: there is no clause “ours/33” in an active policy: did you mean “ours/3”?',
    ],
    [
      ['zzzz', ...BY],
      'signoff: there is no clause “zzzz” in an active policy: policy-lint due lists what is due',
    ],
  ])('refuse %j and write nothing', (args, message) => {
    expect(run('signoff', ...args)).toEqual(refusal(message));
    expect(() => read('sign-offs.yaml')).toThrow('ENOENT');
  });

  it('refuse a file that is malformed, and leave it alone', () => {
    const text = `- { clause: ours/3, last: ${NEXT_YEAR}, by: A. Vaz }\n- { clause: ours/4x, last: 2026-02-30 }\n`;
    write('sign-offs.yaml', text);
    const told = refusal(
      `sign-offs.yaml:1:27: ${NEXT_YEAR} is still to come: a sign-off says what was done`,
      'sign-offs.yaml:2:3: by is missing: who confirmed it?',
      'sign-offs.yaml:2:13: there is no clause “ours/4x”: did you mean “ours/4”?',
      'sign-offs.yaml:2:28: there is no day 2026-02-30: write a date as 2026-09-03',
    );
    expect(run('due')).toEqual(told);
    expect(run('signoff', '3', ...BY)).toEqual(told);
    write('sign-offs.yaml', '- { clause: ours/3\n');
    expect(run('due').exitCode).toBe(2);
    expect(run('signoff', '3', ...BY).exitCode).toBe(2);
    expect(read('sign-offs.yaml')).toBe('- { clause: ours/3\n');
  });

  it('are noted once in a run when a review is overdue', () => {
    write('two.txt', 'One\n---\nTwo\n');
    expect(run('two.txt', ...MONDAY).stderr).toBe(
      'note: “Our policy” was due for review on 3 Feb 2001\n',
    );
  });
});

describe('bad input', () => {
  const rule = (id: string, more = ''): string =>
    `  - { id: ${id}, clause: c, severity: info, check: mention, message: M, examples: { flags: [a], allows: [b] }${more} }\n`;
  const policy = (rules: string): string => {
    write('x.yaml', `${HEAD}${CLAUSES}rules:\n${rules}`);
    return './x.yaml';
  };
  const many = (count: number, make: (index: number) => string): string =>
    Array.from({ length: count }, (_, index) => make(index)).join('');

  it('of 10,000 rules', () => {
    expect(refused(policy(many(10_000, (index) => `  - { id: r${index} }\n`)))).toEqual(
      refusal(
        './x.yaml:2004:5: a policy has at most 2000 rules: put the others into a policy of their own',
      ),
    );
  });

  it('of 5 MB', () => {
    expect(refused(policy(rule('r').repeat(50_000)))).toEqual(
      refusal('./x.yaml:1:1: the file is too big: a million characters at most'),
    );
  });

  it('of aliases that would explode', () => {
    const letters = 'abcdefghi'.split('');
    const lines = letters.map((letter, index) =>
      index === 0
        ? `${letter}: &${letter} [x, x, x, x, x, x, x, x, x]`
        : `${letter}: &${letter} [${Array.from({ length: 9 }, () => `*${letters[index - 1]}`).join(', ')}]`,
    );
    write('x.yaml', `policy:\n${lines.map((line) => `  ${line}\n`).join('')}`);
    const { exitCode, stderr } = refused('./x.yaml');
    expect({ exitCode, last: stderr.trimEnd().split('\n').at(-1) }).toEqual({
      exitCode: 2,
      last: './x.yaml:3:10: at most 10 places may repeat another with *',
    });
  });

  it('of a thousand rules that build on or ask one another', () => {
    const inRow = many(999, (index) => `  - { id: r${index}, extends: r${index + 1} }\n`);
    expect(run('tagged.txt', '-p', policy(inRow + rule('r999')), ...MONDAY).exitCode).toBe(0);
    const inCircle = many(
      1000,
      (index) => `  - { id: r${index}, extends: r${(index + 1) % 1000} }\n`,
    );
    expect(refused(policy(inCircle))).toEqual(
      refusal('./x.yaml:1003:26: this rule builds on itself: r0 → r1 → r2 → r3 → r4 → r5 → … → r0'),
    );
    const asking = many(999, (index) => rule(`r${index}`, `, when: { rule: r${index + 1} }`));
    expect(refused(policy(asking + rule('r999')))).toEqual(
      refusal('./x.yaml:939:125: at most 64 rules may ask one another in a row'),
    );
    const branching = many(60, (index) =>
      rule(`r${index}`, `, unless: { any: [{ rule: r${index + 1} }, { rule: r${index + 2} }] }`),
    );
    const { exitCode } = run(
      'tagged.txt',
      '-p',
      policy(branching + rule('r60') + rule('r61')),
      ...MONDAY,
    );
    expect(exitCode).toBe(0);
  });

  it('of a rule that builds on itself', () => {
    expect(refused(policy('  - { id: r, extends: r, clause: c }\n'))).toEqual(
      refusal('./x.yaml:4:23: this rule builds on itself: r → r'),
    );
  });

  it('of a clause that is not there', () => {
    expect(refused(policy(rule('r').replace('clause: c', 'clause: c9')))).toEqual(
      refusal('./x.yaml:4:22: there is no clause “c9”: did you mean “c”?'),
    );
  });

  it('of two rules with one id', () => {
    expect(refused(policy(rule('r') + rule('r')))).toEqual(
      refusal('./x.yaml:5:11: there is already a rule “r”: give this one another id'),
    );
  });

  it('of an expression that could take for ever', () => {
    const text = rule('r', ", with: { matches: '(a+)+$' }").replace('mention', 'pattern');
    expect(refused(policy(text))).toEqual(
      refusal(
        './x.yaml:4:125: matches: (a+)+ repeats what repeats already and could take for ever: one text fits it in more and more ways',
      ),
    );
  });
});
