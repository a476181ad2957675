import { isFlagged, lintLabelled } from '../support/lint.ts';
import type { LabelledPost } from '../support/school-posts.ts';
import { SCORE_HEADING, scoreCells, scoreOf } from '../support/score.ts';
import { printTable, printTitle } from '../support/table.ts';

const FLAG = 'individual-praise';

export const printPraise = async (posts: readonly LabelledPost[]): Promise<void> => {
  const judged = await lintLabelled(posts);
  const verdicts = judged.map((post, index) => ({
    isLabelled: posts[index]!.flags.includes(FLAG),
    isFound: isFlagged(post, [FLAG]),
  }));
  printTitle('individual-praise, by post, through the whole linter');
  printTable(
    ['counting', ...SCORE_HEADING],
    [['certain and likely', ...scoreCells(scoreOf(verdicts))]],
  );
};
