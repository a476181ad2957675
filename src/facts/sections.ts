import type { Span } from '../core/span.ts';
import type { Detector, Part } from '../document/document.ts';
import type { PhraseOptions } from './phrases.ts';
import { phraseDetector } from './phrases.ts';

/** The lines of a data file under each `[heading]`; `#` starts a comment line. */
export const readSections = (list: string): ReadonlyMap<string, readonly string[]> => {
  const sections = new Map<string, string[]>();
  let lines: string[] = [];
  for (const line of list.split('\n').map((raw) => raw.trim())) {
    const heading = /^\[([\w-]+)\]$/u.exec(line)?.[1];
    if (heading) {
      lines = sections.get(heading) ?? [];
      sections.set(heading, lines);
    } else if (line !== '' && !line.startsWith('#')) lines.push(line);
  }
  return sections;
};

/** A phrase of a list with headings; the span counts the part's folded text. */
export interface SortedPhrase {
  readonly part: Part;
  readonly span: Span;
  readonly heading: string;
}

/** Like `phraseDetector`, and tells under which heading the phrase stands; a line stands under one. */
export const sortedPhraseDetector = (
  list: string,
  options: PhraseOptions = {},
): Detector<SortedPhrase> => {
  const read = () => {
    const headingOf = new Map(
      [...readSections(list)].flatMap(([heading, lines]) => lines.map((line) => [line, heading])),
    );
    return { headingOf, phrases: phraseDetector([...headingOf.keys()].join('\n'), options) };
  };
  let once: ReturnType<typeof read> | undefined;
  return (document) => {
    const { headingOf, phrases } = (once ??= read());
    return document.facts(phrases).flatMap(({ part, span, pattern }) => {
      const heading = headingOf.get(pattern);
      return heading === undefined ? [] : [{ part, span, heading }];
    });
  };
};
