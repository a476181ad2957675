import { describe, expect, it } from 'vitest';
import { validateYaml } from '../../syntax/validate.ts';
import { configSchema } from '../config-schema.ts';
import { CONFIG_KEYS } from './keys.ts';

describe('keys.txt', () => {
  it('tells of each key of the configuration, and of no other', () => {
    expect(CONFIG_KEYS.map(({ key }) => key).sort()).toEqual(
      Object.keys(configSchema.entries).sort(),
    );
  });

  it.each(CONFIG_KEYS)('has words for $key, and an example that our own reader takes', (known) => {
    const { problems } = validateYaml(configSchema, `${known.key}: ${known.example}\n`, 'x.yaml');
    expect(problems).toEqual([]);
    expect(known.words).toMatch(/^[A-Z].+\.$/u);
  });
});
