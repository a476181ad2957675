import type { DateOrder } from '../../input/reading.ts';
import type { Ci } from '../init-options.ts';

/** What a person, or the flags, said of the school. */
export interface Answers {
  /** Shipped ids and paths of the school’s own. */
  readonly policies: readonly string[];
  readonly school?: string;
  /** Without `@`, the school’s main one first. */
  readonly handles: readonly string[];
  /** Files or wildcards, named from the folder with slashes. */
  readonly queues: readonly string[];
  /** Which program writes the queue. */
  readonly scheduler?: string;
  /** Which way round its dates are, where the person said so. */
  readonly dates?: DateOrder;
  readonly ci: Ci;
}
