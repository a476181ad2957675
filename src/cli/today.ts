export { dayOf } from '../time/day.ts';
