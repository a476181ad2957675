import type { Problem } from '../core/problem.ts';
import type { JudgedPost, ReportTail } from '../core/report.ts';
import { masked, maskOf } from './mask.ts';

/** Names that a run has met, for what is told of files rather than of posts. */
export interface NamesTold {
  /** Give it each judged post once, in order; it comes back with the names of those before it. */
  readonly add: (judged: JudgedPost) => JudgedPost;
  /** A sentence of problems, notices or notes in which paths are masked as the findings’ are. */
  readonly hide: (text: string) => string;
}

/** More words than the pupils of a school have names; a hostile file could hold any number. */
const MOST = 20_000;

export const createNamesTold = (): NamesTold => {
  const inRun = new Set<string>();
  const byFile = new Map<string, Set<string>>();
  const shownAs = new Map<string, string>();
  return {
    add(judged) {
      const { file } = judged.post.origin;
      const inFile = byFile.get(file) ?? new Set<string>();
      const named = { ...judged, namedBefore: { inFile, inRun } };
      if (judged.names.length === 0) return named;
      const words = maskOf(judged, false).words();
      if (inRun.size < MOST) {
        for (const word of words) {
          inFile.add(word);
          inRun.add(word);
        }
        byFile.set(file, inFile);
      }
      const shown = masked(file, maskOf(named, false).inPath(file));
      if (shown !== file) shownAs.set(file, shown);
      return named;
    },
    hide(text) {
      let hidden = text;
      for (const [file, shown] of shownAs) hidden = hidden.replaceAll(file, () => shown);
      return hidden;
    },
  };
};

/** What is told after the last post, its paths masked as those of the findings are. */
export const hiddenTail = (tail: ReportTail, { hide }: Pick<NamesTold, 'hide'>): ReportTail => {
  const hidden = <One extends Problem>(one: One): One => ({
    ...one,
    file: hide(one.file),
    message: hide(one.message),
  });
  return { ...tail, notices: tail.notices.map(hidden), problems: tail.problems.map(hidden) };
};
