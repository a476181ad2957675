import type { Span } from '../core/span.ts';
import type { Detector, Part } from '../document/document.ts';
import { cueDetector } from './cues.ts';
import list from './data/press-handles.txt?raw';
import { readSections } from './sections.ts';

/** Words as they are said to a reporter, or by one. */
export interface PressTalk {
  readonly part: Part;
  readonly span: Span;
  /** The words alone call a reporter: `to the journalist who …`. */
  readonly isCall: boolean;
}

const cues = cueDetector('accounts', { telling: ['press', 'press-call'], others: [] });

export const pressTalk: Detector<PressTalk> = (document) =>
  document
    .facts(cues)
    .map(({ part, span, kind }) => ({ part, span, isCall: kind === 'press-call' }));

const sections = readSections(list);
const INSIDE = sections.get('inside') ?? [];
const WHOLE: ReadonlySet<string> = new Set(sections.get('whole'));

/** `HexleyNews`, `hexley_press`, `jo-reporter`: the words of a handle, by capitals and underscores. */
const wordsOf = (handle: string): readonly string[] =>
  (handle.match(/[A-Z]+(?![a-z])|[A-Z]?[a-z]+/gu) ?? []).map((word) => word.toLowerCase());

/** Whether a handle calls itself a paper, a station or a reporter. */
export const isPressHandle = (handle: string): boolean => {
  const key = handle.toLowerCase();
  return (
    INSIDE.some((word) => key.includes(word)) || wordsOf(handle).some((word) => WHOLE.has(word))
  );
};
