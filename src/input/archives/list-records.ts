import type { Problem } from '../../core/problem.ts';
import type { Element, Flaw } from './elements.ts';
import { elementsIn } from './elements.ts';
import type { ArchiveFiles } from './files.ts';
import type { Place } from './networks/place.ts';
import { fileIn, whyUnread } from './networks/place.ts';
import { piecesOf } from './pieces.ts';

/** A record of a file, or what is wrong with it, or with the file. */
export type ListItem =
  | { readonly value: unknown; readonly place: Place }
  | { readonly unread: Problem }
  | { readonly problem: Problem };

const asItem = (element: Element | Flaw, file: string): ListItem => {
  if ('flaw' in element) {
    const { flaw: message, line } = element;
    return { problem: { file, ...(line !== undefined && { line }), message } };
  }
  const place = { file, line: element.line, record: element.record };
  if ('value' in element) return { value: element.value, place };
  return { unread: whyUnread(place, element.broken, element.column) };
};

/** The records of a list, in the order of the file: some at a time, for waiting for each takes long. */
export async function* listItems(
  files: ArchiveFiles,
  path: string,
): AsyncGenerator<readonly ListItem[]> {
  const file = fileIn(files, path);
  for await (const elements of elementsIn(piecesOf(files, path), files.decode)) {
    yield elements.map((element) => asItem(element, file));
  }
}
