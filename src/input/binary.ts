/** How files that are not text begin, and what to call them. */
interface Signature {
  readonly starts: string;
  readonly name: string;
  readonly advice: string;
}

const PLAIN = 'open it and save it as plain text (.txt)';
const PICTURE = 'name the picture under media: in a draft instead';

/** First bytes, as Latin-1. */
const SIGNATURES: readonly Signature[] = [
  { starts: '\x89PNG', name: 'a picture (PNG)', advice: PICTURE },
  { starts: '\xff\xd8\xff', name: 'a picture (JPEG)', advice: PICTURE },
  { starts: 'GIF8', name: 'a picture (GIF)', advice: PICTURE },
  {
    starts: '%PDF-',
    name: 'a PDF document',
    advice: 'copy its text into a plain text file (.txt)',
  },
  { starts: '\xd0\xcf\x11\xe0', name: 'an old Office document', advice: PLAIN },
  { starts: '{\\rtf', name: 'a rich text document (RTF)', advice: PLAIN },
  { starts: '\x1f\x8b', name: 'a compressed file (gzip)', advice: 'unpack it first' },
  { starts: '7z\xbc\xaf', name: 'a compressed file (7z)', advice: 'unpack it first' },
];

/** Names that stand in the first entries of an Office file, which is a ZIP archive. */
const OFFICE: readonly (readonly [string, string])[] = [
  ['word/', 'a Word document'],
  ['xl/', 'an Excel workbook'],
  ['ppt/', 'a PowerPoint presentation'],
  ['opendocument.text', 'a LibreOffice document'],
];

const latin1 = (bytes: Uint8Array): string => String.fromCharCode(...bytes);

const zipName = (head: string, all: string): string | undefined =>
  OFFICE.find(([entry]) => head.includes(entry) || all.includes(entry))?.[1];

/**
 * What a file looks like that is no text, in words that say what to do; undefined when it may be text.
 * Its first and last bytes will do.
 */
export const findBinary = (bytes: Uint8Array, end = bytes): string | undefined => {
  const head = latin1(bytes.subarray(0, 4096));
  const known = SIGNATURES.find(({ starts }) => head.startsWith(starts));
  if (known) return `this looks like ${known.name}, not text: ${known.advice}`;
  if (head.startsWith('PK\x03\x04')) {
    const office = zipName(head, latin1(end.subarray(-4096)));
    return office === undefined
      ? 'this looks like a ZIP archive, not text: unpack it first, or judge it with policy-lint audit if it holds what was posted'
      : `this looks like ${office}, not text: ${PLAIN}`;
  }
  if (head.startsWith('ftyp', 4)) return 'this looks like a film or a picture, not text';
  if (/^RIFF[^]{4}(?:WEBP|WAVE|AVI )/u.test(head))
    return 'this looks like a picture, a sound or a film, not text';
  return undefined;
};

const CONTROLS = /[\x01-\x08\x0e-\x1f]/gu;

/** Whether text holds what nobody types: a NUL, or a control character among every few others. */
export const isGarbled = (text: string): boolean => {
  if (text.includes('\0')) return true;
  const controls = text.match(CONTROLS)?.length ?? 0;
  return controls > 3 && controls * 10 > text.length;
};
