/** Bytes that wait to be read, in a buffer that is used again and again. */
export interface Shelf {
  readonly length: () => number;
  readonly add: (bytes: Uint8Array) => void;
  /** Valid until the next change. */
  readonly view: (from: number, to: number) => Uint8Array;
  /** Takes out bytes, `to` exclusive. */
  readonly drop: (from: number, to: number) => void;
  /** What `read` returns while another byte stands at an offset. */
  readonly withByte: <T>(at: number, byte: number, read: () => T) => T;
  readonly indexOf: (byte: number, from: number) => number | undefined;
  /** The first byte of a character at or behind an offset. */
  readonly startOfCharacter: (at: number) => number;
  readonly firstIndexOf: (bytes: Uint8Array, from: number) => number | undefined;
  /** The last place of some bytes that begins at or behind `from`. */
  readonly lastIndexOf: (bytes: Uint8Array, from: number) => number | undefined;
}

const SMALLEST = 512 * 1024;

export const createShelf = (first: number): Shelf => {
  let buffer = new Uint8Array(SMALLEST);
  buffer[0] = first;
  let length = 1;

  const standsAt = (bytes: Uint8Array, at: number): boolean => {
    for (let next = 0; next < bytes.length; next += 1) {
      if (buffer[at + next] !== bytes[next]) return false;
    }
    return true;
  };

  return {
    length: () => length,
    add(bytes) {
      if (length + bytes.length > buffer.length) {
        const larger = new Uint8Array(Math.max(2 * buffer.length, length + bytes.length));
        larger.set(buffer.subarray(0, length));
        buffer = larger;
      }
      buffer.set(bytes, length);
      length += bytes.length;
    },
    view: (from, to) => buffer.subarray(from, to),
    drop(from, to) {
      buffer.copyWithin(from, to, length);
      length -= to - from;
    },
    withByte(at, byte, read) {
      const before = buffer[at]!;
      buffer[at] = byte;
      try {
        return read();
      } finally {
        buffer[at] = before;
      }
    },
    indexOf(byte, from) {
      const at = buffer.subarray(0, length).indexOf(byte, from);
      return at < 0 ? undefined : at;
    },
    startOfCharacter(at) {
      let start = at;
      while (start < length && (buffer[start]! & 0xc0) === 0x80) start += 1;
      return start;
    },
    firstIndexOf(bytes, from) {
      for (let at = from; at <= length - bytes.length; at += 1) {
        if (standsAt(bytes, at)) return at;
      }
      return undefined;
    },
    lastIndexOf(bytes, from) {
      for (let at = length - bytes.length; at >= from; at -= 1) {
        if (standsAt(bytes, at)) return at;
      }
      return undefined;
    },
  };
};
