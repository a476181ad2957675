import type { Document } from '../../document/document.ts';
import { people } from '../../facts/people.ts';
import type { PersonMention } from '../../facts/people.ts';
import type { Remedy } from '../check.ts';
import { changesInFile, changesInHandle, changesInHashtag, changesInUrl } from './in-address.ts';
import type { Change } from './in-text.ts';
import { changesInAlt, changesInText, isSpokenTo } from './in-text.ts';
import type { NameList } from './lists.ts';
import { nameLists, partsWithGrownUps } from './lists.ts';
import { readsOn } from './reads-on.ts';

/** None where no words of ours would read well. */
type RemedyOf = (mention: PersonMention) => Remedy | undefined;

const isInAddress = ({ form }: PersonMention): boolean =>
  form === 'hashtag' || form === 'handle' || form === 'url' || form === 'file';

const changesInAddress = (mention: PersonMention, instead: string): Change[] | undefined => {
  if (mention.form === 'hashtag') return changesInHashtag(mention);
  if (mention.form === 'handle') return changesInHandle(mention, instead);
  return mention.form === 'url' ? changesInUrl(mention) : changesInFile(mention);
};

const titleOf = ({ form, part }: PersonMention, instead: string): string => {
  if (form === 'hashtag') return 'Take the name out of the hashtag';
  if (form === 'handle') return 'Leave the handle out';
  if (form === 'url') return 'Leave the address out';
  if (part.name.endsWith('.file')) return 'Rename the file';
  if (part.name.endsWith('.alt')) return 'Say what the picture shows without a name';
  return `Write “${instead}” or “everyone” instead of a name`;
};

/** `Our pupils drew the petals, our pupils the stem` says nothing: once in a post is enough. */
const areApart = (lists: readonly NameList[]): boolean =>
  lists.filter((list) => !isSpokenTo(list)).length < 2;

/**
 * What to write instead of each of these mentions. Names of one list share their changes, so that
 * a post can be mended with all of them at once.
 */
export const remediesFor = (
  document: Document,
  mentions: readonly PersonMention[],
  instead: string,
): RemedyOf => {
  const shared = partsWithGrownUps(document.facts(people));
  const changes = new Map<PersonMention, readonly Change[]>();
  for (const mention of mentions.filter(isInAddress)) {
    const found = changesInAddress(mention, instead);
    if (found) changes.set(mention, found);
  }
  const lists = nameLists(mentions.filter((mention) => !isInAddress(mention)));
  const inText = lists.filter(({ part }) => part === document.body);
  const reads = inText.every(readsOn) && areApart(inText);
  for (const list of lists) {
    if (list.part === document.body && !reads) continue;
    const found =
      list.part === document.body
        ? changesInText(list, instead, !shared.has(list.part))
        : changesInAlt(list);
    for (const mention of list.mentions) changes.set(mention, found);
  }
  return (mention) => {
    const edits = changes.get(mention)?.map(({ span, replacement }) => ({
      ...document.place(mention.part, span),
      replacement,
    }));
    return edits && { title: titleOf(mention, instead), edits };
  };
};
