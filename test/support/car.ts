import { createHash } from 'node:crypto';
import { Token, Type, encode } from 'cborg';

/** A link from one block to another. */
export class Link {
  readonly cid: Uint8Array;

  constructor(cid: Uint8Array) {
    this.cid = cid;
  }
}

const asLink = (value: unknown): readonly Token[] | null =>
  value instanceof Link
    ? [new Token(Type.tag, 42), new Token(Type.bytes, Uint8Array.from([0, ...value.cid]))]
    : null;

export interface CarBlock {
  readonly cid: Uint8Array;
  readonly bytes: Uint8Array;
}

/** DAG-CBOR under its SHA-256, as repositories have it. */
export const blockOf = (value: unknown): CarBlock => {
  const bytes = encode(value, { typeEncoders: { Object: (one) => asLink(one) as Token[] | null } });
  const digest = createHash('sha256').update(bytes).digest();
  return { cid: Uint8Array.from([1, 0x71, 0x12, 0x20, ...digest]), bytes };
};

const varint = (number: number): readonly number[] =>
  number < 128 ? [number] : [(number & 127) | 128, ...varint(number >> 7)];

const section = (...parts: readonly Uint8Array[]): Uint8Array => {
  const whole = Buffer.concat(parts);
  return Buffer.concat([Uint8Array.from(varint(whole.length)), whole]);
};

/** A CAR v1 of blocks, the first of them its root. */
export const carOf = (blocks: readonly CarBlock[]): Uint8Array => {
  const header = blockOf({ version: 1, roots: [new Link(blocks[0]!.cid)] });
  return Buffer.concat([
    section(header.bytes),
    ...blocks.map(({ cid, bytes }) => section(cid, bytes)),
  ]);
};
