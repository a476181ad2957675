import type { Post } from '../core/post.ts';
import type { Timetable, TimetableSettings } from '../engine/timetable.ts';

/** A queue whose times are watched while its posts go by. */
export interface WatchedQueue {
  readonly posts: () => AsyncGenerator<Post>;
  readonly notices: Timetable['notices'];
  readonly past: Timetable['past'];
}

interface WatchSettings extends TimetableSettings {
  /** A time that is said of every post is no time of a queue. */
  readonly isWatched: boolean;
}

/** Drafts have no time and are not watched, so that they need not load what watching takes. */
export const watchQueue = (
  posts: AsyncIterable<Post>,
  { isWatched, ...settings }: WatchSettings,
): WatchedQueue => {
  let timetable: Timetable | undefined;
  return {
    async *posts() {
      for await (const post of posts) {
        if (isWatched && !timetable && post.at.kind === 'instant') {
          const { createTimetable } = await import('../engine/timetable.ts');
          timetable = createTimetable(settings);
        }
        if (timetable?.add(post) ?? true) yield post;
      }
    },
    notices: () => timetable?.notices() ?? [],
    past: () => timetable?.past() ?? 0,
  };
};
