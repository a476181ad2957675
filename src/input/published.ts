import type { Origin, Published } from '../core/post.ts';
import { RECORD_KINDS, VISIBILITIES } from '../core/post.ts';
import { isMapping } from '../syntax/plain-data.ts';
import { parseTime } from '../time/parse.ts';
import { withoutAbsent } from './absent.ts';
import type { ReadValue } from './values.ts';
import { asFlag, asMapping, asName, asOneOf, asString } from './values.ts';
import { createVocabulary } from './vocabulary.ts';

const KEYS = createVocabulary([
  'kind',
  'by',
  'cut',
  'url',
  'replyToId',
  'answered',
  'continuesOwn',
  'deleted',
  'edits',
  'community',
  'visibility',
]);

const asKind = asOneOf(RECORD_KINDS, 'write kind as own, repost or like');
const asBy = asString('write by as a handle without the @');
const asUrl = asString('write url as text');
const asReplyToId = asName('write replyToId as text');
const asVisibility = asOneOf(VISIBILITIES, 'write visibility as public, unlisted or followers');

/** True, or not there at all. */
const asTrue =
  (message: string): ReadValue<true> =>
  (value, path, reader) =>
    asFlag(message)(value, path, reader) ? true : undefined;

const asCut = asTrue('write cut as true, or leave it out');
const asContinuesOwn = asTrue('write continuesOwn as true, or leave it out');
const asCommunity = asTrue('write community as true, or leave it out');

const FRACTION = /[.](\d{3})/u;

/** With its milliseconds: an answer may follow within one second. */
const asInstant: ReadValue<number> = (value, path, { timezone, complain }) => {
  const written = typeof value === 'string' ? value : '';
  const time = parseTime(written, timezone);
  if ('epochMs' in time) return time.epochMs + Number(FRACTION.exec(written)?.[1] ?? 0);
  complain(path, time.error);
  return undefined;
};

const asEdits: ReadValue<number> = (value, path, { complain }) => {
  if (typeof value === 'number' && Number.isSafeInteger(value) && value >= 0) return value;
  complain(path, 'write edits as a number');
  return undefined;
};

/** What a post that is out brings with it, as `postLine` writes it. */
export const asPublished: ReadValue<Published> = asMapping(
  KEYS,
  'write published with kind:, url: and what else is known',
  ({ get }) =>
    withoutAbsent({
      kind: get('kind', asKind) ?? 'own',
      by: get('by', asBy),
      isCut: get('cut', asCut),
      url: get('url', asUrl),
      replyToId: get('replyToId', asReplyToId),
      answeredMs: get('answered', asInstant),
      continuesOwn: get('continuesOwn', asContinuesOwn),
      deletedMs: get('deleted', asInstant),
      edits: get('edits', asEdits),
      community: get('community', asCommunity),
      visibility: get('visibility', asVisibility),
    }),
);

/** Other programs write `published` too, for a date or a yes: only a mapping with a kind is ours. */
export const isPublished = (value: unknown): boolean => isMapping(value) && 'kind' in value;

const isCount = (value: unknown): value is number =>
  Number.isSafeInteger(value) && Number(value) > 0;

/** Where a post stood before it was written here; undefined: these are somebody else’s words. */
export const findOrigin = (value: unknown): Origin | undefined => {
  if (!isMapping(value)) return undefined;
  const { file, line, record } = value;
  return typeof file === 'string' && file !== '' && isCount(line) && isCount(record)
    ? { file, line, record }
    : undefined;
};
