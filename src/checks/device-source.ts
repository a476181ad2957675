import { array, boolean, minLength, optional, picklist, pipe, strictObject } from 'valibot';
import type { Device, DeviceKind } from '../core/school.ts';
import { DEVICE_KINDS } from '../core/school.ts';
import { appKey, appKind } from '../facts/apps.ts';
import { dayInWords, dayOf } from '../time/day.ts';
import { findLesson } from '../time/lessons.ts';
import type { CheckInput } from './check.ts';
import { defineCheck } from './check.ts';

const ACCEPTS = ['school', 'school-computers', 'named-phones'] as const;

interface Params {
  readonly accept: (typeof ACCEPTS)[number];
  readonly kinds: readonly DeviceKind[];
  readonly inLessons: boolean;
}

/** `unknown`: nobody has told enough; `evidence`: why it is to be asked about. */
type Answer =
  | { readonly is: 'fine' }
  | { readonly is: 'unknown'; readonly lacks: string }
  | {
      readonly is: 'doubtful';
      readonly evidence: string;
      readonly confidence: 'likely' | 'possible';
    };

const FINE: Answer = { is: 'fine' };

/** Longer names of apps are cut. */
const LONGEST_NAME = 40;

const shown = (app: string): string =>
  app.length > LONGEST_NAME ? `${app.slice(0, LONGEST_NAME)}…` : app;

const isMobile = (kind: DeviceKind): boolean => kind === 'phone' || kind === 'tablet';

const WORDS: Readonly<Record<DeviceKind, string>> = {
  phone: 'a phone',
  tablet: 'a tablet',
  computer: 'a computer',
  service: 'a service',
};

/** What the policy lets post. Somebody’s own device may be authorised until a day. */
const isAllowed = ({ kind, owner, until, who }: Device, accept: Params['accept']): boolean => {
  if (accept === 'named-phones') return !isMobile(kind) || who !== undefined;
  if (until !== undefined) return true;
  return owner === 'school' && (accept === 'school' || !isMobile(kind));
};

const registered = (entries: readonly Device[], { accept, kinds }: Params, day: string): Answer => {
  const current = entries.filter(({ until }) => until === undefined || day <= until);
  if (current.some((device) => isAllowed(device, accept))) return FINE;
  const asked = entries.filter(({ kind }) => kinds.includes(kind));
  const [device] = asked;
  if (!device || asked.length < entries.length) return FINE;
  const [stated] = current;
  const evidence = !stated
    ? `the device register lists this app only until ${dayInWords(device.until ?? day)}`
    : accept === 'named-phones'
      ? 'the device register names nobody who posts with this app'
      : stated.owner === 'personal'
        ? `the device register lists this app on ${WORDS[stated.kind]} of somebody’s own`
        : `the device register lists this app on ${WORDS[stated.kind]}`;
  return { is: 'doubtful', evidence, confidence: 'likely' };
};

const unregistered = (
  app: string,
  { accept, kinds }: Params,
  devices: readonly Device[],
): Answer => {
  const kind = appKind(app);
  const lacks = `what the app “${shown(app)}” runs on (\`devices\` in policy-lint.yaml)`;
  if (!kind) return { is: 'unknown', lacks };
  if (!kinds.includes(kind)) return FINE;
  if (isMobile(kind)) {
    const evidence = `an app for ${WORDS[kind]}, and the device register does not list it`;
    return { is: 'doubtful', evidence, confidence: 'possible' };
  }
  if (accept === 'named-phones') return FINE;
  const hasComputer = devices.some((one) => one.kind === 'computer' && one.owner === 'school');
  return kind === 'computer' && hasComputer ? FINE : { is: 'unknown', lacks };
};

const answer = (params: Params, { document, atMs, timezone }: CheckInput): Answer => {
  const { school, post } = document;
  const { source, published } = post;
  // A draft has not been posted with anything yet.
  if (atMs === null || (source === undefined && !published)) return FINE;
  if (params.inLessons) {
    const lacks = 'when lessons are taught (their times under `lessons`)';
    if (!school.lessons) return { is: 'unknown', lacks };
    if (!findLesson(atMs, timezone, school)) return FINE;
  }
  if (source === undefined) return { is: 'unknown', lacks: 'which app posted it' };
  const { devices } = school;
  if (!devices) {
    const lacks = 'which devices the accounts are used from (`devices` in policy-lint.yaml)';
    return { is: 'unknown', lacks };
  }
  const entries = devices.filter(({ app }) => appKey(app) === appKey(source));
  return entries.length > 0
    ? registered(entries, params, dayOf(atMs, timezone))
    : unregistered(source, params, devices);
};

/** Flags a post whose app speaks of a device that the policy keeps from the account. */
export const deviceSource = defineCheck({
  name: 'device-source',
  params: strictObject({
    accept: optional(picklist(ACCEPTS), 'school'),
    kinds: optional(pipe(array(picklist(DEVICE_KINDS)), minLength(1)), [...DEVICE_KINDS]),
    inLessons: optional(boolean(), false),
  }),
  tells: ['app'],
  *run(params, input) {
    const found = answer(params, input);
    if (found.is !== 'doubtful') return;
    yield {
      where: 'text',
      range: null,
      confidence: found.confidence,
      evidence: [found.evidence],
      data: { app: shown(input.document.post.source ?? '') },
    };
  },
  lacks(params, input) {
    const found = answer(params, input);
    return found.is === 'unknown' ? found.lacks : undefined;
  },
});
