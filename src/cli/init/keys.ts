import { dataLines } from '../../core/data-lines.ts';
import lines from './data/keys.txt?raw';

/** A key of `policy-lint.yaml` as a person would explain it. */
export interface ConfigKey {
  readonly key: string;
  readonly words: string;
  /** A value in YAML, on one line. */
  readonly example: string;
}

/** The keys in the order in which a configuration is read best. */
export const CONFIG_KEYS: readonly ConfigKey[] = dataLines(lines).map((line) => {
  const [key = '', words = '', example = ''] = line.split(' | ');
  return { key, words, example };
});
