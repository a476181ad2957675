/**
 * Facebook takes 63,206 characters and every other network fewer (its own help pages, 2026): what is
 * longer is no post, and would be judged for minutes.
 */
export const LONGEST_TEXT = 100_000;
export const TOO_LONG = 'this text is longer than any network takes: put one post into each record';
