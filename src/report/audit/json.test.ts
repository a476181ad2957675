import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyAudit } from '../../../test/support/any-audit.ts';
import {
  AUDIT,
  AUDIT_HEAD,
  EMPTY_AUDIT,
  published,
  traceOf,
} from '../../../test/support/audit-summary.ts';
import { SKIP_REASONS } from '../../core/archive.ts';
import type { AuditSummary } from '../../core/audit.ts';
import type { JudgedPost } from '../../core/report.ts';
import { DETAIL_KINDS, PURPOSES } from '../../core/trace.ts';
import { PLAIN } from '../options.ts';
import type { AuditFormat } from './format.ts';
import { json } from './json.ts';
import { ndjson } from './ndjson.ts';

type Schema = Readonly<Record<string, unknown>> & {
  readonly $defs: Readonly<Record<string, { readonly properties: Record<string, object> }>>;
};

const schemaOf = (name: string): Schema =>
  JSON.parse(
    readFileSync(new URL(`../../../schema/${name}.schema.json`, import.meta.url), 'utf8'),
  ) as Schema;

const schema = schemaOf('audit');
const ajv = new Ajv2020({
  strict: true,
  strictTypes: 'log',
  allErrors: true,
  allowUnionTypes: true,
});
ajv.addSchema(schema);

const errorsOf = (part: string, value: unknown): unknown => {
  const validate = ajv.getSchema(`urn:policy-lint:audit:1${part}`)!;
  return validate(value) === true ? [] : validate.errors;
};

const written = (
  format: AuditFormat,
  posts: readonly JudgedPost[],
  summary: AuditSummary,
  reveal = false,
): string => {
  const { post, end } = format(AUDIT_HEAD, { width: 80, reveal, paint: PLAIN });
  return posts.map(post).join('') + (end(summary) as string);
};

const parsed = (text: string): Record<string, unknown> =>
  JSON.parse(text) as Record<string, unknown>;

const lines = (text: string): readonly Record<string, unknown>[] =>
  text.trimEnd().split('\n').map(parsed);

const clean = published('Sports day', '1050', '2026-11-02T10:00:00+00:00');

describe('json', () => {
  it('holds posts with findings, then the summary', () => {
    const value = parsed(written(json, [AUDIT.listed[0]!, clean], AUDIT));
    expect(value['posts']).toMatchObject([
      {
        id: '1001',
        text: 'Well done to O••• M••• in Y5!',
        trace: { published: { kind: 'own', url: 'https://x.com/OakfieldPrimary/status/1001' } },
      },
    ]);
    expect(value).toMatchObject({
      schema: 'policy-lint/audit@1',
      due: 1,
      withFindings: 3,
      account: { followers: 2, following: 1, exported: '2026-11-22T09:30:00.000Z' },
      counts: { error: 2, clean: 74 },
    });
  });

  it('masks a name in the handle that a post addresses and in its address', () => {
    const post = published('Well done ⟦Olwen⟧', '1001', '2026-09-08T19:42:00+01:00', {
      trace: traceOf({ url: 'https://oakfield.example/olwen-wins' }, { mentions: ['olwen2015'] }),
    });
    expect(parsed(written(json, [post], AUDIT))['posts']).toMatchObject([
      {
        trace: { mentions: ['o•••2015'], published: { url: 'https://oakfield.example/o•••-wins' } },
      },
    ]);
    expect(parsed(written(json, [post], AUDIT, true))['posts']).toMatchObject([
      {
        trace: {
          mentions: ['olwen2015'],
          published: { url: 'https://oakfield.example/olwen-wins' },
        },
      },
    ]);
  });

  it.each([
    ['an audit', AUDIT],
    ['an empty one', EMPTY_AUDIT],
  ])('fits its schema: %s', (_, summary) => {
    expect(errorsOf('', parsed(written(json, [...summary.listed, clean], summary)))).toEqual([]);
  });

  it('fits its schema, whatever is reported', () => {
    fc.assert(
      fc.property(anyAudit, fc.boolean(), ({ posts, summary }, reveal) => {
        expect(errorsOf('', parsed(written(json, posts, summary, reveal)))).toEqual([]);
      }),
    );
  });

  it.each<[string, (value: Record<string, unknown>) => unknown]>([
    ['a missing key', ({ sums: _, ...rest }) => rest],
    ['an unknown key', (value) => ({ ...value, extra: 1 })],
    ['another version', (value) => ({ ...value, schema: 'policy-lint/audit@2' })],
    ['a day of 23 hours', (value) => ({ ...value, hours: Array(7).fill(Array(23).fill(0)) })],
  ])('has a schema that refuses %s', (_, change) => {
    expect(errorsOf('', change(parsed(written(json, [], AUDIT))))).not.toEqual([]);
  });

  it('has a schema that shares what it has in common with that of a report', () => {
    const shared = ['findingKeys', 'finding', 'citation', 'unchecked', 'problems', 'notices'];
    const report = schemaOf('report');
    for (const name of shared) expect(schema.$defs[name]).toEqual(report.$defs[name]);
    const { text: _, trace: __, ...properties } = schema.$defs['post']!.properties;
    expect({ ...schema.$defs['post'], properties }).toEqual(report.$defs['post']);
  });

  it('has a schema that knows every purpose, detail and reason', () => {
    const { purpose, trace, sums } = schema.$defs;
    expect(purpose).toMatchObject({ enum: PURPOSES });
    expect(trace).toMatchObject({
      properties: { details: { items: { properties: { kind: { enum: DETAIL_KINDS } } } } },
    });
    expect(sums!.properties['skipped']).toMatchObject({
      properties: Object.fromEntries(Object.keys(SKIP_REASONS).map((key) => [key, {}])),
    });
  });
});

describe('ndjson', () => {
  it('has every post on a line, its words where something was found, and the summary last', () => {
    const [first, second, last, ...rest] = lines(written(ndjson, [AUDIT.listed[0]!, clean], AUDIT));
    expect([first!['text'], second!['text'], last!['schema'], rest]).toEqual([
      'Well done to O••• M••• in Y5!',
      undefined,
      'policy-lint/audit@1',
      [],
    ]);
  });

  it('tells posts of the period before from the others', () => {
    const { before } = ndjson(AUDIT_HEAD, { width: 80, reveal: false, paint: PLAIN });
    const [line] = lines(before!(clean));
    expect(line).toMatchObject({ id: '1050', before: true });
    expect(errorsOf('#/$defs/result', line)).toEqual([]);
  });

  it('fits the schema of its lines, whatever is reported', () => {
    fc.assert(
      fc.property(anyAudit, fc.boolean(), ({ posts, summary }, reveal) => {
        const out = posts.map((one) => {
          const { published } = one.trace!;
          return { ...one, post: { ...one.post, ...(published && { published }) } };
        });
        const all = lines(written(ndjson, out, summary, reveal));
        const wrong = all.slice(0, -1).map((line) => errorsOf('#/$defs/result', line));
        expect([...wrong, errorsOf('#/$defs/lastLine', all.at(-1))].flat()).toEqual([]);
      }),
    );
  });
});
