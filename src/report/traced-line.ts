import {
  array,
  looseObject,
  nullable,
  number,
  optional,
  safeParse,
  string,
  unknown,
} from 'valibot';
import type { Finding } from '../core/finding.ts';
import type { Post } from '../core/post.ts';
import type { JudgedPost } from '../core/report.ts';
import { isTold } from '../core/report.ts';
import type { Trace } from '../core/trace.ts';
import { hiddenPost } from './hidden-post.ts';
import { postOf, toJson } from './json.ts';
import { maskOf } from './mask.ts';
import { publishedOf, readPublished } from './published.ts';

/**
 * A judged post on a line, with all that a report of many parts needs: its trace, what could not be
 * asked and, where something was found or let pass, its words with names masked and where in them
 * (`shown`).
 * `before`: it belongs to the period before the one that is reported.
 */
export const tracedLine = (judged: JudgedPost, reveal: boolean, before = false): string => {
  const hidden = hiddenPost(judged, reveal);
  const { post, findings, waived, known, trace, unchecked } = hidden;
  const { text, media, account, published } = post;
  const shown = [...findings, ...waived.map(({ finding }) => finding), ...known];
  const line = {
    ...postOf(judged, reveal),
    account,
    ...(isTold(judged) && {
      text,
      media: media.map(({ alt, file }) => ({ alt, file })),
      shown: shown.map(({ range }) => range && [range.start, range.end]),
    }),
    published: published && publishedOf(published, maskOf(hidden, reveal)),
    trace: { ...trace, published: undefined },
    unchecked,
    ...(before && { before }),
  };
  return `${toJson(line)}\n`;
};

const origin = looseObject({ file: string(), line: number(), record: number() });

const lineSchema = looseObject({
  id: string(),
  origin,
  at: nullable(string()),
  fingerprint: string(),
  findings: array(looseObject({ rule: string(), range: nullable(unknown()) })),
  waived: array(looseObject({ rule: string() })),
  known: array(looseObject({ rule: string() })),
  account: optional(string()),
  text: optional(string()),
  media: optional(array(looseObject({}))),
  shown: optional(array(nullable(array(number())))),
  published: optional(looseObject({})),
  trace: looseObject({}),
  unchecked: array(unknown()),
});

/** Where a post stood in a stream says nothing once streams are put together. */
const placed = ({ file, line, record }: Post['origin']): Post['origin'] =>
  file === 'stdin' ? { file, line: 0, record: 0 } : { file, line, record };

/** The judged post of a line that `tracedLine` wrote; undefined when it is none. */
export const readTracedLine = (value: unknown): JudgedPost | undefined => {
  const { success, output } = safeParse(lineSchema, value);
  if (!success) return undefined;
  const { shown = [], account } = output;
  const published = output.published && readPublished(output.published);
  let next = 0;
  /** Their ranges count the words of the line. */
  const readFinding = ({ place: _, waiver: __, ...finding }: Record<string, unknown>): Finding => {
    const range = shown[next];
    next += 1;
    const [start = 0, end = 0] = range ?? [];
    return { ...finding, range: range ? { start, end } : null } as unknown as Finding;
  };
  const post: Post = {
    id: output.id,
    text: output.text ?? '',
    origin: placed(output.origin),
    at:
      output.at === null
        ? { kind: 'unscheduled' }
        : { kind: 'instant', epochMs: Date.parse(output.at) },
    media: (output.media ?? []) as Post['media'],
    ...(account !== undefined && { account }),
    ...(published && { published }),
  };
  const findings = output.findings.map(readFinding);
  const waived = output.waived.map((one) => ({
    finding: readFinding(one),
    waiver: one['waiver'] as JudgedPost['waived'][number]['waiver'],
  }));
  return {
    post,
    fingerprint: output.fingerprint,
    at: output.at,
    findings,
    waived,
    known: output.known.map(readFinding),
    unchecked: output.unchecked as JudgedPost['unchecked'],
    names: [],
    trace: {
      ...(output.trace as unknown as Trace),
      ...(post.published && { published: post.published }),
    },
  };
};
