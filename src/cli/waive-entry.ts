import type { Document, YAMLMap, YAMLSeq } from 'yaml';
import { isMap, isSeq, parseDocument } from 'yaml';
import type { Waiver } from '../core/waiver.ts';

/** A waiver as its file holds it. */
export type WaiverEntry = Omit<Waiver, 'file' | 'line'>;

const HEADER = `# yaml-language-server: $schema=./node_modules/policy-lint/schema/waivers.schema.json
# Exceptions that somebody answers for: policy-lint waive writes them, policy-lint reads them.
`;

const isOf = (item: unknown, { rule, post }: WaiverEntry): item is YAMLMap =>
  isMap(item) && item.get('rule') === rule && item.get('post') === post;

const KEYS: readonly (keyof WaiverEntry)[] = [
  'rule',
  'post',
  'reason',
  'approvedBy',
  'role',
  'approved',
  'expires',
];

/** The file with this waiver in it; one for the same rule and post is renewed, all else stays as written. */
export const withWaiver = (text: string, entry: WaiverEntry): string => {
  const document: Document = parseDocument(text);
  const before: Document = isSeq(document.contents)
    ? document
    : parseDocument(`${text.trim() === '' ? HEADER.trimEnd() : text.trimEnd()}\n[]\n`);
  const list = before.contents as YAMLSeq;
  list.flow = false;
  const known = list.items.find((item) => isOf(item, entry));
  if (isOf(known, entry)) {
    for (const key of KEYS) {
      if (entry[key] === undefined) known.delete(key);
      else known.set(key, entry[key]);
    }
  } else list.add(before.createNode(entry));
  const written = before.toString({ lineWidth: 0 });
  return text.includes('\r\n') ? written.replace(/\r?\n/gu, '\r\n') : written;
};
