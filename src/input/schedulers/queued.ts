import type { Cell, Origin } from '../../core/post.ts';
import type { Notice, Problem } from '../../core/problem.ts';
import type { Path } from '../../syntax/place.ts';
import { withoutAbsent } from '../absent.ts';
import type { Reading } from '../reading.ts';
import type { SeenIds } from '../record.ts';
import { readRecord } from '../record.ts';
import type { PlaceOf } from '../value-places.ts';
import type { Queued, QueuedPicture } from './scheduler.ts';
import type { TimeRead } from './time-of.ts';

/** What a post of a record shares with the others of its record and file. */
export interface Context {
  readonly file: string;
  readonly timezone: string;
  readonly seen: SeenIds;
  readonly placeOf: PlaceOf;
  readonly id: string;
  readonly record: number;
  readonly thread: string | undefined;
}

const pictureValue = ({ file, alt }: QueuedPicture): object =>
  withoutAbsent({ file: file.value, alt: alt.value });

/** The way in the scheduler’s record to what a post of our own has at `path`. */
const sourceWay = (queued: Queued, path: Path): Path => {
  const [key, index, part] = path;
  if (key === 'text') return queued.text.way;
  if (key === 'at') return queued.when.kind === 'at' ? queued.when.time.way : [];
  if (key !== 'media' || typeof index !== 'number') return [];
  const picture = queued.media?.[index];
  if (!picture) return [];
  return (part === 'alt' ? picture.alt : part === 'file' ? picture.file : picture).way;
};

const problemsOf = (queued: Queued, time: TimeRead, { file, placeOf }: Context): Problem[] => {
  const key = queued.text.way.findLast((step) => typeof step === 'string');
  const isMissing = queued.text.value === undefined || queued.text.value === null;
  const all = [
    ...(isMissing
      ? [{ way: queued.text.way, message: `this post has no text: “${key!}” is missing` }]
      : []),
    ...(queued.wrong ?? []),
    ...(time.wrong ? [time.wrong] : []),
  ];
  return all.map(({ way, message }) => ({ file, ...placeOf(way, 'value'), message }));
};

/** Where the values of a post stand, each under the key that the scheduler has for it. */
const cellsOf = (queued: Queued, { placeOf }: Context): NonNullable<Origin['cells']> => {
  const cellAt = (path: Path): Cell | undefined => {
    const way = sourceWay(queued, path);
    const name = way.findLast((step) => typeof step === 'string');
    return name === undefined ? undefined : { ...placeOf(way, 'value'), name };
  };
  return withoutAbsent({
    text: cellAt(['text']),
    at: cellAt(['at']),
    media: cellAt(['media', 0]),
  });
};

/** A post of our own, or why it cannot be judged. `text`: the words without their markup. */
export const readQueued = (
  queued: Queued,
  text: unknown,
  time: TimeRead,
  context: Context,
): Reading => {
  const { file, placeOf, thread } = context;
  const [first, ...others] = problemsOf(queued, time, context);
  if (first) return { problems: [first, ...others] };
  const { networks, media = [], account } = queued;
  const value = { text, at: time.at, media: media.map(pictureValue), account, networks, thread };
  const reading = readRecord(
    {
      value: withoutAbsent(value),
      origin: {
        file,
        line: placeOf(queued.text.way, 'value').line,
        record: context.record,
        cells: cellsOf(queued, context),
      },
      defaultId: context.id,
      defaultTime: time.otherwise,
      timezone: context.timezone,
      strictness: 'data',
      placeOf: (path) => placeOf(sourceWay(queued, path), 'value'),
    },
    context.seen,
  );
  if (!('post' in reading) || !time.notice) return reading;
  const { way, message } = time.notice;
  const notice: Notice = { kind: 'clock-change', file, ...placeOf(way, 'value'), message };
  return { ...reading, notices: [notice] };
};
