import { parse } from 'yaml';
import type { Example } from '../../src/core/policy.ts';

/** One `post` block of a check's page. */
export interface PageExample {
  readonly heading: string;
  readonly params: Readonly<Record<string, unknown>>;
  readonly example: Example;
  /** Whether a breach without a place in the text is expected. */
  readonly isFlagged: boolean;
  readonly page: PageFacts;
}

export interface PageFacts {
  readonly title: string;
  readonly headings: readonly string[];
}

/**
 * Reads a check's page. A `yaml` block sets the parameters of the blocks after it. A `post` block is
 * a post: ⟦marks⟧ say what must be flagged. Other keys of the post stand behind the word `post` as
 * a YAML mapping in braces; `flagged: true` there expects a breach that has no place in the text.
 */
export const readPage = (markdown: string): PageFacts & { examples: readonly PageExample[] } => {
  const examples: PageExample[] = [];
  const headings: string[] = [];
  let title = '';
  let params: Readonly<Record<string, unknown>> = {};
  const blocks = markdown.matchAll(/^(#{1,2}) (.+)$|^```(\w+) ?(.*)\n([\s\S]*?)^```$/gmu);
  for (const [, hashes, heading, language, info, body] of blocks) {
    if (hashes === '#') title = heading!;
    else if (hashes) headings.push(heading!);
    else if (language === 'yaml') params = (parse(body!) ?? {}) as typeof params;
    else if (language === 'post') {
      const { flagged = false, ...keys } = (parse(info || '{}') ?? {}) as Record<string, unknown>;
      examples.push({
        heading: headings.at(-1) ?? '',
        params,
        example: { ...keys, text: body!.replace(/\n$/u, '') },
        isFlagged: flagged === true,
        page: { title, headings },
      });
    }
  }
  return { title, headings, examples };
};
