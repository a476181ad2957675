import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { inspected, inspectionOf } from '../../../test/support/oakfield-inspection.ts';
import { FACT_NAMES, WHO } from '../../core/inspection.ts';
import { FORM_WORDS } from '../../core/name-forms.ts';
import { PLAIN } from '../options.ts';
import { inspectJson, inspectNdjson } from './json.ts';

interface Shape {
  readonly properties: Record<string, { readonly enum?: readonly string[] }>;
}

const schema = JSON.parse(
  readFileSync(new URL('../../../schema/inspect.schema.json', import.meta.url), 'utf8'),
) as { readonly $defs: Readonly<Record<'person' | 'post', Shape>> };
const ajv = new Ajv2020({
  strict: true,
  strictTypes: 'log',
  allErrors: true,
  allowUnionTypes: true,
});
ajv.addSchema(schema);

const errorsOf = (part: string, value: unknown): unknown => {
  const validate = ajv.getSchema(`urn:policy-lint:inspect:1${part}`)!;
  return validate(value) === true ? [] : validate.errors;
};

const hidden = { width: 80, reveal: false, paint: PLAIN };
const revealed = { ...hidden, reveal: true };

const post = inspected(
  'Well done ⟦Olwen⟧ 🎉 #Well⟦Olwen⟧',
  [{}, { form: 'hashtag', where: 'hashtag' }],
  {
    id: 'olwen',
    media: [{ alt: 'Olwen' }],
  },
);
const whole = {
  ...post,
  names: [...post.names, { part: 'media[0].alt', span: { start: 0, end: 5 } } as const],
  targets: [
    {
      text: 'Olwen',
      start: 10,
      end: 15,
      where: 'text',
      kind: 'praise',
      target: 'child',
      isNamed: true,
      withGroup: false,
      confidence: 'likely',
      evidence: ['praise for one child who is named'],
    } as const,
  ],
  pictures: [
    {
      where: 'media[0].alt',
      words: { text: 'Olwen', start: 0, end: 5 },
      kind: 'one-child',
      isDeclared: false,
      confidence: 'likely',
      evidence: ['the words speak of one child'],
    } as const,
  ],
  facts: {
    ...post.facts,
    hashtags: [
      {
        text: '#WellOlwen',
        start: 19,
        end: 29,
        where: 'hashtag',
        kind: 'hashtag',
        evidence: ['a hashtag'],
      } as const,
    ],
  },
};
const inspection = inspectionOf(
  [whole, inspected('Bulbs')],
  [{ file: 'q.csv', line: 7, message: 'No text.' }],
);

describe('inspect as json', () => {
  it('holds what is seen as other programs read it', () => {
    expect(JSON.parse(inspectJson(inspection, revealed))).toEqual({
      schema: 'policy-lint/inspect@1',
      tool: { name: 'policy-lint', version: '1.2.3' },
      posts: [
        {
          ...emptyPost('olwen'),
          people: [
            {
              text: 'Olwen',
              start: 10,
              end: 15,
              where: 'text',
              form: 'given',
              who: 'child',
              confidence: 'certain',
              evidence: ['a given name'],
            },
            {
              text: 'Olwen',
              start: 24,
              end: 29,
              where: 'hashtag',
              form: 'hashtag',
              who: 'child',
              confidence: 'certain',
              evidence: ['a given name'],
            },
          ],
          targets: [
            {
              text: 'Olwen',
              start: 10,
              end: 15,
              where: 'text',
              kind: 'praise',
              target: 'child',
              named: true,
              withGroup: false,
              confidence: 'likely',
              evidence: ['praise for one child who is named'],
            },
          ],
          pictures: [
            {
              text: 'Olwen',
              start: 0,
              end: 5,
              where: 'media[0].alt',
              kind: 'one-child',
              declared: false,
              confidence: 'likely',
              evidence: ['the words speak of one child'],
            },
          ],
          hashtags: [
            {
              text: '#WellOlwen',
              start: 19,
              end: 29,
              where: 'hashtag',
              kind: 'hashtag',
              evidence: ['a hashtag'],
            },
          ],
        },
        emptyPost('sports-day.txt'),
      ],
      problems: [{ file: 'q.csv', line: 7, message: 'No text.' }],
      summary: { posts: 2, people: 2, children: 2, problems: 1 },
    });
  });

  it('masks children’s names in every text, and moves no offset', () => {
    const masked = inspectJson(inspection, hidden);
    expect(masked).not.toMatch(/olwen/iu);
    expect(masked.replaceAll(/([Oo])•••/gu, '$1lwen')).toBe(inspectJson(inspection, revealed));
  });

  it('fits its schema, which knows every word of ours', () => {
    const value = JSON.parse(inspectJson(inspection, hidden)) as object;
    expect(errorsOf('', value)).toEqual([]);
    expect(errorsOf('', { ...value, extra: 1 })).not.toEqual([]);
    expect(errorsOf('', { ...value, posts: [{ id: 'bulbs' }] })).not.toEqual([]);
    const { person, post: shape } = schema.$defs;
    expect({
      who: person.properties['who']?.enum,
      form: person.properties['form']?.enum,
      facts: Object.keys(shape.properties).slice(-FACT_NAMES.length),
    }).toEqual({ who: WHO, form: Object.keys(FORM_WORDS), facts: FACT_NAMES });
  });
});

describe('inspect as ndjson', () => {
  it('is the same line by line: the posts, then everything else', () => {
    const { posts, ...rest } = JSON.parse(inspectJson(inspection, hidden)) as { posts: unknown[] };
    const lines = inspectNdjson(inspection, hidden)
      .trimEnd()
      .split('\n')
      .map((line): unknown => JSON.parse(line));
    expect(lines).toEqual([...posts, rest]);
    expect(lines.slice(0, -1).flatMap((line) => errorsOf('#/$defs/post', line))).toEqual([]);
    expect(errorsOf('#/$defs/lastLine', lines.at(-1))).toEqual([]);
  });
});

function emptyPost(id: string): Record<string, unknown> {
  return {
    id,
    origin: { file: 'drafts/sports-day.txt', line: 1, record: 1 },
    at: '2026-11-23T10:42:00+00:00',
    account: { kind: 'school', name: 'school' },
    people: [],
    targets: [],
    pictures: [],
    ...Object.fromEntries(FACT_NAMES.map((name) => [name, []])),
  };
}
