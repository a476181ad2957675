import { dataLines } from '../core/data-lines.ts';
import { once } from '../core/once.ts';
import { isDeclaredAs } from './declared.ts';
import tripWords from './data/trip-words.txt?raw';

const trips = once(() => {
  const lines = dataLines(tripWords);
  return {
    words: lines.filter((line) => !line.startsWith('!')),
    others: lines.filter((line) => line.startsWith('!')).map((line) => line.slice(1)),
  };
});

/** Whether an event, as it is declared or as a calendar calls it, takes people away. */
export const isTrip = (title: string): boolean =>
  isDeclaredAs([title], trips().words) && !isDeclaredAs([title], trips().others);
