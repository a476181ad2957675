/** How many line breaks a text holds, as editors count them. */
export const countBreaks = (text: string): number => {
  let count = 0;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) count += 1;
  for (let at = text.indexOf('\r'); at >= 0; at = text.indexOf('\r', at + 1))
    if (text[at + 1] !== '\n') count += 1;
  return count;
};

/** Offset behind the first line break; undefined where there is none, or only half of one. */
export const endOfLine = (text: string): number | undefined => {
  const at = text.search(/[\r\n]/u);
  if (at < 0 || (text[at] === '\r' && at === text.length - 1)) return undefined;
  return text.startsWith('\r\n', at) ? at + 2 : at + 1;
};

/** Offset behind the last line break; a return at the very end may yet be half of one. */
export const lastLineEnd = (text: string): number => {
  const carriage = text.length < 2 ? -1 : text.lastIndexOf('\r', text.length - 2);
  return Math.max(text.lastIndexOf('\n'), carriage) + 1;
};
