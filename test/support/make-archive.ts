import { strToU8, zipSync } from 'fflate';

/** An invented X archive: its files by their paths. */
export type ArchiveContents = Readonly<Record<string, string>>;

const X_EPOCH = 1_288_834_974_657n;
const MINUTE = 60_000;

/** Number of a post that went out at a moment, in milliseconds since 1970 UTC. */
export const idAt = (ms: number, count = 0): string =>
  String(((BigInt(ms) - X_EPOCH) << 22n) + BigInt(count));

const DAYS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];
const MONTHS = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');
const two = (number: number): string => String(number).padStart(2, '0');

/** A moment as X writes it: `Wed Oct 10 20:19:24 +0000 2018`. */
export const xTime = (ms: number): string => {
  const at = new Date(ms);
  const clock = [at.getUTCHours(), at.getUTCMinutes(), at.getUTCSeconds()].map(two).join(':');
  const day = `${DAYS[at.getUTCDay()]} ${MONTHS[at.getUTCMonth()]} ${two(at.getUTCDate())}`;
  return `${day} ${clock} +0000 ${at.getUTCFullYear()}`;
};

export const OAKFIELD = { id: '7000001', handle: 'OakfieldPrimary', name: 'Oakfield Primary' };

/** Monday 9 September 2024, 08:00 UTC. */
export const FIRST_POST = Date.UTC(2024, 8, 9, 8);

/** A tweet as X keeps it, with everything that each one has; `ms`: when it went out. */
export const tweet = (
  text: string,
  ms: number,
  more: Readonly<Record<string, unknown>> = {},
): Readonly<Record<string, unknown>> => {
  const id = typeof more['id_str'] === 'string' ? more['id_str'] : idAt(ms);
  return {
    edit_info: {
      initial: {
        editTweetIds: [id],
        editableUntil: new Date(ms + 60 * MINUTE).toISOString(),
        editsRemaining: '5',
        isEditEligible: true,
      },
    },
    retweeted: false,
    source: '<a href="https://desk.example" rel="nofollow">Desk Planner</a>',
    entities: { hashtags: [], symbols: [], user_mentions: [], urls: [] },
    display_text_range: ['0', String([...text].length)],
    favorite_count: '3',
    id_str: id,
    truncated: false,
    retweet_count: '1',
    id,
    created_at: xTime(ms),
    favorited: false,
    full_text: text,
    lang: 'en',
    ...more,
  };
};

const LINES = [
  'Year 4 planted forty bulbs by the gate this morning 🌱 Come &amp; see!',
  'Reminder: library books back by Friday, please.',
  'What a match! Our netball team came second at Hexley.',
  'Year 2’s volcanoes are drying in the hall.',
  'The kitchen grew its own beans, and lunch ran out twice.',
  'Thank you to everyone who came to the harvest assembly ❤️',
  'Clubs start again next week: chess, choir and coding.',
  'The river walk is on. Bring wellies and a spare pair of socks.',
];

/** Invented tweets, the latest last, some minutes apart, no two alike; in the order of an archive: none. */
export const inventTweets = (count: number): readonly Readonly<Record<string, unknown>>[] => {
  const made = Array.from({ length: count }, (_, index) => {
    const ms = FIRST_POST + index * 7 * MINUTE;
    const text = `${LINES[index % LINES.length]} Note ${index + 1}. #TeamOakfield`;
    const from = [...text].length - '#TeamOakfield'.length;
    const hashtag = { text: 'TeamOakfield', indices: [String(from), String(from + 13)] };
    const entities = { hashtags: [hashtag], symbols: [], user_mentions: [], urls: [] };
    return tweet(text, ms, { id_str: idAt(ms, index % 4096), entities });
  });
  return made.map((_, index) => made[(index * 7919) % count]!);
};

/** A file of an archive as X writes it. */
export const ytd = (name: string, records: readonly unknown[], part = 0): string =>
  `window.YTD.${name}.part${part} = ${records.length === 0 ? '[ ]' : JSON.stringify(records, null, 2)}`;

export const wrapped = (tweets: readonly unknown[]): readonly unknown[] =>
  tweets.map((one) => ({ tweet: one }));

export interface ArchiveOptions {
  /** How many posts to invent; or the tweets themselves. */
  readonly posts?: number;
  readonly tweets?: readonly unknown[];
  /** Further files of `data/`, by their names; null: this one is not there. */
  readonly data?: Readonly<Record<string, string | null>>;
  /** Milliseconds since 1970 UTC. */
  readonly exportedMs?: number;
  readonly isPartial?: boolean;
  /** A folder around it all, with a slash at the end. */
  readonly outer?: string;
}

/** Names of files in `data/` and of what they hold; the manifest counts what is given here. */
const manifestOf = (
  counts: Readonly<Record<string, number>>,
  { exportedMs = Date.UTC(2026, 6, 20), isPartial = false }: ArchiveOptions,
): string => {
  const types = Object.entries(counts).map(([name, count]) => {
    const fileName = `data/${name}`;
    return [
      name.replace('.js', ''),
      { files: [{ fileName, globalName: '', count: String(count) }] },
    ];
  });
  const config = {
    userInfo: { accountId: OAKFIELD.id, userName: OAKFIELD.handle, displayName: OAKFIELD.name },
    archiveInfo: {
      sizeBytes: '1000',
      generationDate: new Date(exportedMs).toISOString(),
      isPartialArchive: isPartial,
      maxPartSizeBytes: '53687091200',
    },
    dataTypes: Object.fromEntries(types) as unknown,
  };
  return `window.__THAR_CONFIG = ${JSON.stringify(config, null, 2)}`;
};

/** Files that nobody may open: what stands in them would break any reader. */
const PRIVATE = [
  'direct-messages.js',
  'direct-messages-group.js',
  'ip-audit.js',
  'device-token.js',
  'email-address-change.js',
  'phone-number.js',
  'contact.js',
];

/** The files of an invented X archive. */
export const makeArchive = (options: ArchiveOptions = {}): ArchiveContents => {
  const { posts = 3, tweets = inventTweets(posts), data = {}, outer = '' } = options;
  const account = {
    email: 'office@oakfield.example',
    createdVia: 'web',
    username: OAKFIELD.handle,
    accountId: OAKFIELD.id,
    createdAt: '2013-09-02T09:00:00.000Z',
    accountDisplayName: OAKFIELD.name,
  };
  const description = {
    bio: 'News from Oakfield',
    website: 'https://oakfield.example',
    location: 'Hexley',
  };
  const files: Record<string, string | null> = {
    'manifest.js': manifestOf(
      { 'account.js': 1, 'profile.js': 1, 'tweets.js': tweets.length },
      options,
    ),
    'account.js': ytd('account', [{ account }]),
    'profile.js': ytd('profile', [{ profile: { description } }]),
    'tweets.js': ytd('tweets', wrapped(tweets)),
    ...Object.fromEntries(
      PRIVATE.map((name) => [name, 'window.YTD.private.part0 = [ nobody reads this']),
    ),
    ...data,
  };
  const inside = Object.entries(files).flatMap(([name, content]) =>
    content === null ? [] : [[`${outer}data/${name}`, content] as const],
  );
  return { [`${outer}Your archive.html`]: '<!doctype html>', ...Object.fromEntries(inside) };
};

/** The same files in a zip. */
export const zipped = (files: Readonly<Record<string, string | Uint8Array>>): Uint8Array =>
  zipSync(
    Object.fromEntries(
      Object.entries(files).map(([path, content]) => [
        path,
        typeof content === 'string' ? strToU8(content) : content,
      ]),
    ),
    { level: 6, mtime: new Date(2026, 0, 2) },
  );
