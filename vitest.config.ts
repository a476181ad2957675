import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['src/**/*.test.ts', 'test/**/*.test.ts'],
    // What is imported as text is text, style sheets too.
    css: true,
    testTimeout: 60_000,
    reporters: ['default', './test/support/plain-summary.ts'],
  },
});
