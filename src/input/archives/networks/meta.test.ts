import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  filesOf,
  headIn,
  readArchive,
  readFileAs,
} from '../../../../test/support/archive-files.ts';
import { meta } from './meta.ts';
import { repaired } from './mojibake.ts';

/** As these networks write a text: a letter for each byte. */
const garbled = (text: string): string => Buffer.from(text, 'utf8').toString('latin1');

const MORNING = Date.UTC(2026, 8, 1, 8);
const timestamp = MORNING / 1000;

const postIn = (file: string, record: number, network: string, rest: object) => ({
  id: `${file}#${record}`,
  origin: { file, line: 1, record },
  at: { kind: 'instant', epochMs: MORNING },
  media: [],
  networks: [network],
  published: { kind: 'own' },
  ...rest,
});

describe('repaired', () => {
  it('mends every text that was written a letter a byte', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(repaired(garbled(text))).toBe(text);
      }),
    );
    expect(repaired(garbled('Zoë’s 🌷 £5'))).toBe('Zoë’s 🌷 £5');
  });

  it('leaves alone what is right already', () => {
    for (const text of [
      '',
      'Bulbs',
      'Zoë',
      'café – £5',
      'Zoë’s 🌷',
      'Ã',
      '日本語',
      '\u00e9\u00a9',
    ]) {
      expect(repaired(text)).toBe(text);
    }
  });
});

describe('a Facebook archive', () => {
  const read = async (value: unknown, name = 'profile_posts_1.json') =>
    (await readFileAs(meta, JSON.stringify(value), name)).records;

  it('is known by the names of its files and how they begin', async () => {
    const recognised = async (name: string, content: string) => {
      const files = filesOf({ [name]: content, 'a/other.json': '{}' });
      return meta.recognises(files, headIn(files));
    };
    const content = JSON.stringify([{ timestamp }]);
    const names = [
      'x/this_profile’s_activity_across_facebook/posts/profile_posts_1.json',
      'your_facebook_activity/posts/your_posts__check_ins__photos_and_videos_12.json',
      'posts/your_posts_1.json',
    ];
    for (const name of names) expect(await recognised(name, content)).toBe(true);
    expect(await recognised('posts/my_posts_1.json', content)).toBe(false);
    expect(await recognised(names[2]!, '[{"text":"Bulbs"}]')).toBe(false);
  });

  it('is read by its words, its pictures and its time alone', async () => {
    const media = (uri: string, description?: string) => ({
      media: {
        uri,
        description,
        title: 'Timeline photos',
        media_metadata: { photo_metadata: { exif_data: [{ upload_ip: '192.0.2.1' }] } },
      },
    });
    const words = garbled('Zoë’s class planted bulbs 🌷');
    const records = await read([
      {
        timestamp,
        title: 'Oakfield Primary updated its status.',
        data: [{ post: words }, { update_timestamp: timestamp + 5 }],
        attachments: [
          { data: [media('a/1.jpg', words), media('a/2.jpg', 'Tulips')] },
          { data: [{ external_context: { url: 'https://hexley.example' } }, { place: {} }] },
        ],
      },
      { timestamp, data: [], attachments: [{ data: [media('a/3.jpg')] }] },
      { timestamp, data: [], title: 'Oakfield Primary changed its picture.' },
      'x',
    ]);
    const file = 'profile_posts_1.json';
    expect(records).toEqual([
      {
        post: postIn(file, 1, 'facebook', {
          text: 'Zoë’s class planted bulbs 🌷\n\nTulips',
          media: [{ file: 'a/1.jpg' }, { file: 'a/2.jpg' }],
        }),
      },
      { post: postIn(file, 2, 'facebook', { text: '', media: [{ file: 'a/3.jpg' }] }) },
      { skipped: 'unlike' },
      { unread: { file, line: 1, message: 'record 4 could not be read: this record is no post' } },
    ]);
    expect(JSON.stringify(records)).not.toContain('192.0.2.1');
  });

  it('may be a single record without brackets, and says what holds none', async () => {
    const file = 'your_posts_1.json';
    expect(await read({ timestamp, data: [{ post: 'Bulbs' }] }, file)).toEqual([
      { post: postIn(file, 1, 'facebook', { text: 'Bulbs' }) },
    ]);
    expect(await read(5, file)).toEqual([
      { problem: { file, message: 'this file holds no list of posts' } },
    ]);
  });

  it('gives the posts of two pages ids of their own', async () => {
    const page = JSON.stringify([{ timestamp, data: [{ post: 'Bulbs' }] }]);
    const files = filesOf({ 'a/profile_posts_1.json': page, 'b/profile_posts_1.json': page }, 'x');
    const { records } = await readArchive(meta, files);
    expect(records.map((record) => 'post' in record && record.post.id)).toEqual([
      'a/profile_posts_1.json#1',
      'b/profile_posts_1.json#1',
    ]);
  });

  it('tells of a time that nobody can read', async () => {
    const file = 'your_posts_1.json';
    expect(await read([{ timestamp: 'soon', data: [{ post: 'Bulbs' }] }], file)).toEqual([
      {
        problem: {
          file,
          line: 1,
          message:
            'record 1: when this post went out cannot be read: no rule about times judges it',
        },
      },
      { post: postIn(file, 1, 'facebook', { text: 'Bulbs', at: { kind: 'unscheduled' } }) },
    ]);
  });
});

describe('an Instagram archive', () => {
  it('is read with the posts of Threads beside it', async () => {
    const picture = (uri: string, title = '') => ({ uri, creation_timestamp: timestamp, title });
    const contents = {
      'x/your_instagram_activity/media/posts_1.json': JSON.stringify([
        { media: [picture('media/1.jpg', garbled('One 🌷'))] },
        {
          title: garbled('Two 🌷🌷'),
          creation_timestamp: timestamp,
          media: [picture('media/2.jpg'), picture('media/3.jpg')],
        },
      ]),
      'x/your_instagram_activity/threads/threads_and_replies.json': JSON.stringify({
        text_post_app_text_posts: [
          { media: [{ ...picture('', 'Bulbs'), text_app_post: { is_reply: false } }] },
        ],
      }),
    };
    const files = filesOf(contents, 'x.zip');
    expect(await meta.recognises(files, headIn(files))).toBe(true);
    const { account, records } = await readArchive(meta, files);
    const posts = 'x.zip/x/your_instagram_activity/media/posts_1.json';
    const threads = 'x.zip/x/your_instagram_activity/threads/threads_and_replies.json';
    const named = (file: string, id: string, record: number, network: string, rest: object) => ({
      post: { ...postIn(file, record, network, rest), id },
    });
    expect(account.format).toBe('Instagram and Threads archive');
    expect(records).toEqual([
      named(posts, 'posts_1.json#1', 1, 'instagram', {
        text: 'One 🌷',
        media: [{ file: 'media/1.jpg' }],
      }),
      named(posts, 'posts_1.json#2', 2, 'instagram', {
        text: 'Two 🌷🌷',
        media: [{ file: 'media/2.jpg' }, { file: 'media/3.jpg' }],
      }),
      named(threads, 'threads_and_replies.json#1', 1, 'threads', { text: 'Bulbs' }),
    ]);
  });
});
