import { encoderLoader } from './cli/load-encoder.ts';
import type { LoadEncoder } from './index.ts';

export type { Encoder } from './document/encoder.ts';
export type { LoadEncoder } from './index.ts';

/**
 * The encoder of names with the weights that come with this package, for `lint` in Node. Null where
 * they are missing or damaged: names are then judged by the light tier alone.
 */
export const loadEncoder: LoadEncoder = () => encoderLoader().load();
