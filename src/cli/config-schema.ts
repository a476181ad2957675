import type { InferOutput } from 'valibot';
import {
  array,
  exactOptional,
  integer,
  isoDate,
  maxValue,
  minLength,
  minValue,
  number,
  picklist,
  pipe,
  record,
  regex,
  strictObject,
  string,
  transform,
  union,
} from 'valibot';
import { ACCOUNT_KINDS, WEEKDAYS } from '../core/policy.ts';
import { DEVICE_KINDS, DEVICE_OWNERS, HOLIDAY_DIVISIONS, TERM_SEASONS } from '../core/school.ts';
import { INPUT_FORMATS } from '../input/index.ts';
import type { Column } from '../input/reading.ts';
import { COLUMNS, DATE_ORDERS } from '../input/reading.ts';
import { overridesSchema } from '../policy/override.ts';

const text = pipe(string(), minLength(1, 'must not be empty'));

/** X's own rule: letters, digits and underscores, fifteen at most; ours may have been longer once. */
const handle = pipe(
  string(),
  regex(/^@?\w{1,30}$/u, 'must be a handle such as OakfieldPrimary'),
  transform((written) => written.replace(/^@/u, '')),
);

const account = strictObject({
  name: text,
  kind: picklist(ACCOUNT_KINDS),
  subject: exactOptional(text),
  handle: exactOptional(handle),
  /** What its profile says, for audits. */
  displayName: exactOptional(text),
  bio: exactOptional(string()),
  website: exactOptional(text),
});

/** When a policy was reviewed: the day, or the month alone. */
const reviewDay = pipe(
  string(),
  regex(
    /^\d{4}-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?$/u,
    'must be a day as 2025-09-11, or a month as 2025-09',
  ),
);

const texts = exactOptional(array(text));

/** Handles one by one, or the file that holds one a line. */
const handles = exactOptional(union([array(handle), text]));

const domain = pipe(
  string(),
  regex(/^[\w-]+(?:\.[\w-]+)+$/u, 'must be a domain such as oakfield.example, without https://'),
  transform((written) => written.toLowerCase().replace(/^www\./u, '')),
);

const clock = pipe(string(), regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/u, 'must be a time as 08:50'));

const lesson = strictObject({
  days: exactOptional(pipe(array(picklist(WEEKDAYS)), minLength(1))),
  from: clock,
  to: clock,
});

const device = strictObject({
  app: text,
  kind: picklist(DEVICE_KINDS),
  owner: picklist(DEVICE_OWNERS),
  until: exactOptional(pipe(string(), isoDate('must be a day as 2026-07-21'))),
  who: exactOptional(text),
});

const day = pipe(string(), isoDate('must be a day as 2025-09-03'));
const days = strictObject({ from: day, to: day });

/** A term of the school year, or a half of it. */
const term = strictObject({
  name: picklist(TERM_SEASONS),
  ...days.entries,
  halfTerm: exactOptional(days),
  inset: exactOptional(array(day)),
});

/** A heading, or a letter as a spreadsheet has it. */
const columns = Object.fromEntries(COLUMNS.map((name) => [name, exactOptional(text)])) as Record<
  Column,
  ReturnType<typeof exactOptional<typeof text>>
>;

const queue = strictObject({
  format: exactOptional(picklist(INPUT_FORMATS)),
  columns: exactOptional(strictObject(columns)),
  dates: exactOptional(picklist(DATE_ORDERS)),
  delimiter: exactOptional(picklist([',', ';', '\t', '|'])),
  timezone: exactOptional(text),
});

/** `policy-lint.yaml`. Paths start at the folder of the file. */
export const configSchema = strictObject({
  policies: exactOptional(array(text)),
  timezone: exactOptional(text),
  school: exactOptional(strictObject({ names: texts })),
  accounts: exactOptional(array(account)),
  handles: exactOptional(
    strictObject({
      allow: exactOptional(array(handle)),
      pupils: handles,
      leavers: handles,
      parents: handles,
      staff: handles,
      press: handles,
      disputes: handles,
    }),
  ),
  contacts: exactOptional(
    strictObject({ phones: texts, emails: texts, addresses: texts, postcodes: texts }),
  ),
  links: exactOptional(
    strictObject({ allow: exactOptional(array(domain)), block: exactOptional(array(domain)) }),
  ),
  subjects: exactOptional(record(string(), array(text))),
  lessons: exactOptional(array(lesson)),
  devices: exactOptional(array(device)),
  people: exactOptional(text),
  roster: exactOptional(text),
  rosterKey: exactOptional(text),
  calendar: exactOptional(array(text)),
  /** Minutes before and after an event of the calendar in which posts still belong to it. */
  calendarMargin: exactOptional(pipe(number(), integer(), minValue(0), maxValue(1440))),
  terms: exactOptional(array(term)),
  /** Whose bank holidays the school keeps. */
  holidays: exactOptional(picklist([...HOLIDAY_DIVISIONS, 'none'])),
  rules: exactOptional(overridesSchema),
  answers: exactOptional(record(string(), text)),
  settle: exactOptional(record(string(), text)),
  reviews: exactOptional(record(string(), reviewDay)),
  directory: exactOptional(text),
  mentions: exactOptional(text),
  signOffs: exactOptional(text),
  roles: exactOptional(record(string(), pipe(array(text), minLength(1, 'must name somebody')))),
  waivers: exactOptional(text),
  baseline: exactOptional(text),
  queue: exactOptional(queue),
});

export type ConfigFile = InferOutput<typeof configSchema>;

const names = exactOptional(array(string()));

/** The file that `people` names. */
export const peopleSchema = strictObject({
  adults: names,
  parents: names,
  visitors: names,
  figures: names,
  houses: names,
  classes: names,
  places: names,
  mascots: names,
  approved: names,
});
