import { integer, minValue, number, optional, pipe, strictObject } from 'valibot';
import { mostWeight, plainLimit, plainWeight } from '../document/weight.ts';
import { defineCheck } from './check.ts';

/** X's own limit; accounts that pay may write more. */
const LONGEST_POST = 280;

/** Flags a text that the platform refuses for its length. */
export const postLength = defineCheck({
  name: 'post-length',
  params: strictObject({ max: optional(pipe(number(), integer(), minValue(2)), LONGEST_POST) }),
  tells: ['length', 'max', 'over'],
  *run({ max }, { document }) {
    const { networks } = document.post;
    if (networks && !networks.some((network) => network === 'x' || network === 'twitter')) return;
    const { source } = document.body;
    const start = source.length - source.trimStart().length;
    const text = source.trim();
    if (mostWeight(text) <= max) return;
    const { twitter } = document.tools;
    const escapes = lengthOfEscapes(text);
    const length = (twitter ? twitter.length(text) : plainWeight(text)) - escapes;
    if (length <= max) return;
    const fits = (twitter ? twitter.limit : plainLimit)(text, max + escapes);
    yield {
      where: 'text',
      range: { start: start + fits, end: start + text.length },
      confidence: 'certain',
      evidence: [`the post counts ${length} characters, and ${max} fit`],
      data: { length, max, over: length - max },
    };
  },
});

/** X's own archive writes three signs as entities, each of which counts as one character. */
const lengthOfEscapes = (text: string): number =>
  [...text.matchAll(/&(?:amp|lt|gt);/gu)].reduce((sum, [entity]) => sum + entity.length - 1, 0);
