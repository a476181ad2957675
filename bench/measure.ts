import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import process from 'node:process';

export interface Command {
  readonly name: string;
  /** Arguments to node. */
  readonly args: readonly string[];
  /** What its output must hold, on either stream, when it has done its work. */
  readonly says?: RegExp;
  /** Exit code of a run that has found something: 1 where there is none. */
  readonly found?: number;
}

export interface Measured {
  readonly name: string;
  /** Wall time of each run in milliseconds. */
  readonly times: readonly number[];
  readonly peakMegabytes: number;
}

export const median = (values: readonly number[]): number => {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
};

/** A run that could not start, or crashed, must not pass for a fast one. */
const runOnce = ({ name, args, says, found = 1 }: Command, env: NodeJS.ProcessEnv): number => {
  const start = process.hrtime.bigint();
  const { status, stdout, stderr, error } = spawnSync(process.execPath, args, {
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
    maxBuffer: 1 << 30,
  });
  const wall = Number(process.hrtime.bigint() - start) / 1e6;
  if (error || (status !== 0 && status !== found)) {
    throw new Error(`${name} ended with ${status}: ${error?.message ?? String(stderr)}`);
  }
  if (says && !says.test(String(stdout)) && !says.test(String(stderr))) {
    throw new Error(`${name} did not find what it should: ${String(stdout).slice(-500)}`);
  }
  return wall;
};

/** One run with its peak memory in megabytes; the look at it takes no time that could be measured. */
const runWithPeak = (command: Command): { readonly wall: number; readonly peak: number } => {
  const folder = mkdtempSync(path.join(tmpdir(), 'bench-'));
  const file = path.join(folder, 'peak');
  const args = ['--require', path.resolve('bench/peak-memory.cjs'), ...command.args];
  const wall = runOnce({ ...command, args }, { ...process.env, PEAK_MEMORY_FILE: file });
  const kilobytes = existsSync(file) ? Number(readFileSync(file, 'utf8')) : NaN;
  rmSync(folder, { recursive: true });
  return { wall, peak: kilobytes / 1024 };
};

/** Runs commands in turn, A B C A B C …, so that all of them meet the same machine. */
export const measure = (commands: readonly Command[], rounds: number): readonly Measured[] => {
  // A run of minutes is measured once.
  if (rounds === 1) {
    return commands.map((command) => {
      const { wall, peak } = runWithPeak(command);
      return { name: command.name, times: [wall], peakMegabytes: peak };
    });
  }
  for (const command of commands) runOnce(command, process.env);
  const times = commands.map((): number[] => []);
  for (let round = 0; round < rounds; round += 1) {
    for (const [index, command] of commands.entries()) {
      times[index]!.push(runOnce(command, process.env));
    }
  }
  return commands.map((command, index) => ({
    name: command.name,
    times: times[index]!,
    peakMegabytes: runWithPeak(command).peak,
  }));
};

/** Wall time of work in this process. */
export const milliseconds = async (work: () => Promise<void>): Promise<number> => {
  const start = process.hrtime.bigint();
  await work();
  return Number(process.hrtime.bigint() - start) / 1e6;
};
