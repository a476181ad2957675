/** Names of schedulers’ JSON for `--input-format`. */
export const SCHEDULER_NAMES = [
  'postiz',
  'mixpost',
  'typefully',
  'x-ads',
  'metricool-json',
] as const;
export type SchedulerName = (typeof SCHEDULER_NAMES)[number];
