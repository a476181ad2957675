/** Whether a line is an object of JSON, as each line of NDJSON is. */
export const isObjectLine = (line: string): boolean => {
  try {
    const value: unknown = JSON.parse(line);
    return typeof value === 'object' && value !== null && !Array.isArray(value);
  } catch {
    return false;
  }
};

/** Lists and mappings of JSON, even broken ones; “[Reminder] …” is a post. */
const JSON_START = /^\s*(?:\[\s*(?:\{|$)|\{\s*(?:"|\}|$))/u;
const OURS = /^\s*\{\s*"(?:text|id|at)"/u;

/** JSON that has no name to say so, by its first lines. */
export const jsonLikeness = (head: string): 'json' | 'ndjson' | undefined => {
  if (!JSON_START.test(head)) return undefined;
  const [first = '', ...others] = head.split('\n').filter((line) => line.trim() !== '');
  if (!isObjectLine(first)) return 'json';
  return others.length > 0 || OURS.test(first) ? 'ndjson' : 'json';
};

const HEADING =
  /(?:^|[,;|\t"])\s*(?:[\w -]{0,30})(?:text|message|content|post|caption|tweet|copy|wording|body|update)/iu;

/** A quick look: most drafts need nothing of what reads tables. */
export const mayBeTable = (head: string): boolean => {
  if (/^sep=.[\r\n]/iu.test(head)) return true;
  const line =
    head
      .slice(0, 4000)
      .trimStart()
      .split(/[\r\n]/u, 1)[0] ?? '';
  return /[,;|\t]/u.test(line) && HEADING.test(line);
};
