import { withoutBom } from './decode.ts';

/** An archive’s files are programs that set a variable; the older kind came with a table as well. */
const STARTS: readonly (readonly [start: RegExp, what: string])[] = [
  [/^\s*window\.(?:YTD\.|__THAR_CONFIG\s*=)/u, 'part of an X archive'],
  [/^\s*Grailbird\.data\./u, 'part of an old X archive'],
  [/^\s*var (?:tweet_index|payload_details|user_details)\s*=/u, 'part of an old X archive'],
  [/^"?tweet_id"?,"?in_reply_to_status_id"?,/u, 'the table of an old X archive'],
];

/** Letters in which an archive shows itself. */
export const ARCHIVE_HEAD = 200;

/** Why a text that begins like this holds nothing to be judged before it goes out. */
export const archiveRefusal = (head: string): string | undefined => {
  const text = withoutBom(head);
  const what = STARTS.find(([start]) => start.test(text))?.[1];
  return what === undefined
    ? undefined
    : `this is ${what}, which holds posts that went out long ago: judge them with policy-lint audit, or give a draft or the queue of what is still to come`;
};
