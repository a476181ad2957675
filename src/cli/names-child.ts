import type { InspectedPost, SeenPerson } from '../core/inspection.ts';
import type { Problem } from '../core/problem.ts';
import type { School } from '../core/school.ts';
import type { Waiver } from '../core/waiver.ts';
import { inspect } from '../index.ts';
import { masked } from '../report/mask.ts';

const childrenIn = (
  { people }: Pick<InspectedPost, 'people'>,
  isMeant: (person: SeenPerson) => boolean,
) => people.filter((person) => person.who === 'child' && isMeant(person));

/** What a text says of people when it is read as a post. */
const read = async (texts: readonly string[], school: School) => {
  const posts = texts.map((text, index) => ({
    id: String(index),
    text,
    origin: { file: 'waiver', line: 1, record: index + 1 },
    at: { kind: 'unscheduled' as const },
    media: [],
  }));
  // No people depend on the moment.
  return (await inspect(posts, { nowMs: 0, school, timezone: 'UTC' })).posts;
};

const isLikely = ({ confidence }: SeenPerson): boolean => confidence !== 'possible';

/** Whether a text that reports repeat seems to hold the name of a child. */
export const namesChild = async (text: string, school: School): Promise<boolean> => {
  if (text === '') return false;
  const posts = await read([text], school);
  return posts.some((post) => childrenIn(post, isLikely).length > 0);
};

export const CHILD_NAMED =
  'this seems to name a child, and reports repeat it: say it without the name';

/** The text with such names as a first letter. */
const without = (post: InspectedPost, isMeant: (person: SeenPerson) => boolean): string => {
  const apart: SeenPerson[] = [];
  for (const person of childrenIn(post, isMeant)) {
    if (person.start >= (apart.at(-1)?.end ?? 0)) apart.push(person);
  }
  return masked(post.post.text, apart);
};

/** A text that reports repeat, with the names of all who may be children as a first letter. */
export const withoutChildrenIn = async (text: string, school: School): Promise<string> => {
  if (text === '') return text;
  const [post] = await read([text], school);
  return without(post!, () => true);
};

/**
 * Waivers whose words may be repeated, and what is wrong with the others. What only may be a child is
 * masked. Nobody is refused for who approved it, which is a name: a pupil’s, surely, is masked.
 */
export const withoutChildren = async (
  waivers: readonly Waiver[],
  school: School,
): Promise<{ readonly waivers: readonly Waiver[]; readonly problems: readonly Problem[] }> => {
  const kept: Waiver[] = [];
  const problems: Problem[] = [];
  for (const waiver of waivers) {
    const { reason, role = '', approvedBy, file, line } = waiver;
    const [why, office, who] = await read([reason, role, approvedBy], school);
    const named = [
      ...(childrenIn(why!, isLikely).length > 0 ? ['reason'] : []),
      ...(childrenIn(office!, isLikely).length > 0 ? ['role'] : []),
    ];
    for (const key of named) problems.push({ file, line, message: `${key}: ${CHILD_NAMED}` });
    if (named.length > 0) continue;
    kept.push({
      ...waiver,
      reason: without(why!, () => true),
      approvedBy: without(who!, ({ confidence }) => confidence === 'certain'),
      ...(waiver.role !== undefined && { role: without(office!, () => true) }),
    });
  }
  return { waivers: kept, problems };
};
