import { describe, expect, it } from 'vitest';
import { appKind } from './apps.ts';

describe('appKind', () => {
  it.each([
    ['Twitter for iPhone', 'phone'],
    ['Tweetbot for iΟS', 'phone'],
    ['Twitter  for Android Tablets', 'tablet'],
    ['Twitter Web App', 'computer'],
    ['TweetDeck', 'computer'],
    ['Hootsuite Inc.', 'service'],
    ['<a href="https://buffer.example" rel="nofollow">Buffer</a>', 'service'],
    ['Frogcaster 2', undefined],
  ])('knows what %s runs on', (app, kind) => {
    expect(appKind(app)).toBe(kind);
  });
});
