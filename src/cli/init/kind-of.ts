import path from 'node:path';
import { decode } from '../../input/decode.ts';
import { readings } from '../../input/index.ts';
import type { Recognised } from '../../input/reading.ts';
import { validateYaml } from '../../syntax/validate.ts';
import { peopleSchema } from '../config-schema.ts';
import { MAGIC } from '../roster/magic.ts';
import { readPupils } from '../roster/read-pupils.ts';

/** What a file is to us. */
export type Kind =
  | { readonly is: 'calendar' | 'people' | 'roster' | 'pupils' | 'policy' | 'draft' }
  | { readonly is: 'queue'; readonly format?: string };

export const PEOPLE_FILE = /(?:^|\/)people\.ya?ml$/iu;
/** Folders whose texts are drafts. */
const DRAFTS = /^(?:drafts?|posts?|queues?|social|tweets?)\b/iu;
const OURS = /(?:^|\/)(?:\.?policy-?lint.*|waivers|baseline|sign-offs)\.(?:ya?ml|json)$/iu;
const ZONE = 'Europe/London';

/** A file that holds one post or more, and how it was recognised. */
const asQueue = async (content: Uint8Array, file: string): Promise<Kind | undefined> => {
  let recognised: Recognised | undefined;
  const tell = (told: Recognised): void => {
    recognised = told;
  };
  for await (const reading of readings(content, file, { timezone: ZONE, tell })) {
    if (!('post' in reading)) continue;
    return { is: 'queue', ...(recognised && { format: recognised.format }) };
  }
  return undefined;
};

const asTable = async (content: Uint8Array, file: string): Promise<Kind | undefined> => {
  const read = decode(content, file);
  if ('problem' in read) return undefined;
  // Asked first: a list of pupils must never be sent to CI by mistake.
  if (!('problem' in readPupils(read.text, file))) return { is: 'pupils' };
  return asQueue(content, file);
};

const asYaml = async (content: Uint8Array, file: string): Promise<Kind | undefined> => {
  const read = decode(content, file);
  if ('problem' in read || OURS.test(file)) return undefined;
  if (/^policy\s*:/mu.test(read.text) && /^rules\s*:/mu.test(read.text)) return { is: 'policy' };
  if (PEOPLE_FILE.test(file)) {
    const { problems } = validateYaml(peopleSchema, read.text, file);
    return problems.length === 0 ? { is: 'people' } : undefined;
  }
  return asQueue(content, file);
};

/** What a file is, by its content; by its name alone where it is too long to be read. */
export const kindOf = async (
  file: string,
  content: Uint8Array | undefined,
): Promise<Kind | undefined> => {
  const ending = path.extname(file).toLowerCase();
  const begins = Buffer.from(content?.subarray(0, MAGIC.length) ?? []).toString('latin1');
  if (begins === MAGIC) return { is: 'roster' };
  switch (ending) {
    case '.ics':
      return { is: 'calendar' };
    case '.txt':
    case '.md':
      return file.includes('/') && DRAFTS.test(file) ? { is: 'draft' } : undefined;
    case '.csv':
    case '.tsv':
      return content ? asTable(content, file) : { is: 'queue' };
    case '.ndjson':
    case '.jsonl':
      return content ? asQueue(content, file) : { is: 'queue' };
    case '.json':
      return content && !OURS.test(file) ? asQueue(content, file) : undefined;
    case '.yaml':
    case '.yml':
      return content ? asYaml(content, file) : undefined;
    default:
      return undefined;
  }
};
