import { SKIP_REASONS } from '../core/archive.ts';
import type { SkipReason } from '../core/archive.ts';
import type { Takedown, TakedownPost, TakedownProfile } from '../core/takedown.ts';
import { BYTE_ORDER_MARK, csvLine } from './csv.ts';
import { guarded } from './guard.ts';
import { toJson } from './json.ts';
import { indented } from './layout.ts';
import type { Render } from './options.ts';
import { columnsOf } from './options.ts';
import { shownText } from './shown.ts';
import { counted } from './summary.ts';
import { wrap } from './wrap.ts';

export const TAKEDOWN_FORMATS = ['text', 'csv', 'json', 'ndjson'] as const;

const HOW: Readonly<Record<TakedownPost['how'], string>> = {
  full: 'the whole name',
  picture: 'declared in a picture',
  one: 'the first name or the surname alone: look whether this pupil is meant',
};

const whereInWords = (where: TakedownPost['where'][number]): string => {
  const [, picture, part] = /^media\[(\d+)\](?:\.(alt|file))?$/u.exec(where) ?? [];
  if (picture === undefined) return 'text';
  const which = `picture ${Number(picture) + 1}`;
  return part === 'alt' ? `description of ${which}` : part === 'file' ? `file of ${which}` : which;
};

/** What is to be opened: the post itself where the archive knows its address. */
const placeOf = ({ url, file, line, id }: TakedownPost): string =>
  url ?? `${file}${line > 0 ? `:${line}` : ''} (${id})`;

const when = ({ at }: TakedownPost): string =>
  (at ?? 'time not known').replace('T', ' ').slice(0, 16);

const PLACES: Readonly<Record<TakedownProfile['where'], string>> = {
  handle: 'handle of the account',
  displayName: 'name of the account',
  bio: 'description of the account',
  website: 'website of the account',
  location: 'place of the account',
};

const EARLIER = 'an earlier version of this post, which the network still shows';

const isSkipReason = (word: string): word is SkipReason => word in SKIP_REASONS;

const leftOut = (skipped: Takedown['skipped']): readonly string[] =>
  Object.entries(skipped).map(
    ([reason, count]) =>
      `${counted(count, 'record')} left out: ${isSkipReason(reason) ? SKIP_REASONS[reason] : reason}`,
  );

const sumOf = ({ account, posts, read, versions, skipped, unread }: Takedown): string => {
  const sure = posts.filter(({ how, isDeleted }) => how !== 'one' && !isDeleted).length;
  const open = posts.filter(({ how, isDeleted }) => how === 'one' && !isDeleted).length;
  const gone = posts.filter(({ isDeleted }) => isDeleted).length;
  return [
    `${counted(sure, 'post')} to take down`,
    ...(account.length > 0 ? ['the account itself to look at'] : []),
    ...(open > 0 ? [`${open} to look at`] : []),
    ...(gone > 0 ? [`${gone} deleted already`] : []),
    `${counted(read, 'post')} read`,
    ...(versions > 0 ? [`${counted(versions, 'earlier version')} read`] : []),
    ...leftOut(skipped),
    ...(unread > 0 ? [`${unread} could not be read`] : []),
  ].join(' · ');
};

/** For the person who takes posts down: where each is, how sure it is, and its words, masked. */
export const takedownText: Render<Takedown> = (takedown, options) => {
  const width = columnsOf(options);
  const { paint } = options;
  const ofAccount = takedown.account.flatMap(({ where, how, text }) => [
    'The account itself',
    ...indented(wrap(`${HOW[how]}, in: ${PLACES[where]}`, width - 2), 2),
    ...indented(wrap(shownText(text), width - 2), 2),
    '',
  ]);
  const blocks = takedown.posts.flatMap((post) => [
    `${when(post)}  ${shownText(placeOf(post))}`,
    ...indented(
      wrap(
        `${HOW[post.how]}, in: ${post.where.map(whereInWords).join(', ')}${post.isDeleted ? '; deleted already' : ''}${post.isReplaced ? `; ${EARLIER}` : ''}`,
        width - 2,
      ).map((line) => (post.how === 'one' ? paint.dim(line) : line)),
      2,
    ),
    ...indented(wrap(shownText(post.text), width - 2), 2),
    '',
  ]);
  return guarded([
    ...ofAccount,
    ...blocks,
    ...wrap(sumOf(takedown), width).map((line) => paint.bold(line)),
  ]);
};

const COLUMNS = ['time', 'link', 'how', 'where', 'deleted', 'text', 'file', 'line', 'id'] as const;

/** For a spreadsheet. */
export const takedownCsv = ({ account, posts }: Takedown): string =>
  `${BYTE_ORDER_MARK}${csvLine(COLUMNS)}${account
    .map(({ where, how, text }) =>
      csvLine([
        undefined,
        undefined,
        HOW[how],
        PLACES[where],
        'no',
        shownText(text),
        undefined,
        undefined,
        undefined,
      ]),
    )
    .join('')}${posts
    .map(({ at, url, how, where, isDeleted, isReplaced, text, file, line, id }) =>
      csvLine([
        at ?? undefined,
        url,
        HOW[how],
        `${where.map(whereInWords).join(', ')}${isReplaced ? ` (${EARLIER})` : ''}`,
        isDeleted ? 'yes' : 'no',
        shownText(text),
        shownText(file),
        line,
        shownText(id),
      ]),
    )
    .join('')}`;

/** For programs. */
export const takedownJson = (takedown: Takedown, indent?: number): string =>
  `${toJson({ schema: 'policy-lint/takedown@1', ...takedown }, indent)}\n`;
