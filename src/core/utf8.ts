/** The most that a UTF-16 unit takes. */
const MOST_BYTES = 3;

/** A text as UTF-8; half an emoji becomes the replacement character, as encoders do. */
export const utf8Of = (text: string): Uint8Array => {
  const bytes = new Uint8Array(text.length * MOST_BYTES);
  let length = 0;
  const write = (byte: number): void => {
    bytes[length] = byte;
    length += 1;
  };
  for (let at = 0; at < text.length; at += 1) {
    const written = text.codePointAt(at)!;
    const point = written >= 0xd800 && written <= 0xdfff ? 0xfffd : written;
    if (point < 0x80) write(point);
    else {
      if (point < 0x800) write(0xc0 | (point >> 6));
      else {
        if (point < 0x10000) write(0xe0 | (point >> 12));
        else {
          write(0xf0 | (point >> 18));
          write(0x80 | ((point >> 12) & 63));
          at += 1;
        }
        write(0x80 | ((point >> 6) & 63));
      }
      write(0x80 | (point & 63));
    }
  }
  return bytes.subarray(0, length);
};
