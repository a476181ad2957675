import type { InspectedPost, Inspection } from '../../core/inspection.ts';
import { FACT_NAMES } from '../../core/inspection.ts';
import type { Span, Where } from '../../core/span.ts';
import { problemsOf, toJson } from '../json.ts';
import type { Mask } from '../mask.ts';
import { masked } from '../mask.ts';
import type { Render } from '../options.ts';
import { countsOf } from './counts.ts';
import { maskOfInspected, masksWithin } from './names.ts';

type Stretch = Span & { readonly text: string };

const stretchOf = ({ text, start, end }: Stretch, where: Where, mask: Mask) => ({
  text: masked(text, masksWithin(mask, where, { start, end })),
  start,
  end,
  where,
});

const maskedLabel = (label: string, mask: Mask): string => masked(label, mask.inLabel(label));

/** One element of `posts`, in the shape that `schema/inspect.schema.json` describes. */
export const postOf = (inspected: InspectedPost, reveal: boolean): object => {
  const { post, at, account, people, targets, pictures, facts } = inspected;
  const mask = maskOfInspected(inspected, reveal);
  const told = FACT_NAMES.map((name) => [
    name,
    facts[name].map((fact) => ({
      ...stretchOf(fact, fact.where, mask),
      kind: fact.kind,
      evidence: fact.evidence,
    })),
  ]);
  return {
    id: maskedLabel(post.id, mask),
    origin: {
      file: maskedLabel(post.origin.file, mask),
      line: post.origin.line,
      record: post.origin.record,
    },
    at,
    account: {
      kind: account.kind,
      name: maskedLabel(account.name, mask),
      subject: account.subject,
    },
    people: people.map((person) => ({
      ...stretchOf(person, person.where, mask),
      form: person.form,
      who: person.who,
      confidence: person.confidence,
      evidence: person.evidence,
    })),
    targets: targets.map((target) => ({
      ...stretchOf(target, target.where, mask),
      kind: target.kind,
      target: target.target,
      named: target.isNamed,
      withGroup: target.withGroup,
      confidence: target.confidence,
      evidence: target.evidence,
    })),
    pictures: pictures.map(({ words, where, kind, isDeclared, confidence, evidence }) => ({
      ...(words ? stretchOf(words, where, mask) : { text: null, start: null, end: null, where }),
      kind,
      declared: isDeclared,
      confidence,
      evidence,
    })),
    ...Object.fromEntries(told),
  };
};

const SCHEMA = 'policy-lint/inspect@1';

const headOf = ({ tool }: Inspection): object => ({
  schema: SCHEMA,
  tool: { name: tool.name, version: tool.version },
});

const tailOf = (inspection: Inspection): object => ({
  problems: problemsOf(inspection.problems),
  summary: countsOf(inspection),
});

/** For programs: one object, in the shape of `schema/inspect.schema.json`. */
export const inspectJson: Render<Inspection> = (inspection, { reveal }) => {
  const posts = inspection.posts.map((post) => postOf(post, reveal));
  return `${toJson({ ...headOf(inspection), posts, ...tailOf(inspection) }, 2)}\n`;
};

/** For programs that read line by line: one post a line, then everything else. */
export const inspectNdjson: Render<Inspection> = (inspection, { reveal }) =>
  [
    ...inspection.posts.map((post) => postOf(post, reveal)),
    { ...headOf(inspection), ...tailOf(inspection) },
  ]
    .map((line) => `${toJson(line)}\n`)
    .join('');
