import type { Finding } from '../core/finding.ts';
import { partOfFinding } from '../core/parts.ts';
import type { JudgedPost, Report } from '../core/report.ts';
import { visible } from './cells.ts';
import { guarded } from './guard.ts';
import { maskOf, visibleMasked } from './mask.ts';
import type { Render } from './options.ts';
import { startOf } from './place.ts';

const LONGEST = 2000;

const short = (sentence: string): string =>
  visible(sentence.length > LONGEST ? `${sentence.slice(0, LONGEST)}…` : sentence);

const lineOf = (finding: Finding, { post }: JudgedPost, file: string): string => {
  const { severity, rule, message, citation } = finding;
  const isGuess = finding.confidence === 'possible';
  const start = partOfFinding(finding) === 'text' ? (finding.range?.start ?? null) : null;
  const { line, column } = startOf(post, start);
  const source = [citation.policy, citation.section, citation.clause].filter((word) => word !== '');
  return `${file}:${line}:${column}: ${severity}${isGuess ? ' (a guess)' : ''} ${visible(rule)}: ${short(message)} (${short(source.join(' '))})`;
};

/** For a log or an editor: one finding a line, which stands alone. */
export const compact: Render<Report> = (report, { reveal }) =>
  guarded(
    report.posts.flatMap((judged) => {
      if (judged.findings.length === 0) return [];
      const { file } = judged.post.origin;
      const shown = visibleMasked(file, maskOf(judged, reveal).inLabel(file));
      return judged.findings.map((finding) => lineOf(finding, judged, shown));
    }),
  );
