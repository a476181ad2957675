import type { SkipReason } from './archive.ts';
import type { AuditedPost } from './audit.ts';
import type { Where } from './span.ts';

/** A post that names or pictures a pupil whose consent was withdrawn; its words are masked. */
export interface TakedownPost extends AuditedPost {
  /**
   * `full`: the whole name. `picture`: declared as somebody in a picture. `one`: the first name or the
   * surname alone, which others may share.
   */
  readonly how: 'full' | 'picture' | 'one';
  /** Where in the post. */
  readonly where: readonly Where[];
  readonly text: string;
  /** It was taken down already, as far as the archive tells. */
  readonly isDeleted: boolean;
  /** An earlier version of an edited post, which the network still shows. */
  readonly isReplaced: boolean;
}

/** What of an account itself people read. */
export const PROFILE_PLACES = ['handle', 'displayName', 'bio', 'website', 'location'] as const;

/** Something of the account itself that names such a pupil; its words are masked. */
export interface TakedownProfile {
  readonly where: (typeof PROFILE_PLACES)[number];
  readonly how: Exclude<TakedownPost['how'], 'picture'>;
  readonly text: string;
}

export interface Takedown {
  readonly account: readonly TakedownProfile[];
  /** The surest first, then by time. */
  readonly posts: readonly TakedownPost[];
  /** Posts that were looked through. */
  readonly read: number;
  /** Earlier versions of them that were looked through too. */
  readonly versions: number;
  /** Records that are no posts, by why. */
  readonly skipped: Readonly<Partial<Record<SkipReason, number>>>;
  /** Records that could not be read. */
  readonly unread: number;
}
