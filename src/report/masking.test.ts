import { expect, it } from 'vitest';
import { MIXED } from '../../test/support/mixed-report.ts';
import { FORMATS } from './index.ts';
import { PLAIN, renderWith } from './options.ts';

const options = { width: 80, reveal: false, paint: PLAIN };

it.each([...FORMATS.keys()])('%s names no child', async (name) => {
  const written = renderWith(await FORMATS.get(name)!())(MIXED, options);
  expect(written).not.toMatch(/olwen|rose/iu);
});

it.each(['junit', 'tap', 'csv', 'markdown', 'html'])(
  '%s names them when asked to',
  async (name) => {
    const written = renderWith(await FORMATS.get(name)!())(MIXED, { ...options, reveal: true });
    expect(written).toMatch(/olwens-day/u);
  },
);
