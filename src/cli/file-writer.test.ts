import {
  existsSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openTarget } from './file-writer.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'oakfield-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const at = (name: string): string => path.join(folder, name);

describe('a file on its way', () => {
  it('is nowhere to be found before it is whole', () => {
    writeFileSync(at('report.txt'), 'old');
    const file = openTarget(at('report.txt'));
    file.write('new ');
    file.write('words');
    expect(readFileSync(at('report.txt'), 'utf8')).toBe('old');
    file.commit();
    expect(readFileSync(at('report.txt'), 'utf8')).toBe('new words');
    expect(readdirSync(folder)).toEqual(['report.txt']);
  });

  it('leaves nothing behind when it is abandoned, and stays when it is whole', () => {
    const lost = openTarget(at('lost.txt'));
    lost.write('half');
    lost.abandon();
    const kept = openTarget(at('kept.txt'));
    kept.write('all');
    kept.commit();
    kept.abandon();
    expect(readdirSync(folder)).toEqual(['kept.txt']);
  });

  it('never takes the place of a device', () => {
    if (process.platform === 'win32' || !existsSync('/dev/null')) return;
    const file = openTarget('/dev/null');
    file.write('gone');
    file.commit();
    file.abandon();
    expect(statSync('/dev/null').isCharacterDevice()).toBe(true);
  });

  it('says so when the disk is full', () => {
    if (!existsSync('/dev/full') || statSync('/dev/full').isFile()) return;
    const file = openTarget('/dev/full');
    expect(() => file.write('words')).toThrow(/ENOSPC/u);
    file.abandon();
    expect(statSync('/dev/full').isCharacterDevice()).toBe(true);
  });
});
