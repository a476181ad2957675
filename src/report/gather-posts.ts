import type { JudgedPost, WaivedFinding } from '../core/report.ts';
import type { Gathered } from './gathered.ts';
import { gather } from './gathered.ts';
import { once } from '../core/once.ts';
import type { ReportWriter } from './options.ts';
import type { ShownPost } from './shown.ts';
import { shownPost } from './shown.ts';
import type { Tally } from './summary.ts';
import { NO_POSTS, count } from './summary.ts';

/** What a report for a reader has room for. */
interface Room {
  readonly findings: number;
  readonly characters: number;
  /** Exceptions, problems and notices, each. */
  readonly listed: number;
}

/** How a format writes one post, and one exception. */
interface Pieces {
  readonly post: (judged: JudgedPost, shown: ShownPost, number: number) => string;
  readonly waiver: (waived: WaivedFinding, judged: JudgedPost, shown: ShownPost) => string;
}

interface GatheredPosts extends Pick<ReportWriter, 'post'> {
  readonly tally: Tally;
  readonly posts: Gathered;
  readonly waivers: Gathered;
}

/** Keeps what is written of each post until the end, because what is most is said first. */
export const gatherPosts = (room: Room, make: Pieces, reveal: boolean): GatheredPosts => {
  const tally = { ...NO_POSTS };
  const posts = gather(room.findings, room.characters);
  const waivers = gather(room.listed, room.characters);
  return {
    tally,
    posts,
    waivers,
    post(judged) {
      count(tally, judged);
      const { findings, waived } = judged;
      if (findings.length + waived.length === 0) return '';
      const shown = once(() => shownPost(judged, reveal));
      const piece = (): string => make.post(judged, shown(), posts.pieces.length + 1);
      if (findings.length > 0) posts.add(findings.length, piece);
      for (const one of waived) waivers.add(1, () => make.waiver(one, judged, shown()));
      return '';
    },
  };
};
