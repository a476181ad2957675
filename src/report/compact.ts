import type { Finding } from '../core/finding.ts';
import type { JudgedPost } from '../core/report.ts';
import { visible } from './cells.ts';
import { guarded } from './guard.ts';
import { maskOf, visibleMasked } from './mask.ts';
import type { Format } from './options.ts';
import { placeOf } from './place.ts';

const LONGEST = 2000;

const short = (sentence: string): string =>
  visible(sentence.length > LONGEST ? `${sentence.slice(0, LONGEST)}…` : sentence);

/** One finding on one line; `file` is what may be shown of its file. */
export const lineOf = (finding: Finding, { post }: JudgedPost, file: string): string => {
  const { severity, rule, message, citation } = finding;
  const isGuess = finding.confidence === 'possible';
  const { line, column } = placeOf(post, finding).start;
  const source = [citation.policy, citation.section, citation.clause].filter((word) => word !== '');
  return `${file}:${line}:${column}: ${severity}${isGuess ? ' (a guess)' : ''} ${visible(rule)}: ${short(message)} (${short(source.join(' '))})`;
};

/** For a log or an editor: one finding a line, which stands alone. */
export const compact: Format = (_, { reveal }) => ({
  post: (judged) => {
    if (judged.findings.length === 0) return '';
    const { file } = judged.post.origin;
    const shown = visibleMasked(file, maskOf(judged, reveal).inPath(file));
    return guarded(judged.findings.map((finding) => lineOf(finding, judged, shown)));
  },
  end: () => '',
});
