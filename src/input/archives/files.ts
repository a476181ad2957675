import type { Problem } from '../../core/problem.ts';

/** The files of an archive, wherever they are kept: in a zip, in a folder, or one alone. */
export interface ArchiveFiles {
  /** What reports call the archive: its path as it was named. */
  readonly name: string;
  /** Paths inside it, with slashes, each once, in the order of their code points. */
  readonly paths: readonly string[];
  /** Bytes of a file once unpacked, as its container says. */
  readonly sizeOf: (path: string) => number;
  /**
   * The bytes of a file, from its beginning, as often as it is asked. Yields what can be read and then
   * throws `ArchiveDamage`, whose message is a plain sentence, when the container is damaged there.
   */
  readonly open: (path: string) => AsyncIterable<Uint8Array>;
  /**
   * The text of whole characters in UTF-8, a byte order mark among them; undefined: they are none.
   * Machines do this many times as fast as we do; without it we do it ourselves.
   */
  readonly decode?: (bytes: Uint8Array) => string | undefined;
  /** Files that were refused, and a container that is cut short. */
  readonly problems: readonly Problem[];
  readonly close: () => void;
}

/** Bytes of a container that cannot be had; told as a problem with the file's path. */
export class ArchiveDamage extends Error {}
