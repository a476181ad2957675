import { optional, picklist, strictObject } from 'valibot';
import { isOwnAccount } from '../facts/own-account.ts';
import { openingHandles } from '../facts/opening-handles.ts';
import { defineCheck } from './check.ts';

/** Flags a post that answers another account, by what is known about it or by how it begins. */
export const reply = defineCheck({
  name: 'reply',
  params: strictObject({
    scope: optional(picklist(['any', 'replies']), 'any'),
    selfThreads: optional(picklist(['allow', 'flag']), 'allow'),
  }),
  *run({ scope, selfThreads }, { document }) {
    const { replyTo } = document.post;
    const isAnswer =
      replyTo !== undefined &&
      replyTo.trim() !== '' &&
      (selfThreads === 'flag' || !isOwnAccount(replyTo, document));
    const opening = document.facts(openingHandles)[0];
    if (!isAnswer && (scope === 'replies' || !opening)) return;
    const first = opening?.handles[0];
    yield {
      where: 'reply',
      range: first ? document.place(first.part, first.span).span : null,
      confidence: isAnswer || first?.isLinked ? 'certain' : 'likely',
      evidence: [
        isAnswer
          ? 'the post is marked as an answer to another account'
          : 'the post begins with somebody else’s handle, so X sends it as an answer to them',
      ],
      remedies:
        opening && !isAnswer
          ? [
              {
                title: 'Begin without the handle',
                edits: [
                  {
                    ...document.place(document.body, opening.span),
                    replacement: opening.replacement,
                  },
                ],
              },
            ]
          : [],
    };
  },
});
