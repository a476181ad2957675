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
}

export interface Takedown {
  /** The surest first, then by time. */
  readonly posts: readonly TakedownPost[];
  /** Posts that were looked through. */
  readonly read: number;
  /** Records that are no posts, and that could not be read. */
  readonly skipped: number;
  readonly unread: number;
}
