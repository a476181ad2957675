/** How the weights lie in the file; offsets count bytes from the start of the file. */
export interface Tensor {
  readonly offset: number;
  readonly shape: readonly number[];
}

export interface Header {
  readonly layers: number;
  readonly size: number;
  readonly inner: number;
  readonly heads: number;
  readonly longest: number;
  readonly labels: readonly string[];
  readonly aims: readonly string[];
  /** How many different numbers each table of features has. */
  readonly featureSizes: readonly number[];
  readonly tensors: Readonly<Record<string, Tensor>>;
  /** Length of the whole file in bytes, a multiple of 16. */
  readonly bytes: number;
}

/** Why a file of weights cannot be used. */
export type Flaw = 'not-weights' | 'newer' | 'cut-short' | 'damaged' | 'no-webassembly';

const MAGIC = 'POLICY-LINT-READER\n';
export const FORMAT = 1;
/** Magic, format, length of the header, sum over all after the header. */
export const PREFIX = 32;

const letters = (bytes: Uint8Array): string => String.fromCharCode(...bytes);

/** The header of a file of weights and the sum that its weights must have, or what is wrong with it. */
export const readHeader = (
  file: Uint8Array,
): { readonly header: Header; readonly sum: number; readonly start: number } | Flaw => {
  if (letters(file.subarray(0, MAGIC.length)) !== MAGIC) return 'not-weights';
  if (file.length < PREFIX) return 'cut-short';
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
  const format = view.getUint8(MAGIC.length);
  if (format !== FORMAT) return 'newer';
  const length = view.getUint32(20, true);
  if (file.length < PREFIX + length) return 'cut-short';
  let header: Header;
  try {
    header = JSON.parse(letters(file.subarray(PREFIX, PREFIX + length))) as Header;
  } catch {
    return 'damaged';
  }
  if (file.length < header.bytes) return 'cut-short';
  if (file.length > header.bytes) return 'damaged';
  return { header, sum: view.getInt32(24, true), start: PREFIX + length };
};
