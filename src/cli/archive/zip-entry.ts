/** A file of a zip, as its list of contents or the header before it describes it. */
export interface ZipEntry {
  readonly path: string;
  /** Where its header begins. */
  readonly offset: number;
  /** Bytes of that header at least: it may say more than the list of contents does. */
  readonly headerLength: number;
  readonly compressedSize: number;
  readonly size: number;
  /** 0: stored, 8: deflated. */
  readonly method: number;
  /** Absent: not known before it was read. */
  readonly crc?: number;
  readonly isLocked: boolean;
  /** Type of the file as Unix has it; 0: not known. */
  readonly unixType: number;
  /** The zip ends in the middle of it. */
  readonly isCut?: true;
}

/** What a zip holds, and what is wrong with it as a whole. */
export interface ZipContents {
  readonly entries: readonly ZipEntry[];
  readonly problem?: string;
}

export const STORED = 0;
export const DEFLATED = 8;
