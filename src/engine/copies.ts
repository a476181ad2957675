import type { Finding } from '../core/finding.ts';
import type { Post } from '../core/post.ts';
import type { JudgedPost } from '../core/report.ts';

/** What one record told, for later ones with the same words. */
interface Told {
  readonly first: NonNullable<JudgedPost['copyOf']>;
  readonly channel: string;
  readonly at: string | null;
  /** Keys, a line each: a set of its own for every post would take ten times the room. */
  readonly findings: string;
}

const channelOf = ({ account = '', networks = [] }: Post): string =>
  JSON.stringify([account.toLowerCase(), ...[...networks].sort()]);

/** A time is judged for itself; words are the same in every channel. */
const keyOf = ({ rule, where, range }: Finding, at: string | null): string =>
  `${rule} ${where} ${range?.start} ${range?.end} ${where === 'at' ? at : null}`;

/**
 * Reports one text that is queued for several channels once. A copy has the words of an earlier
 * record and another account or network, or its very time in another file, as a file for each profile
 * has; it keeps only findings that the earlier one had not.
 */
export const createCopies = (): ((judged: JudgedPost) => JudgedPost) => {
  const told = new Map<string, Told>();
  return (judged) => {
    const { post, at, fingerprint, findings } = judged;
    if (findings.length === 0) return judged;
    const channel = channelOf(post);
    const known = told.get(fingerprint);
    if (!known) {
      const keys = findings.map((finding) => keyOf(finding, at)).join('\n');
      const { file, line, record } = post.origin;
      told.set(fingerprint, { first: { file, line, record }, channel, at, findings: keys });
      return judged;
    }
    const isOther = known.first.file !== post.origin.file && known.at === at;
    if (known.channel === channel && !isOther) return judged;
    const keys = new Set(known.findings.split('\n'));
    return {
      ...judged,
      copyOf: known.first,
      findings: findings.filter((finding) => !keys.has(keyOf(finding, at))),
    };
  };
};
