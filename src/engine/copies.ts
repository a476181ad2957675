import type { Finding } from '../core/finding.ts';
import type { Origin, Post } from '../core/post.ts';
import type { JudgedPost } from '../core/report.ts';

/** What one record told, for later ones with the same words. */
interface Told {
  readonly origin: Origin;
  readonly channel: string;
  readonly at: string | null;
  /** Keys, a line each: a set of its own for every post would take ten times the room. */
  readonly findings: string;
}

const channelOf = ({ account = '', networks = [] }: Post): string =>
  JSON.stringify([account.toLowerCase(), ...[...networks].sort()]);

/** A time is judged for itself; words are the same in every channel. */
const keyOf = ({ rule, where, range }: Finding, at: string | null): string =>
  JSON.stringify([rule, where, range?.start, range?.end, where === 'at' ? at : null]);

/**
 * Reports one text that is queued for several channels once. A copy has the words of an earlier
 * record and another account or network, or its very time; it keeps only findings that the earlier
 * one had not.
 */
export const createCopies = (): ((judged: JudgedPost) => JudgedPost) => {
  const told = new Map<string, Told>();
  return (judged) => {
    const { post, at, fingerprint, findings } = judged;
    if (findings.length === 0) return judged;
    const channel = channelOf(post);
    const first = told.get(fingerprint);
    if (!first) {
      const keys = findings.map((finding) => keyOf(finding, at)).join('\n');
      told.set(fingerprint, { origin: post.origin, channel, at, findings: keys });
      return judged;
    }
    if (first.channel === channel && first.at !== at) return judged;
    const { file, line, record } = first.origin;
    const keys = new Set(first.findings.split('\n'));
    return {
      ...judged,
      copyOf: { file, line, record },
      findings: findings.filter((finding) => !keys.has(keyOf(finding, at))),
    };
  };
};
