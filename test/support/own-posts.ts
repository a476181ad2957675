/** Posts of an invented school in our own NDJSON, some with a breach, in the week of 3 November 2025. */
const TEXTS = [
  'Year 4 planted forty bulbs by the gate today.',
  'Well done Josh, a better lesson today',
  'Come to our winter fair on Friday, everyone is welcome!',
  'A warm welcome to @HexleyLibrary this morning.',
  'School is closed today because of snow.',
  'The netball team sang all the way home after the match.',
] as const;

const HOUR = 3_600_000;

/** One every five hours, so that some go out at night. */
export const ownPosts = (count: number): readonly string[] =>
  Array.from({ length: count }, (_, index) => {
    const at = new Date(Date.UTC(2025, 10, 3, 9) + index * 5 * HOUR).toISOString();
    const text = `${TEXTS[index % TEXTS.length]!} (${index})`;
    return JSON.stringify({ id: String(100 + index), text, at, published: { kind: 'own' } });
  });
