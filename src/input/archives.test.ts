import { describe, expect, it } from 'vitest';
import { archiveRefusal } from './archives.ts';
import { readPosts } from './index.ts';

const advice =
  'which holds posts that went out long ago: judge them with policy-lint audit, or give a draft or the queue of what is still to come';

describe('a file of an archive', () => {
  it.each([
    ['window.YTD.tweets.part0 = [ {', 'part of an X archive'],
    ['\ufeff\nwindow.YTD.tweet.part12 = [ ]', 'part of an X archive'],
    ['window.__THAR_CONFIG = {', 'part of an X archive'],
    ['Grailbird.data.tweets_2013_04 = \n [ {', 'part of an old X archive'],
    ['var tweet_index =  [ {', 'part of an old X archive'],
    ['"tweet_id","in_reply_to_status_id","in_reply_to_user_id"', 'the table of an old X archive'],
  ])('is known by %j', (head, what) => {
    expect(archiveRefusal(head)).toBe(`this is ${what}, ${advice}`);
  });

  it.each(['Our window.YTD is broken', 'Grailbird is a lovely word', 'tweet_id,text\n1,Odd socks'])(
    'is not %j',
    (head) => expect(archiveRefusal(head)).toBeUndefined(),
  );

  it.each(['tweets.js', 'tweets.txt', 'stdin'])('is refused when it is called %s', async (file) => {
    const read = await readPosts('window.YTD.tweets.part0 = [ ]', file, { timezone: 'UTC' });
    expect(read).toMatchObject({
      value: [],
      problems: [{ file, line: 1, message: `this is part of an X archive, ${advice}` }],
    });
  });

  it('is refused whatever it is said to be', async () => {
    const options = { timezone: 'UTC', format: 'draft' };
    const read = await readPosts('window.YTD.tweets.part0 = [ ]', 'tweets.js', options);
    expect(read.problems).toHaveLength(1);
  });
});
