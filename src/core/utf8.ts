/** A text as UTF-8; half an emoji becomes the replacement character, as encoders do. */
export const utf8Of = (text: string): Uint8Array => {
  const bytes: number[] = [];
  for (const sign of text) {
    const written = sign.codePointAt(0)!;
    const point = written >= 0xd800 && written <= 0xdfff ? 0xfffd : written;
    if (point < 0x80) bytes.push(point);
    else if (point < 0x800) bytes.push(0xc0 | (point >> 6), 0x80 | (point & 63));
    else if (point < 0x10000) {
      bytes.push(0xe0 | (point >> 12), 0x80 | ((point >> 6) & 63), 0x80 | (point & 63));
    } else {
      const [high, low] = [point >> 12, point & 0xfff];
      bytes.push(0xf0 | (high >> 6), 0x80 | (high & 63), 0x80 | (low >> 6), 0x80 | (low & 63));
    }
  }
  return Uint8Array.from(bytes);
};
