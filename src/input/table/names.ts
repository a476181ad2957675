/** Names of tables for `--input-format`; `csv` is one of no particular program. */
export const TABLE_NAMES = [
  'csv',
  'ayrshare',
  'buffer',
  'friends-me',
  'highlevel',
  'hootsuite',
  'magicsync',
  'metricool',
  'postcron',
  'postfast',
  'publer',
  'publer-old',
  'socialpatra',
  'socialpilot',
  'sprout',
  'vista-social',
] as const;
export type TableName = (typeof TABLE_NAMES)[number];
