import { CarBlockIterator } from '@ipld/car/iterator';
import { decode } from 'cborg';
import type { Problem } from '../../../core/problem.ts';
import type { Mapping } from '../../../syntax/plain-data.ts';
import { isMapping } from '../../../syntax/plain-data.ts';
import type { ArchiveFiles } from '../files.ts';
import { ArchiveDamage } from '../files.ts';

/** What a block of a repository holds. Links to other blocks are texts of the kind of `id`. */
export interface Block {
  readonly id: string;
  readonly value: Mapping;
}

const NO_REPOSITORY = 'this file is no repository of Bluesky (CAR): download it again';
const CUT =
  'this repository is cut short or damaged, so only what stands before was read: download it again';
const BROKEN = 'this part of the repository is damaged';

const hexOf = (bytes: Uint8Array): string =>
  Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');

/** A link is tag 42: a zero, and the id of the block. */
const asLink = (value: unknown): string | undefined =>
  value instanceof Uint8Array && value[0] === 0 ? hexOf(value.subarray(1)) : undefined;

const options = {
  allowIndefinite: false,
  allowUndefined: false,
  tags: { 42: (read: () => unknown) => asLink(read()) },
};

const readBlock = (bytes: Uint8Array): Mapping | undefined => {
  try {
    const value: unknown = decode(bytes, options);
    return isMapping(value) ? value : undefined;
  } catch {
    return undefined;
  }
};

/** The blocks of a repository (CAR v1, DAG-CBOR), in their order; what is damaged is told. */
export async function* blocksOf(
  files: ArchiveFiles,
  path: string,
  file: string,
): AsyncGenerator<Block | { readonly unread: Problem } | { readonly problem: Problem }> {
  let isOpen = false;
  try {
    const blocks = await CarBlockIterator.fromIterable(files.open(path));
    isOpen = true;
    for await (const { cid, bytes } of blocks) {
      const value = readBlock(bytes);
      if (value) yield { id: hexOf(cid.bytes), value };
      else yield { unread: { file, message: BROKEN } };
    }
  } catch (error) {
    const reason = isOpen ? CUT : NO_REPOSITORY;
    yield { problem: { file, message: error instanceof ArchiveDamage ? error.message : reason } };
  }
}
