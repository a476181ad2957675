import type { InspectedPost, Inspection, SeenFact, SeenTarget } from '../../core/inspection.ts';
import { FACT_NAMES } from '../../core/inspection.ts';
import { findPicture, partOfFinding, textOfPart } from '../../core/parts.ts';
import type { PartName } from '../../core/span.ts';
import { visible } from '../cells.ts';
import { guarded } from '../guard.ts';
import { heading } from '../heading.ts';
import type { Mask } from '../mask.ts';
import { visibleMasked } from '../mask.ts';
import type { Paint, Render, ReportOptions } from '../options.ts';
import { columnsOf } from '../options.ts';
import { partInWords } from '../parts.ts';
import { counted } from '../summary.ts';
import { fill } from '../wrap.ts';
import { annotated } from './annotated.ts';
import { countsOf } from './counts.ts';
import { maskOfInspected, masksWithin } from './names.ts';
import type { Numbered } from './people.ts';
import { notesOn, numbered, peopleLines } from './people.ts';
import type { Line, Section } from './table.ts';
import { table } from './table.ts';
import { FACT_LABELS, PICTURE_WORDS, SURENESS } from './words.ts';

/** More pictures than a post may carry. */
const MOST_PICTURES = 8;

const partsOf = (mediaCount: number): readonly PartName[] => [
  'text',
  ...Array.from({ length: Math.min(mediaCount, MOST_PICTURES) }, (_, picture) => [
    `media[${picture}].alt` as const,
    `media[${picture}].file` as const,
  ]).flat(),
];

/** The text and the alt texts, and file names that hold a name. */
const texts = (
  { post }: InspectedPost,
  people: readonly Numbered[],
  mask: Mask,
  width: number,
  paint: Paint,
): readonly string[] => {
  const subjects = partsOf(post.media.length).flatMap((part) => {
    const text = textOfPart(post, part);
    const here = people.filter(({ person }) => partOfFinding(person) === part);
    if (!text || (part.endsWith('.file') && here.length === 0)) return [];
    const isNumbered = part === 'text' && text.trim().includes('\n');
    return [
      {
        text: text.trimEnd(),
        notes: notesOn(here, paint),
        masks: mask.inPart(part),
        title: partInWords(part),
        firstNumber: isNumbered ? (post.origin.textLine ?? 1) : undefined,
      },
    ];
  });
  return annotated(subjects, width, paint);
};

const lineOf = (fact: SeenFact | SeenTarget, words: string, mask: Mask): Line => {
  const part = partOfFinding(fact);
  return {
    shown: visibleMasked(fact.text, masksWithin(mask, fact.where, fact)),
    words: part === 'text' ? words : `${words}, in ${partInWords(part)}`,
  };
};

const targetSection = ({ targets }: InspectedPost, mask: Mask): Section => ({
  label: 'Aimed at',
  lines: targets.map((target) => {
    const group = target.withGroup ? ['a group is spoken to as well'] : [];
    const why = [...target.evidence, ...group].join('; ');
    return lineOf(target, `${why} (${SURENESS[target.confidence]})`, mask);
  }),
});

const pictureSection = ({ pictures }: InspectedPost, mask: Mask): Section => ({
  label: 'Pictures',
  lines: pictures.map(({ where, words, kind, evidence }, index) => {
    const quote = words && visibleMasked(words.text, masksWithin(mask, where, words));
    const why = [...evidence, ...(quote === null ? [] : [`“${quote}”`])].join(': ');
    return {
      shown: `picture ${(findPicture(where) ?? index) + 1}`,
      words: `${PICTURE_WORDS[kind] ?? kind}; ${why}`,
    };
  }),
});

const accountSection = ({ post, account }: InspectedPost, mask: Mask): Section => ({
  label: 'Account',
  lines:
    post.account === undefined
      ? []
      : [
          {
            shown: visibleMasked(account.name, mask.inLabel(account.name)),
            words: [`${account.kind} account`, account.subject ?? []].flat().join(': '),
          },
        ],
});

const factSections = ({ facts }: InspectedPost, mask: Mask): readonly Section[] =>
  FACT_NAMES.map((name) => ({
    label: FACT_LABELS[name],
    lines: facts[name].map((fact) => lineOf(fact, fact.evidence.join(', '), mask)),
  }));

const NOBODY = '   Nobody is named here, as far as can be seen.';

const postLines = (inspected: InspectedPost, options: ReportOptions): readonly string[] => {
  const { paint } = options;
  const width = columnsOf(options);
  const mask = maskOfInspected(inspected, options.reveal);
  const people = numbered(inspected.people);
  const sections = [
    targetSection(inspected, mask),
    ...factSections(inspected, mask),
    pictureSection(inspected, mask),
    accountSection(inspected, mask),
  ];
  const others = table(sections, width, paint);
  return [
    ...heading(inspected, mask, width, paint),
    ...texts(inspected, people, mask, width, paint),
    ...(people.length === 0 ? [NOBODY] : peopleLines(people, mask, width, paint)),
    ...(others.length === 0 ? [] : ['', ...others]),
    '',
  ];
};

const summaryLine = (inspection: Inspection, width: number, paint: Paint): readonly string[] => {
  const { posts, people, children, problems } = countsOf(inspection);
  const pieces = [
    `${counted(posts, 'post')} inspected`,
    `${counted(people, 'name')}${children > 0 ? `, ${children} taken for a child’s` : ''}`,
    ...(problems > 0 ? [`${counted(problems, 'problem')}: not everything could be read`] : []),
  ];
  const sign = problems > 0 ? paint.error('✖') : paint.good('✔');
  const [first = '', ...rest] = fill(pieces.map(visible), width - 2, ' · ');
  return [`${sign} ${paint.bold(first)}`, ...rest.map((line) => `  ${paint.bold(line)}`)];
};

/** For a person: the text with each name marked and explained, then all else that is seen. */
export const inspectText: Render<Inspection> = (inspection, options) =>
  guarded([
    ...inspection.posts.flatMap((post) => postLines(post, options)),
    ...summaryLine(inspection, columnsOf(options), options.paint),
  ]);
