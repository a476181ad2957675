import type { Problem } from '../core/problem.ts';
import { fileName } from './names.ts';
import type { InputOptions, Reading } from './reading.ts';
import { unread } from './reading.ts';
import type { PostRecord, SeenIds } from './record.ts';
import { readRecord } from './record.ts';
import type { Segment } from './segments.ts';
import { splitDraft } from './segments.ts';

type FrontMatter =
  Pick<PostRecord, 'value' | 'placeOf'> | { readonly problems: readonly [Problem, ...Problem[]] };

/** YAML is loaded for the first front matter, and never for a draft without one. */
const readFront = async (
  { text, line }: NonNullable<Segment['front']>,
  file: string,
): Promise<FrontMatter> => {
  const { parseYaml } = await import('../syntax/yaml.ts');
  const source = parseYaml(text, file, line);
  const [first, ...others] = source.problems;
  if (first) return { problems: [first, ...others] };
  return {
    value: source.value ?? {},
    placeOf: (path, what) => (what === 'key' ? source.placeOfKey(path) : source.placeOf(path)),
  };
};

const UNCLOSED =
  'these lines look like keys of the post: put a line that holds only --- before and after them';
const EMPTY = 'this post is empty: write its text, or take out one of the lines of ---';

/** Posts as their author typed them, separated by lines that hold only `---`. */
export async function* readDraft(
  text: string,
  file: string,
  { timezone }: InputOptions,
): AsyncGenerator<Reading> {
  const segments = splitDraft(text);
  if (segments.length === 0) yield unread(file, 'this file holds no post: write its text in it');
  const seen: SeenIds = new Map();
  for (const [index, segment] of segments.entries()) {
    const { line, textLine, front } = segment;
    const record = index + 1;
    const place = { line: textLine, column: 1 };
    if (segment.isUnclosed) {
      yield unread(file, UNCLOSED, place);
      continue;
    }
    const keys: FrontMatter = front
      ? await readFront(front, file)
      : { value: {}, placeOf: () => place };
    const emptiness = segment.text === '' ? [{ file, line, column: 1, message: EMPTY }] : [];
    if ('problems' in keys) {
      const [first, ...others] = keys.problems;
      yield { problems: [first, ...others, ...emptiness] };
      continue;
    }
    const reading = readRecord(
      {
        ...keys,
        text: segment.text,
        origin: { file, line, record, textLine },
        defaultId: segments.length === 1 ? fileName(file) : `${fileName(file)}#${record}`,
        defaultTime: { kind: 'now' },
        timezone,
        strictness: 'draft',
      },
      seen,
    );
    const [empty] = emptiness;
    if (!empty) yield reading;
    else yield { problems: [empty, ...('problems' in reading ? reading.problems : [])] };
  }
}
