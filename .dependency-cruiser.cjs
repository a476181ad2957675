/** Rooms from the bottom up, and the rooms that each may look into. */
const ROOMS = {
  core: [],
  time: ['core'],
  syntax: ['core'],
  expression: ['core'],
  document: ['core'],
  encoder: ['document', 'core'],
  facts: ['document', 'core'],
  checks: ['facts', 'document', 'expression', 'time', 'core'],
  audits: ['facts', 'document', 'time', 'core'],
  policy: ['syntax', 'core'],
  input: ['syntax', 'time', 'core'],
  report: ['core'],
  engine: ['audits', 'checks', 'facts', 'document', 'expression', 'time', 'core'],
};

const layer = ([room, mayUse]) => ({
  name: `${room}-looks-into-${mayUse.join('-') || 'nothing'}`,
  comment: 'Imports go down only: cli → index → engine → checks → facts → document → core.',
  severity: 'error',
  from: { path: `^src/${room}/`, pathNot: '[.]test[.]ts$' },
  to: {
    path: '^src/',
    pathNot: ['[.]d[.]ts$', ...[room, ...mayUse].map((name) => `^src/${name}/`)],
  },
});

module.exports = {
  forbidden: [
    ...Object.entries(ROOMS).map(layer),
    {
      name: 'checks-are-strangers',
      comment: 'What two checks share becomes a fact.',
      severity: 'error',
      from: {
        path: '^src/checks/([^/]+)[.]ts$',
        pathNot: ['[.]test[.]ts$', '^src/checks/(?:index|usual)[.]ts$'],
      },
      to: {
        path: '^src/checks/',
        pathNot: ['^src/checks/(?:check|wording-check)[.]ts$', '^src/checks/$1'],
      },
    },
    {
      name: 'audits-are-strangers',
      comment: 'What two audits share is a fact, or one of the helpers that say so.',
      severity: 'error',
      from: {
        path: '^src/audits/([^/]+)[.]ts$',
        pathNot: ['[.]test[.]ts$', '^src/audits/index[.]ts$'],
      },
      to: {
        path: '^src/audits/[^/]+[.]ts$',
        pathNot: ['^src/audits/audit[.]ts$', '^src/audits/$1'],
      },
    },
    {
      name: 'node-only-in-cli',
      comment: 'The core also runs in a page and in a worker.',
      severity: 'error',
      from: { path: '^src/', pathNot: ['^src/cli/', '[.]test[.]ts$'] },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'terminal-libraries-only-in-cli',
      comment: 'Reports get colour as an argument.',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/cli/' },
      to: { path: 'node_modules/(?:chalk|commander)/' },
    },
    {
      name: 'no-network-and-no-other-programs',
      comment: 'Nothing leaves the machine.',
      severity: 'error',
      from: { path: '^(?:src|bin)/', pathNot: '[.]test[.]ts$' },
      to: {
        path: '^(?:node:)?(?:http|https|http2|net|tls|dns|dgram|child_process|cluster)$',
      },
    },
    {
      name: 'threads-only-in-audits',
      comment: 'Everything else is done before a thread has started.',
      severity: 'error',
      from: { path: '^(?:src|bin)/', pathNot: '^src/cli/audit/' },
      to: { path: '^(?:node:)?worker_threads$' },
    },
    {
      name: 'no-cycles',
      comment: 'A cycle has no bottom to start reading from.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { extensions: ['.ts', '.mjs', '.js', '.cjs'] },
  },
};
