import { CHECKS } from '../checks/index.ts';
import { mark } from '../core/marks.ts';
import { textOfPart } from '../core/parts.ts';
import type { Policy } from '../core/policy.ts';
import type { School } from '../core/school.ts';
import { EXAMPLE_SCHOOL } from '../engine/example-school.ts';
import { findUnnoticed } from '../engine/mutants.ts';
import type { Failure, RuleTest, TestBench } from '../engine/rule-tests.ts';
import { testRules } from '../engine/rule-tests.ts';
import { visible } from '../report/cells.ts';
import { counted } from '../report/summary.ts';
import type { Paint } from '../report/index.ts';
import { PLAIN } from '../report/index.ts';
import { wantsColour } from './colour.ts';
import type { Io, Outcome } from './io.ts';
import { encoderLoader } from './load-encoder.ts';
import { setUpNamed } from './named-policies.ts';
import type { TestOptions } from './options.ts';
import { paintFor } from './paint.ts';
import { refuse, say } from './say.ts';

const WHY: Readonly<Record<Failure['why'], string>> = {
  silent: 'should be flagged and is not',
  elsewhere: 'is flagged, but not where the marks say',
  flagged: 'should be allowed and is flagged',
  unchecked: 'should be allowed and cannot be judged for want of something',
  checkable: 'should lack something to be judged by and does not',
};

const shownExample = ({ example }: Failure): string =>
  typeof example === 'string' ? example : JSON.stringify(example);

const shownFound = ({ document, found }: Failure): readonly string[] =>
  found.length === 0
    ? []
    : [...new Set(found.map(({ part }) => part))].map((part) => {
        const spans = found.filter((place) => place.part === part).map(({ span }) => span);
        return `found: ${mark(textOfPart(document.post, part) ?? '', spans)}`;
      });

const where = ({ file }: Policy, { rule }: Pick<RuleTest, 'rule'>): string =>
  `${rule.file ?? file}:${rule.line}`;

const tellRule = (policy: Policy, test: RuleTest): readonly string[] => {
  const { rule, failures, isMute, examples } = test;
  if (failures.length === 0 && !isMute) return [];
  const head = `✖ ${policy.info.id}/${rule.id} (${where(policy, test)})`;
  const mute =
    examples === 0
      ? ['  has no examples']
      : isMute
        ? ['  is never made to fire by its examples']
        : [];
  return [
    head,
    ...mute,
    ...failures.flatMap((failure) => [
      `  ${WHY[failure.why]}:`,
      `    ${shownExample(failure)}`,
      ...shownFound(failure).map((line) => `    ${line}`),
    ]),
  ];
};

const testPolicy = async (policy: Policy, bench: TestBench) => {
  const lines: string[] = [];
  let examples = 0;
  let failed = 0;
  for await (const test of testRules(policy, bench)) {
    examples += test.examples;
    const told = tellRule(policy, test);
    if (told.length > 0) failed += 1;
    lines.push(...told);
  }
  const audits = policy.audits.length > 0 ? `, ${counted(policy.audits.length, 'audit')}` : '';
  const sum = `${policy.info.id}: ${counted(policy.rules.length, 'rule')}, ${counted(examples, 'example')}${audits}`;
  const failing = `${counted(failed, 'rule fails', 'rules fail')}`;
  lines.push(failed === 0 ? `✔ ${sum}` : `✖ ${sum}, ${failing}`);
  return { lines, isGood: failed === 0 };
};

const mutatePolicy = async (policy: Policy, bench: TestBench) => {
  const lines: string[] = [];
  let tried = 0;
  let missed = 0;
  for await (const { rule, tried: own, unnoticed } of findUnnoticed(policy, bench)) {
    tried += own;
    missed += unnoticed.length;
    if (unnoticed.length === 0) continue;
    lines.push(
      `✖ ${policy.info.id}/${rule.id} (${where(policy, { rule })}): its examples do not notice it`,
      ...unnoticed.map(({ what }) => `    ${what}`),
    );
  }
  const sum = `${policy.info.id}: broken in ${counted(tried, 'way')}`;
  lines.push(missed === 0 ? `✔ ${sum}, each noticed` : `✖ ${sum}, ${missed} not noticed`);
  return { lines, isGood: missed === 0 };
};

/** Examples speak of an invented school; what a school tells of its own comes beside it. */
const examplesOf = (school: School): School => ({
  ...EXAMPLE_SCHOOL,
  ...school,
  names: [...school.names, ...EXAMPLE_SCHOOL.names],
  accounts: [...school.accounts, ...EXAMPLE_SCHOOL.accounts],
  handles: { ...EXAMPLE_SCHOOL.handles, ...school.handles },
  contacts: {
    phones: [...school.contacts.phones, ...EXAMPLE_SCHOOL.contacts.phones],
    emails: [...school.contacts.emails, ...EXAMPLE_SCHOOL.contacts.emails],
    addresses: [...school.contacts.addresses, ...EXAMPLE_SCHOOL.contacts.addresses],
    postcodes: school.contacts.postcodes,
  },
  links: {
    allow: [...school.links.allow, ...EXAMPLE_SCHOOL.links.allow],
    block: [...school.links.block, ...EXAMPLE_SCHOOL.links.block],
  },
  // Examples keep the invented school’s own days and devices.
  terms: EXAMPLE_SCHOOL.terms,
  daysOff: EXAMPLE_SCHOOL.daysOff,
  ...(EXAMPLE_SCHOOL.devices && { devices: EXAMPLE_SCHOOL.devices }),
  ...(EXAMPLE_SCHOOL.lessons && { lessons: school.lessons ?? EXAMPLE_SCHOOL.lessons }),
});

/** A line made safe, with its sign in colour. */
const signed = (line: string, paint: Paint): string =>
  visible(line)
    .replace(/^✔/u, (sign) => paint.good(sign))
    .replace(/^✖/u, (sign) => paint.error(sign));

/** `policy-lint test [policies…]`: whether each rule judges its own examples as they say. */
export const testCommand = async (
  named: readonly string[],
  options: TestOptions,
  io: Io,
): Promise<Outcome> => {
  const { policies, school, problems, notes } = await setUpNamed(named, options, io, {
    withExamples: true,
  });
  if (problems.length > 0) return refuse(problems, io, notes);
  const paint = wantsColour(options.color, io, false) ? await paintFor(true) : PLAIN;
  const encoder = encoderLoader();
  const bench = { checks: CHECKS, school: examplesOf(school), loadEncoder: encoder.load };
  const results = [];
  for (const policy of policies) {
    results.push(await (options.mutate ? mutatePolicy : testPolicy)(policy, bench));
  }
  return {
    exitCode: results.every(({ isGood }) => isGood) ? 0 : 1,
    stdout: results
      .flatMap(({ lines }) => lines.map((line) => `${signed(line, paint)}\n`))
      .join(''),
    stderr: say([], io, [...notes, ...encoder.notes()]),
  };
};
