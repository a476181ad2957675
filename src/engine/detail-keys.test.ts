import { describe, expect, it } from 'vitest';
import type { Detail } from '../core/trace.ts';
import { withoutValues } from './detail-keys.ts';

const keyOf = (kind: Detail['kind'], value: string): string | undefined =>
  withoutValues([{ kind, value }])[0]?.value;

describe('withoutValues', () => {
  it('keeps what many children share, and of the rest only what can be compared', () => {
    expect(keyOf('year', 'y4')).toBe('y4');
    expect(keyOf('description', 'glasses')).toBe('glasses');
    expect(keyOf('class', '4b')).toMatch(/^4#\w{4,7}$/u);
    expect(keyOf('class', 'maple class')).toMatch(/^#\w{4,7}$/u);
    for (const value of ['JP', 'TW', 'canal street']) {
      expect(keyOf('initials', value)).toMatch(/^#\w{4,7}$/u);
    }
  });

  it('has one key for one value, and another for another', () => {
    expect(keyOf('initials', 'JP')).toBe(keyOf('initials', 'JP'));
    expect(new Set(['JP', 'PJ', 'TW', 'TV'].map((value) => keyOf('initials', value))).size).toBe(4);
  });
});
