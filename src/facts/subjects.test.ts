import { describe, expect, it } from 'vitest';
import { subjectsCalled } from './subjects.ts';

describe('subjectsCalled', () => {
  it.each([
    ['science', ['science']],
    ['The Maths Department', ['maths']],
    ['Physics', ['science']],
    ['Art and DT', ['art', 'dt', 'food']],
    ['MFL', ['languages']],
    ['D&T', ['dt', 'food']],
    ['French & Spanish', ['languages']],
    ['Humanities', ['geography', 'history', 'politics', 'psychology', 're']],
    ['falconry', []],
  ])('knows %s', (name, subjects) => {
    expect([...subjectsCalled(name)].sort()).toEqual(subjects);
  });
});
