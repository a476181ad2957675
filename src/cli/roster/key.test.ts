import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { KEY_VARIABLE, findKey } from './key.ts';

let cwd: string;

beforeEach(() => {
  cwd = mkdtempSync(path.join(tmpdir(), 'policy-lint-'));
  writeFileSync(path.join(cwd, 'a.key'), 'key of the file a: 1234\n');
  writeFileSync(path.join(cwd, 'b.key'), 'key of the file b: 1234\n');
});
afterEach(() => rmSync(cwd, { recursive: true }));

const find = (places: Parameters<typeof findKey>[0], variable?: string) =>
  findKey(places, { cwd, env: { [KEY_VARIABLE]: variable } }, 'pupils.roster');

describe('findKey', () => {
  it('asks the option, then the environment, then the configuration', () => {
    const configured = path.join(cwd, 'b.key');
    const variable = 'key of the variable 1234';
    expect(find({ keyFile: 'a.key', configured }, variable)).toEqual({
      key: 'key of the file a: 1234',
      from: 'a.key',
    });
    expect(find({ configured }, variable)).toEqual({ key: variable, from: KEY_VARIABLE });
    expect(find({ configured })).toEqual({ key: 'key of the file b: 1234', from: 'b.key' });
  });

  it('says what to do without one', () => {
    expect(find({})).toEqual({
      problem: {
        file: 'pupils.roster',
        message: expect.stringMatching(/^this roster needs its key: /u),
      },
    });
    expect(find({ keyFile: 'no.key' })).toMatchObject({ problem: { file: 'no.key' } });
  });

  it.each(['oakfield', 'aaaaaaaaaaaaaaaaaaaaaaaa', '   short   and spaced   '.trim().slice(0, 12)])(
    'refuses a key that is easy to guess: %s',
    (key) => {
      expect(find({}, key)).toEqual({
        problem: {
          file: KEY_VARIABLE,
          message: expect.stringMatching(/^this key is easy to guess: /u),
        },
      });
    },
  );
});
