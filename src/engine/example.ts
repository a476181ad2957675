import { unmark } from '../core/marks.ts';
import type { Example } from '../core/policy.ts';
import type { Media, Post, Published } from '../core/post.ts';
import type { Place } from '../core/span.ts';
import { parseTime } from '../time/parse.ts';

/** An example as a post, with what its ⟦marks⟧ say must be flagged. */
export interface ExamplePost {
  readonly post: Post;
  readonly places: readonly Place[];
}

/** A working Wednesday morning: an example that is not about time breaks no rule about time. */
const ORDINARY_TIME = '2026-03-11T10:00:00Z';

type Keys = Readonly<Record<string, unknown>>;

const readTime = (written: string, timezone: string): number => {
  const time = parseTime(written, timezone);
  if ('error' in time) throw new Error(`${written}: ${time.error}`);
  return time.epochMs;
};

/** What an archive would know; its times are written as everywhere else. */
const publishedOf = (keys: Keys, timezone: string): Pick<Post, 'published'> => {
  if (keys['published'] === undefined) return {};
  const { answered, deleted, ...known } = keys['published'] as Partial<Published> & {
    readonly answered?: string;
    readonly deleted?: string;
  };
  return {
    published: {
      kind: 'own',
      ...known,
      ...(answered !== undefined && { answeredMs: readTime(answered, timezone) }),
      ...(deleted !== undefined && { deletedMs: readTime(deleted, timezone) }),
    },
  };
};

/** Throws when `at` cannot be read: an example is the policy author's own. */
export const examplePost = (example: Example, timezone: string): ExamplePost => {
  const keys: Keys = typeof example === 'string' ? { text: example } : example;
  const places: Place[] = [];
  const read = (marked: string, part: Place['part']): string => {
    const { text, spans } = unmark(marked);
    places.push(...spans.map((span) => ({ part, span })));
    return text;
  };
  const text = read(String(keys['text'] ?? ''), 'text');
  const media = ((keys['media'] ?? []) as readonly Media[]).map((item, index) => ({
    ...item,
    ...(item.alt !== undefined && { alt: read(item.alt, `media[${index}].alt`) }),
    ...(item.file !== undefined && { file: read(item.file, `media[${index}].file`) }),
  }));
  const written = keys['at'] === undefined ? ORDINARY_TIME : keys['at'];
  const epochMs = written === null ? null : readTime(String(written), timezone);
  const { account, replyTo, event, urgent, source, author, networks } = keys as Partial<Post>;
  return {
    places,
    post: {
      id: 'example',
      text,
      origin: { file: 'example', line: 1, record: 1 },
      at: epochMs === null ? { kind: 'unscheduled' } : { kind: 'instant', epochMs },
      media,
      ...(account !== undefined && { account }),
      ...(replyTo !== undefined && { replyTo }),
      ...(event !== undefined && { event }),
      ...(urgent !== undefined && { urgent }),
      ...(source !== undefined && { source }),
      ...(author !== undefined && { author }),
      ...(networks !== undefined && { networks }),
      ...publishedOf(keys, timezone),
    },
  };
};
