import { describe, expect, it } from 'vitest';
import { CATALOGUE } from '../engine/catalogue.ts';
import { loadPolicy } from './load.ts';
import { applyOverrides } from './override.ts';
import type { Sources } from './sources.ts';
import { NO_SOURCES } from './sources.ts';

const SOURCES: Sources = {
  ...NO_SOURCES,
  list: (named) => {
    if (named === 'ours.txt') return { entries: ['HexleyLibrary', 'HexleyMuseum'] };
    if (named === 'odd.txt') return { entries: ['bring and buy', 'buy <now>'] };
    return { message: 'there is no such file' };
  },
};

const rule = (keys: string): string => `policy: { id: x, title: X, timezone: Europe/London }
clauses: [{ id: c, section: S, requires: R., kind: draft }]
rules:
  - { id: r, clause: c, severity: info, message: M, examples: { flags: [a], allows: [b] }, ${keys} }
`;

const load = (keys: string) => loadPolicy(rule(keys), 'x.yaml', CATALOGUE, SOURCES);

const told = (keys: string): readonly string[] =>
  load(keys).problems.map(({ line, column, message }) => `${line}:${column} ${message}`);

describe('a list in a file of its own', () => {
  const LIST = ['HexleyLibrary', 'HexleyMuseum'];

  it('stands for its lines in a rule', () => {
    expect(
      load('check: mention, with: { allow: { file: ours.txt } }').policy?.rules[0]?.with,
    ).toEqual({
      allow: LIST,
    });
  });

  it('stands for its lines in conditions at any depth', () => {
    const asked = '{ check: mention, with: { allow: { file: ours.txt } } }';
    const { policy } = load(
      `check: reply, when: { any: [{ not: ${asked} }] }, unless: { all: [${asked}] }`,
    );
    const read = { check: 'mention', with: { allow: LIST } };
    expect(policy?.rules[0]).toMatchObject({
      when: { any: [{ not: read }] },
      unless: { all: [read] },
    });
  });

  it('stands for its lines in a school’s own change', () => {
    const { policy } = load('check: mention');
    const changes = { 'x/r': { with: { allow: { file: 'ours.txt' } } } };
    const { policies, mistakes } = applyOverrides([policy!], changes, CATALOGUE, SOURCES);
    expect(mistakes).toEqual([]);
    expect(policies[0]?.rules[0]?.with).toEqual({ allow: LIST });
  });

  it('is told of where it is named when it cannot be read, in a rule, a condition and a change', () => {
    const why = 'allow: the list “no.txt” cannot be read: there is no such file';
    expect(told('check: mention, with: { allow: { file: no.txt } }')).toEqual([`4:131 ${why}`]);
    expect(
      told('check: reply, when: { not: { check: mention, with: { allow: { file: no.txt } } } }'),
    ).toEqual([`4:160 ${why}`]);
    const { policy } = load('check: mention');
    const changes = { 'x/r': { with: { allow: { file: 'no.txt' } } } };
    expect(applyOverrides([policy!], changes, CATALOGUE, SOURCES)).toEqual({
      policies: [policy],
      mistakes: [{ kind: 'wrong', path: ['x/r', 'with', 'allow', 'file'], message: why }],
    });
  });

  it('is told of with the entry that a check refuses', () => {
    const why =
      'each entry of add: write plain words; pre* stands for any ending, a/b for either (entry 2 of odd.txt)';
    expect(told('check: debate-invited, with: { add: { file: odd.txt } }')).toEqual([
      `4:128 ${why}`,
    ]);
    const { policy } = load('check: debate-invited');
    const changes = { 'x/r': { with: { add: { file: 'odd.txt' } } } };
    expect(
      applyOverrides([policy!], changes, CATALOGUE, SOURCES).mistakes.map(({ message }) => message),
    ).toEqual([why]);
  });
});
