/** Bytes of a text in UTF-8; what stands for a bad byte is one. */
export const byteLength = (text: string): number => {
  let length = 0;
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    if (unit < 0x80 || (unit >= 0xdc80 && unit <= 0xdcff)) length += 1;
    else if (unit < 0x800) length += 2;
    else if (unit >= 0xd800 && unit < 0xdc00) {
      length += 4;
      at += 1;
    } else length += 3;
  }
  return length;
};
