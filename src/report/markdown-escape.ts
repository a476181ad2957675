import { visible } from './cells.ts';

/** Zero-width space, written so that the report itself holds nothing invisible. */
const GAP = '&#8203;';

/**
 * GitHub and GitLab look for these in the finished page, where no backslash is left: a mention, an
 * emoji’s code, a link, another issue. A gap behind the sign is all that stops them.
 */
const FOUND_LATE = /@|:(?=\/\/|[\w+-]+:)|www(?=\.)|[#!$%&~^](?=[\w"])/giu;

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  // a formula’s sign on GitHub even behind a backslash
  $: '&#36;',
};

/** What Markdown acts on wherever it stands, and the braces of Jekyll. */
const ACTIVE = /[\\`*_[\]{}|~#&<>$]/gu;

/** What it acts on at the start of a line, and the colons of GitHub’s commands. */
const AT_START = /^(?:\d{1,9}(?=[.)](?: |$))|(?=[-+=:]))/u;

const escapeActive = (text: string): string =>
  text.replace(ACTIVE, (sign) => ENTITIES[sign] ?? `\\${sign}`);

/**
 * Somebody’s text as inline Markdown, in a paragraph or a cell of a table, that shows what was typed
 * and does nothing: no link, mention, emoji code, HTML or formula, nothing invisible. For names that
 * must be masked give it what `visibleMasked` returns. Not for the inside of a code span, a link’s
 * target or an attribute.
 */
export const escapeMarkdown = (text: string): string => {
  let made = '';
  let at = 0;
  const shown = visible(text).trim();
  for (const { 0: sign, index } of shown.matchAll(FOUND_LATE)) {
    const end = index + sign.length;
    made += `${escapeActive(shown.slice(at, end))}${GAP}`;
    at = end;
  }
  return (made + escapeActive(shown.slice(at))).replace(AT_START, '$&\\');
};
