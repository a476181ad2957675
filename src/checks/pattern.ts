import {
  array,
  boolean,
  check,
  minLength,
  optional,
  picklist,
  pipe,
  strictObject,
  string,
} from 'valibot';
import { fold } from '../document/fold.ts';
import type { Expression } from '../expression/expression.ts';
import { readExpression } from '../expression/expression.ts';
import type { Refusal } from '../expression/node.ts';
import { isRefusal } from '../expression/node.ts';
import { defineCheck } from './check.ts';

const PARTS = ['text', 'alt', 'file'] as const;

/** A pattern that matches everywhere needs no more places to be understood. */
const MOST_IN_PART = 12;

const PARTS_BY_NAME = /^(?:(text)|media\[\d+\]\.(alt|file))$/;

/** Read in the form in which posts are: with plain quotes, spaces and letters. */
const read = (written: string, ignoreCase = true, wholeWords = false): Expression | Refusal =>
  readExpression(fold(written).text, { ignoreCase, wholeWords });

const reasonAgainst = (written: string): string => {
  const expression = read(written);
  return isRefusal(expression) ? expression.refused : '';
};

/** Flags what a school’s own regular expression finds; no text makes it slow. */
export const pattern = defineCheck({
  name: 'pattern',
  params: strictObject({
    matches: pipe(
      string(),
      check(
        (written) => reasonAgainst(written) === '',
        ({ input }) => reasonAgainst(input),
      ),
    ),
    in: optional(pipe(array(picklist(PARTS)), minLength(1)), ['text', 'alt']),
    ignoreCase: optional(boolean(), true),
    wholeWords: optional(boolean(), false),
  }),
  *run({ matches, in: wanted, ignoreCase, wholeWords }, { document }) {
    const expression = read(matches, ignoreCase, wholeWords);
    if (isRefusal(expression)) return;
    for (const part of document.parts) {
      const [, text, medium] = PARTS_BY_NAME.exec(part.name) ?? [];
      if (!wanted.some((name) => name === (text ?? medium))) continue;
      for (const span of expression.spans(part.text, MOST_IN_PART)) {
        yield {
          where: part.name,
          range: document.place(part, span).span,
          confidence: 'likely',
          evidence: ['these words fit the policy’s own pattern'],
        };
      }
    }
  },
});
