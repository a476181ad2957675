import type { GenericSchema } from 'valibot';
import {
  array,
  boolean,
  description,
  exactOptional,
  integer,
  lazy,
  literal,
  maxValue,
  minEntries,
  minLength,
  minValue,
  nullable,
  number,
  picklist,
  pipe,
  record,
  regex,
  strictObject,
  string,
  union,
  unknown,
} from 'valibot';
import type { Condition } from '../core/policy.ts';
import { ACCOUNT_KINDS, CADENCES, CLAUSE_KINDS, WEEKDAYS } from '../core/policy.ts';

import {
  CAMERAS,
  CONSENTS,
  CONSENT_FORMS,
  RECORD_KINDS,
  REVIEWS,
  RIGHTS,
  VISIBILITIES,
} from '../core/post.ts';
import { CONFIDENCES, SEVERITIES } from '../core/severity.ts';

const text = (about: string) =>
  pipe(string(), regex(/\S/u, 'must be text that is not empty'), description(about));

const id = (about: string) =>
  pipe(
    string(),
    regex(
      /^[a-z0-9]+(?:-[a-z0-9]+)*$/u,
      'must be small letters, digits and hyphens, as no-child-names',
    ),
    description(about),
  );

const isoDate = (about: string) =>
  pipe(
    string(),
    regex(
      /^\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?$/u,
      'must be a date as 2018-09-11 or 2019-09, or a year in quotes',
    ),
    description(about),
  );

const clock = (about: string) =>
  pipe(
    string(),
    regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/u, 'must be a time as 08:00 or 17:30'),
    description(about),
  );

const oneOrMore = <const Item extends GenericSchema>(item: Item) =>
  union([item, pipe(array(item), minLength(1))]);

const words = oneOrMore(text('A word or a phrase'));

const parameters = pipe(record(string(), unknown()), description('Parameters of the check'));

const declared = union([boolean(), oneOrMore(text('A word of what the author declares'))]);

/** Every condition of a policy, at any depth, is an answer to this one shape. */
const inner: GenericSchema<Condition> = lazy(() => conditionSchema);

const conditionSchema = pipe(
  strictObject({
    all: exactOptional(pipe(array(inner), minLength(1), description('Every one must hold'))),
    any: exactOptional(pipe(array(inner), minLength(1), description('One of them must hold'))),
    not: exactOptional(inner),
    account: exactOptional(
      pipe(oneOrMore(picklist(ACCOUNT_KINDS)), description('Whose voice the post has')),
    ),
    reply: exactOptional(pipe(boolean(), description('Whether it answers another post'))),
    media: exactOptional(pipe(boolean(), description('Whether it has pictures or films'))),
    event: exactOptional(
      pipe(declared, description('Whether it is about an event: declared, or in the calendar')),
    ),
    urgent: exactOptional(pipe(declared, description('Whether its author declared it urgent'))),
    scheduled: exactOptional(pipe(boolean(), description('Whether it has a time'))),
    at: exactOptional(
      pipe(
        strictObject({
          days: exactOptional(pipe(array(picklist(WEEKDAYS)), minLength(1))),
          from: exactOptional(clock('First minute that belongs to it')),
          to: exactOptional(clock('Last minute that belongs to it')),
        }),
        minEntries(1, 'must name days, from or to'),
        description('When it goes out, by the clocks of the policy’s zone'),
      ),
    ),
    check: exactOptional(text('A check that finds something in the post')),
    with: exactOptional(parameters),
    confidence: exactOptional(
      pipe(picklist(CONFIDENCES), description('How sure the check, or the rule, must be')),
    ),
    rule: exactOptional(text('Another rule of this policy that finds something in the post')),
    subject: exactOptional(
      pipe(words, description('The subject of a department, the name of a class')),
    ),
    source: exactOptional(pipe(words, description('Words of the app that posted it'))),
    author: exactOptional(pipe(words, description('Words of who wrote it'))),
    repost: exactOptional(pipe(boolean(), description('Whether it only passes on another post'))),
    published: exactOptional(
      pipe(boolean(), description('Whether it is out already, as a post of an archive')),
    ),
    link: exactOptional(pipe(boolean(), description('Whether it has a link'))),
  }),
  minEntries(1, 'must name at least one thing that has to hold'),
);

const person = strictObject({
  name: exactOptional(string()),
  child: exactOptional(boolean()),
  identifiable: exactOptional(boolean()),
  consent: exactOptional(picklist(CONSENTS)),
  consentForm: exactOptional(picklist(CONSENT_FORMS)),
  staff: exactOptional(boolean()),
  self: exactOptional(boolean()),
});

const media = strictObject({
  file: exactOptional(string()),
  alt: exactOptional(string()),
  people: exactOptional(array(person)),
  rights: exactOptional(picklist(RIGHTS)),
  review: exactOptional(picklist(REVIEWS)),
  camera: exactOptional(picklist(CAMERAS)),
  schoolDevice: exactOptional(boolean()),
});

const exampleTime = pipe(
  string(),
  regex(
    /^\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}(?::\d{2})?\s?(?:Z|[+-]\d{2}:?\d{2})?$/u,
    'must be a date and time as 2026-11-23T17:42',
  ),
);

const judges = pipe(
  array(picklist(RECORD_KINDS)),
  minLength(1),
  description('Whose words it judges: own, repost, like; the account’s own when absent'),
);

/** Of a post that is out; times as in `at`. */
const published = strictObject({
  kind: exactOptional(picklist(RECORD_KINDS)),
  by: exactOptional(string()),
  isCut: exactOptional(literal(true)),
  replyToId: exactOptional(string()),
  answered: exactOptional(exampleTime),
  continuesOwn: exactOptional(literal(true)),
  deleted: exactOptional(exampleTime),
  community: exactOptional(literal(true)),
  visibility: exactOptional(picklist(VISIBILITIES)),
});

const example = union([
  text('A post; ⟦marks⟧ stand round what must be flagged'),
  strictObject({
    text: exactOptional(string()),
    at: exactOptional(nullable(exampleTime)),
    account: exactOptional(string()),
    replyTo: exactOptional(string()),
    event: exactOptional(union([boolean(), string()])),
    urgent: exactOptional(union([boolean(), string()])),
    media: exactOptional(array(media)),
    source: exactOptional(string()),
    author: exactOptional(string()),
    networks: exactOptional(array(string())),
    published: exactOptional(published),
  }),
]);

const examples = (about: string) => pipe(array(example), description(about));

/** Ten years: longer than any policy stands unchanged. */
const LONGEST_WAIVER = 3660;

const days = (about: string) =>
  pipe(number(), integer(), minValue(1), maxValue(LONGEST_WAIVER), description(about));

const waiver = pipe(
  union([
    picklist(['never']),
    pipe(
      strictObject({
        roles: exactOptional(
          pipe(array(text('An office')), minLength(1), description('Who may approve one')),
        ),
        maxDays: exactOptional(days('How many days one may last')),
      }),
      minEntries(1, 'must name roles or maxDays'),
    ),
  ]),
  description('Who may except a post from the rule, and for how long; never: nobody'),
);

/** A rule that stands on its own, or with what it is built on put in. */
export const ruleSchema = strictObject({
  id: id('Name of the rule, unlike any other in this file'),
  clause: text('Id of the clause that the rule comes from'),
  concept: exactOptional(id('Name of the idea, the same in every policy; the check’s when absent')),
  severity: picklist(SEVERITIES),
  check: text('The question that is asked of each post'),
  with: exactOptional(parameters),
  judges: exactOptional(judges),
  when: exactOptional(inner),
  unless: exactOptional(inner),
  waiver: exactOptional(waiver),
  message: text('What is wrong, in one sentence; {name} stands for what the check tells'),
  advice: exactOptional(text('What to do or to write instead, in one sentence')),
  examples: strictObject({
    flags: examples('Posts that the rule flags'),
    allows: examples('Near misses that the rule does not flag'),
    unchecked: exactOptional(examples('Posts that it cannot judge until the school tells more')),
  }),
});

const changes = {
  severity: exactOptional(picklist([...SEVERITIES, 'off'])),
  off: exactOptional(pipe(boolean(), description('Whether the rule is switched off: say why'))),
  reason: exactOptional(text('Why the rule is switched off')),
  with: exactOptional(
    pipe(record(string(), unknown()), description('Parameters; null takes one away')),
  ),
  judges: exactOptional(nullable(judges)),
  when: exactOptional(nullable(inner)),
  unless: exactOptional(nullable(inner)),
  waiver: exactOptional(nullable(waiver)),
  message: exactOptional(text('What is wrong, in the school’s own words')),
  advice: exactOptional(text('What to do or to write instead, in the school’s own words')),
};

/** What a school changes in a rule, or in an audit, which has no conditions and no message. */
export const changeSchema = strictObject(changes);

export const changesSchema = record(string(), changeSchema);

/** A rule as it may be written: what it is built on says the rest. */
export const builtRuleSchema = strictObject({
  id: id('Name of the rule; of an inherited one to change it'),
  extends: exactOptional(text('The rule that it is built on: of this file, or policy/rule')),
  clause: exactOptional(ruleSchema.entries.clause),
  concept: exactOptional(id('Name of the idea')),
  check: exactOptional(ruleSchema.entries.check),
  examples: exactOptional(ruleSchema.entries.examples),
  ...changes,
});

const auditParameters = pipe(record(string(), unknown()), description('Parameters of the audit'));

/** An audit that stands on its own, or with what it inherits put in. */
export const auditSchema = strictObject({
  id: id('Name of the audit, unlike any other and any rule in this file'),
  clause: text('Id of the clause that the audit answers'),
  concept: exactOptional(id('Name of the idea; the audit’s when absent')),
  severity: picklist(SEVERITIES),
  audit: text('The question that is asked of an account and its archive'),
  with: exactOptional(auditParameters),
  advice: exactOptional(text('What to do about it, in one sentence')),
});

/** An audit as it may be written: an inherited one of that id says the rest. */
export const builtAuditSchema = strictObject({
  id: id('Name of the audit; of an inherited one to change it'),
  clause: exactOptional(auditSchema.entries.clause),
  concept: exactOptional(id('Name of the idea')),
  severity: changes.severity,
  audit: exactOptional(auditSchema.entries.audit),
  off: exactOptional(pipe(boolean(), description('Whether it is switched off: say why'))),
  reason: exactOptional(text('Why it is switched off')),
  with: changes.with,
  advice: exactOptional(text('What to do about it, in one sentence')),
});

const clauseSchema = strictObject({
  id: text('Locator in the source document'),
  section: text('Heading under which it stands'),
  requires: text('What it asks, in words of our own'),
  kind: pipe(
    picklist(CLAUSE_KINDS),
    description('What it is judged by: one draft, an archive, pictures, a record, or nothing'),
  ),
  why: exactOptional(text('Why nothing can be seen of it in posts')),
  signOff: exactOptional(
    pipe(
      strictObject({
        owner: text('Who confirms it'),
        every: pipe(picklist(CADENCES), description('How often; occasion: when it happens')),
      }),
      description('What only a person can confirm'),
    ),
  ),
  demands: exactOptional(
    pipe(
      record(string(), string()),
      description('Where it stands on matters on which policies differ: topic and side'),
    ),
  ),
});

const questionSchema = strictObject({
  id: id('Name of the question'),
  clauses: pipe(array(text('Id of a clause')), minLength(1)),
  asks: text('What the source document leaves open'),
  default: text('The answer that the rules give as they are written'),
  otherwise: exactOptional(
    pipe(
      record(string(), changesSchema),
      description('Other answers, and what each changes in the rules'),
    ),
  ),
  settledBy: exactOptional(text('The key of policy-lint.yaml that answers it')),
});

export const policySchema = strictObject({
  extends: exactOptional(text('The policy that this one is built on: a shipped id or a path')),
  policy: strictObject({
    id: id('Name of the policy, as configurations and reports use it'),
    title: text('What the school calls it'),
    adopted: exactOptional(isoDate('When it was adopted, as far as it is known')),
    reviewDue: exactOptional(isoDate('When it is due to be reviewed')),
    timezone: text('Zone in which times are judged, as Europe/London'),
  }),
  clauses: array(clauseSchema),
  rules: array(ruleSchema),
  audits: exactOptional(array(auditSchema)),
  questions: exactOptional(array(questionSchema)),
  waivers: exactOptional(
    pipe(
      strictObject({
        maxDays: exactOptional(
          strictObject({
            error: exactOptional(days('For rules of severity error; 30 when absent')),
            warning: exactOptional(days('For rules of severity warning; 90 when absent')),
            info: exactOptional(days('For rules of severity info; 365 when absent')),
          }),
        ),
      }),
      description('How long exceptions from rules of this policy may last'),
    ),
  ),
});

export { conditionSchema };
