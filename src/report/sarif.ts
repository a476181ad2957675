import type { Finding } from '../core/finding.ts';
import type { Problem } from '../core/problem.ts';
import type { ReportHead, ReportTail } from '../core/report.ts';
import type { Waiver } from '../core/waiver.ts';
import { createIdentities } from './identity.ts';
import type { Identity } from './identity.ts';
import { toJson } from './json.ts';
import { LAST_RANK, levelOf, rankOf } from './level.ts';
import { once } from '../core/once.ts';
import type { Format } from './options.ts';
import type { FileStretch } from './place.ts';
import { repoUri } from './repo-path.ts';
import { SARIF_LEVELS, createRules } from './sarif-rules.ts';
import type { SarifLevel } from './sarif-rules.ts';
import type { Context } from './sentences.ts';
import { plain, sentencesOf } from './sentences.ts';
import type { ShownPost } from './shown.ts';
import { shownPost } from './shown.ts';
import { counted } from './summary.ts';
import { keepWorst } from './worst.ts';

const SCHEMA =
  'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json';

/** GitHub refuses a file with more. */
const MOST_RESULTS = 25_000;
const MOST_NOTIFICATIONS = 1000;

const VERSION = /^\d+\.\d+\.\d+(?:[-+][\w.+-]+)?$/u;

/** SARIF takes `[words](target)` in a message for a link. */
const messageOf = (text: string): { readonly text: string } => ({
  text: text.replaceAll('](', '\\]('),
});

const regionOf = ({ start, end, isExact }: FileStretch) => {
  if (!isExact) return { startLine: start.line };
  return {
    startLine: start.line,
    startColumn: start.column,
    ...(end && { endLine: end.line, endColumn: end.column }),
  };
};

const locationOf = (uri: string, region?: object) => ({
  physicalLocation: { artifactLocation: { uri }, ...(region && { region }) },
});

/**
 * Why a finding is not to be acted on. GitHub opens an alert all the same, unless the action
 * `advanced-security/dismiss-alerts` follows: as a note it at least fails no check.
 */
const suppression = (justification: string) => ({
  level: SARIF_LEVELS.info,
  suppressions: [{ kind: 'external', status: 'accepted', justification }],
});

const waivedBy = ({ reason, approvedBy, role, expires }: Waiver, { inWaiver }: ShownPost) => {
  const approver = [approvedBy, role ?? '']
    .map((word) => inWaiver(word).trim())
    .filter((word) => word !== '')
    .join(', ');
  return suppression(
    `${inWaiver(reason)} (approved by ${approver || 'nobody named'}, until ${plain(expires, '?')})`,
  );
};

const KNOWN = suppression('The baseline knows this finding.');

/** One result; `suppressed` is there for a finding that somebody answers for. */
const resultOf = (
  finding: Finding,
  context: Context,
  ruleIndex: number,
  { hash, ordinal }: Identity,
  suppressed: object = {},
) => {
  const { judged, shown } = context;
  return {
    ruleId: plain(finding.rule, 'rule'),
    ruleIndex,
    level: SARIF_LEVELS[levelOf(finding)],
    message: messageOf(sentencesOf(finding, context).join('\n')),
    locations: [locationOf(repoUri(shown.path), regionOf(shown.place(finding)))],
    partialFingerprints: {
      primaryLocationLineHash: `${hash}:${ordinal}`,
      'policyLint/v1': `${judged.fingerprint}/${plain(finding.rule, 'rule')}/${ordinal}`,
    },
    ...suppressed,
    properties: { confidence: finding.confidence, record: judged.post.origin.record },
  };
};

const notificationOf = (
  { file, line, column, message }: Problem,
  id: string,
  level: SarifLevel,
) => ({
  descriptor: { id },
  level,
  message: messageOf(plain(message, id)),
  locations: [
    locationOf(
      repoUri(file),
      line === undefined
        ? undefined
        : { startLine: line, ...(column !== undefined && { startColumn: column }) },
    ),
  ],
});

const said = (id: string, text: string) => ({
  descriptor: { id },
  level: 'warning',
  message: { text },
});

/** What happened besides findings; GitHub keeps it out of the alerts. */
const notificationsOf = ({ problems, notices }: ReportTail, dropped: number): readonly object[] => {
  const all = [
    ...problems.map((problem) => notificationOf(problem, 'unreadable-input', 'error')),
    ...notices.map((notice) => notificationOf(notice, notice.kind, 'note')),
  ];
  const more = all.length - MOST_NOTIFICATIONS;
  return [
    ...(dropped === 0
      ? []
      : [
          said(
            'results-dropped',
            `${counted(dropped, 'less serious finding')} left out: GitHub takes ${MOST_RESULTS} of one run.`,
          ),
        ]),
    ...all.slice(0, MOST_NOTIFICATIONS),
    ...(more > 0
      ? [said('notifications-dropped', `${counted(more, 'notification')} left out.`)]
      : []),
  ];
};

const driverOf = ({ tool }: ReportHead, rules: readonly object[]) => ({
  name: plain(tool.name, 'policy-lint'),
  version: plain(tool.version, '0.0.0'),
  ...(VERSION.test(tool.version) && { semanticVersion: tool.version }),
  rules,
});

/** SARIF 2.1.0 within what GitHub’s code scanning accepts; columns count UTF-16 units. */
export const sarif: Format = (head, { reveal }) => {
  const identify = createIdentities();
  const rules = createRules(head.policies);
  // As text they take a third of the room that they take as objects.
  const results = keepWorst<string>(MOST_RESULTS);
  return {
    post: (judged) => {
      const { findings, waived, known } = judged;
      const context = once((): Context => ({
        judged,
        shown: shownPost(judged, reveal),
        policies: head.policies,
      }));
      const add = (finding: Finding, rank: number, suppressed?: () => object): void => {
        const identity = identify(judged.fingerprint, finding.rule);
        results.add(rank, () =>
          toJson(resultOf(finding, context(), rules.indexOf(finding), identity, suppressed?.())),
        );
      };
      for (const finding of findings) add(finding, rankOf(finding));
      for (const { finding, waiver } of waived) {
        add(finding, LAST_RANK, () => waivedBy(waiver, context().shown));
      }
      for (const finding of known) add(finding, LAST_RANK, () => KNOWN);
      return '';
    },
    end: (tail) => {
      const driver = toJson({ driver: driverOf(head, rules.list()) });
      const invocations = toJson([
        {
          executionSuccessful: tail.problems.length === 0,
          toolExecutionNotifications: notificationsOf(tail, results.dropped()),
        },
      ]);
      const list = results.items().join(',\n');
      return `{"$schema":${toJson(SCHEMA)},"version":"2.1.0","runs":[{
"tool":${driver},
"invocations":${invocations},
"columnKind":"utf16CodeUnits",
"results":[${list === '' ? '' : `\n${list}\n`}]
}]}\n`;
    },
  };
};
