import { Document, Scalar, stringify } from 'yaml';
import type { Ci } from '../init-options.ts';

/** A file to be written: where, seen from the folder, and what. */
export interface NewFile {
  readonly file: string;
  readonly text: string;
}

interface Checked {
  /** Files or wildcards. */
  readonly paths: readonly string[];
  /** The version of policy-lint that is installed. */
  readonly version: string;
}

/** An action by the commit of a release: a tag can be moved, a commit cannot. */
const pinned = (action: string, release: string): Scalar => {
  const uses = new Scalar(action);
  uses.comment = ` ${release}`;
  return uses;
};
const CHECKOUT = 'actions/checkout@8e8c483db84b4bee98b60c0593521ed34d9990e8';
const SETUP_NODE = 'actions/setup-node@2028fbc5c25fe9cf00d9f06a71cc4710d4507903';

const NODE = 24;
const INSTALL = 'npm install --global --ignore-scripts --no-audit --no-fund';

/** Files stand in a variable, one a line: the shell fills wildcards in and runs nothing in them. */
const TAKE_PATHS = `IFS='
'
set -- $POLICY_LINT_PATHS
if [ "$#" = 0 ]; then
  echo 'POLICY_LINT_PATHS names no file: say what is to be checked' >&2
  exit 2
fi
`;

const listed = (paths: readonly string[]): string => `${paths.join('\n')}\n`;

/** `.github/workflows/policy-lint.yml` */
export const githubWorkflow = ({ paths, version }: Checked): string => {
  const document = new Document({
    name: 'policy-lint',
    on: { push: null, pull_request: null },
    permissions: { contents: 'read' },
    jobs: {
      'policy-lint': {
        'runs-on': 'ubuntu-latest',
        steps: [
          { uses: pinned(CHECKOUT, 'v6.0.1'), with: { 'persist-credentials': false } },
          { uses: pinned(SETUP_NODE, 'v6.0.0'), with: { 'node-version': NODE } },
          { run: `${INSTALL} policy-lint@${version}` },
          {
            run: `${TAKE_PATHS}policy-lint --format github --no-error-on-unmatched-pattern -- "$@"\n`,
            env: { POLICY_LINT_PATHS: listed(paths) },
          },
        ],
      },
    },
  });
  document.commentBefore =
    ' Checks the queued posts on each change. POLICY_LINT_PATHS: what is checked, one file a line.';
  return document.toString({ lineWidth: 0, nullStr: '' });
};

/** The log first, then the reports; a report that could not be written is never a pass. */
const GITLAB_SCRIPT = `${TAKE_PATHS}code=0
policy-lint --no-error-on-unmatched-pattern -- "$@" || code=$?
for report in gitlab:policy-lint-codequality.json junit:policy-lint-junit.xml; do
  again=0
  told=$(policy-lint --format "\${report%%:*}" --output "\${report#*:}" --no-error-on-unmatched-pattern -- "$@" 2>&1) || again=$?
  if [ "$again" != "$code" ]; then
    printf '%s\\n' "$told" >&2
    code=2
  fi
done
exit "$code"
`;

/** A job for GitLab, in a file that .gitlab-ci.yml includes. */
export const gitlabJob = ({ paths, version }: Checked): string => {
  const document = new Document({
    'policy-lint': {
      image: `node:${NODE}-slim`,
      variables: {
        POLICY_LINT_VERSION: version,
        POLICY_LINT_PATHS: { value: listed(paths), expand: false },
      },
      script: [`${INSTALL} "policy-lint@$POLICY_LINT_VERSION"`, GITLAB_SCRIPT],
      artifacts: {
        when: 'always',
        reports: {
          codequality: 'policy-lint-codequality.json',
          junit: 'policy-lint-junit.xml',
        },
      },
    },
  });
  document.commentBefore =
    ' Checks the queued posts on each change. POLICY_LINT_PATHS: what is checked, one file a line.\n' +
    ' Findings show in the merge request (code quality) and in its tests (JUnit).';
  return document.toString({ lineWidth: 0 });
};

export const GITLAB_FILE = 'policy-lint.gitlab-ci.yml';

/** What makes GitLab take the job in. */
export const gitlabInclude = (): string => stringify({ include: [{ local: `/${GITLAB_FILE}` }] });

/** A path or wildcard as the regular expression of Python that pre-commit compares names with. */
const pattern = (named: string): string =>
  named
    .replace(/^\.\//u, '')
    .replace(/[\\^$.|?*+()[\]{}]/gu, '\\$&')
    .replaceAll(String.raw`\*`, '[^/]*')
    .replaceAll(String.raw`\?`, '[^/]');

/** `.pre-commit-config.yaml`, or what to add to one. */
export const preCommitConfig = ({ paths, version }: Checked): string =>
  stringify(
    {
      repos: [
        {
          repo: 'local',
          hooks: [
            {
              id: 'policy-lint',
              name: 'policy-lint',
              language: 'node',
              additional_dependencies: [`policy-lint@${version}`],
              entry: 'policy-lint',
              args: ['--'],
              files: `^(?:${paths.map(pattern).join('|')})$`,
              require_serial: true,
            },
          ],
        },
      ],
    },
    { lineWidth: 0 },
  );

/** A file that is ours alone, or one in which others have their part as well. */
export interface CiFile extends NewFile {
  readonly isShared: boolean;
}

/** What a kind of CI needs in this folder. */
export const ciFiles = (ci: Ci, checked: Checked): readonly CiFile[] => {
  switch (ci) {
    case 'none':
      return [];
    case 'github':
      return [
        {
          file: '.github/workflows/policy-lint.yml',
          text: githubWorkflow(checked),
          isShared: false,
        },
      ];
    case 'gitlab':
      return [
        { file: GITLAB_FILE, text: gitlabJob(checked), isShared: false },
        { file: '.gitlab-ci.yml', text: gitlabInclude(), isShared: true },
      ];
    case 'pre-commit':
      return [{ file: '.pre-commit-config.yaml', text: preCommitConfig(checked), isShared: true }];
  }
};
