export const CONSENTS = ['granted', 'refused', 'expired', 'unknown'] as const;
export const CONSENT_FORMS = ['written', 'verbal', 'exception'] as const;
export const RIGHTS = ['own', 'licensed', 'permission', 'public-domain', 'unknown'] as const;
export const REVIEWS = ['suitable', 'unsuitable'] as const;
export const CAMERAS = ['phone', 'tablet', 'camera'] as const;

/** A person declared in the record of a picture. */
export interface PicturedPerson {
  readonly name?: string;
  readonly child?: boolean;
  /** False when only hands, a back or a distant figure can be seen. */
  readonly identifiable?: boolean;
  readonly consent?: (typeof CONSENTS)[number];
  /** How consent was given; `exception`: it was waived, and that is on record. */
  readonly consentForm?: (typeof CONSENT_FORMS)[number];
  /** A colleague: `child` is false then. */
  readonly staff?: boolean;
  /** Whoever the account belongs to. */
  readonly self?: boolean;
}

export interface Media {
  readonly file?: string;
  readonly alt?: string;
  /** Who can be seen; an empty list states that nobody can. Absent: not declared. */
  readonly people?: readonly PicturedPerson[];
  /** By what right it is shown. Absent: not declared. */
  readonly rights?: (typeof RIGHTS)[number];
  /** What somebody who looked at it before decided. Absent: nobody has. */
  readonly review?: (typeof REVIEWS)[number];
  /** What it was taken with. Absent: not known. */
  readonly camera?: (typeof CAMERAS)[number];
  /** Whether that device is the school's own. Absent: not known. */
  readonly schoolDevice?: boolean;
}

/** A cell of a table: 1-based line and column (UTF-16 units), and what a spreadsheet calls it. */
export interface Cell {
  readonly line: number;
  readonly column: number;
  /** The heading of its column, or `column B` where there is none. */
  readonly name: string;
}

/** What of a post may stand in a cell of its own. */
export type CellOf = 'text' | 'at' | 'reply' | 'media';

/**
 * Where a post was read: 1-based line and record, as an editor and a spreadsheet count them; 0 where
 * several streams were put together.
 */
export interface Origin {
  readonly file: string;
  readonly line: number;
  readonly record: number;
  /** Line on which `text` starts, when the file holds the text as it is (a draft, not a JSON string). */
  readonly textLine?: number;
  /** Column on that line, 1-based in UTF-16 units; 1 when absent. */
  readonly textColumn?: number;
  /** Each quotation mark of `text` stands twice in the file, as in a quoted cell. */
  readonly doublesQuotes?: true;
  /** For a record of a table: where its values stand. */
  readonly cells?: Readonly<Partial<Record<CellOf, Cell>>>;
}

/**
 * When a post goes out.
 * `now`: a draft that names no time, judged as if posted at the moment of the run.
 * `unscheduled`: a queued post whose time is open.
 */
export type PostTime =
  | { readonly kind: 'instant'; readonly epochMs: number }
  | { readonly kind: 'now' }
  | { readonly kind: 'unscheduled' };

/** One draft, queued or published message with what is known about it. */
export interface Post {
  readonly id: string;
  /** As the author typed it; every range in a finding counts UTF-16 units of this string. */
  readonly text: string;
  readonly origin: Origin;
  readonly at: PostTime;
  /** A configured name or handle, or a kind written out (`department:science`); absent: the school. */
  readonly account?: string;
  readonly replyTo?: string;
  /** True, or a word that says what ("residential"). */
  readonly event?: boolean | string;
  readonly urgent?: boolean | string;
  readonly media: readonly Media[];
  readonly source?: string;
  readonly author?: string;
  /** Networks that it is queued for (`x`, `facebook` …), in small letters. Absent: not known. */
  readonly networks?: readonly string[];
  /** What the posts of one thread share. */
  readonly thread?: string;
  /** What an archive knows of it. Absent: a draft or a queued post. */
  readonly published?: Published;
}

/**
 * Whose words a record of an archive holds. `own`: the account's. `repost`, `like`: somebody else's,
 * passed on or liked; only rules that say so judge them.
 */
export const RECORD_KINDS = ['own', 'repost', 'like'] as const;
export type RecordKind = (typeof RECORD_KINDS)[number];

export const VISIBILITIES = ['public', 'unlisted', 'followers'] as const;

/** What is known of a post that is out. Times are milliseconds since 1970 UTC. */
export interface Published {
  readonly kind: RecordKind;
  /** Handle, without the `@`, of whose words they are; for what the account passed on or liked. */
  readonly by?: string;
  /** The network kept only its beginning. */
  readonly isCut?: true;
  /** Where it can be seen. */
  readonly url?: string;
  /** Id of the post that it answers. */
  readonly replyToId?: string;
  /** When that post went out, as far as its id or the archive tells. */
  readonly answeredMs?: number;
  /** Whether that post is the account's own: a thread. */
  readonly continuesOwn?: true;
  /** When it was taken down. Absent: it is still up, as far as the archive tells. */
  readonly deletedMs?: number;
  /** How many earlier versions it replaced. */
  readonly edits?: number;
  /** An earlier version of a post that was edited: the network still shows it to who asks. */
  readonly replaced?: true;
  /** Posted into a community of the network. */
  readonly community?: true;
  readonly visibility?: (typeof VISIBILITIES)[number];
}

/** Whose words a post holds: a draft’s are its author’s. */
export const kindOf = ({ published }: Post): RecordKind => published?.kind ?? 'own';
