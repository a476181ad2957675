/** Code points are written in hexadecimal: the shapes could not be told apart. */
export const fromHex = (hex: string): string => String.fromCodePoint(Number.parseInt(hex, 16));
