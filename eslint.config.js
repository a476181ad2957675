import tseslint from 'typescript-eslint';

const CLOCK = 'The core has no clock: take the time as an argument.';

/** What types cannot see: clocks, chance and locale below the command line. */
const pureCore = {
  files: ['src/**/*.ts'],
  ignores: ['src/cli/**', 'src/**/*.test.ts'],
  rules: {
    'no-restricted-syntax': [
      'error',
      { selector: "NewExpression[callee.name='Date'][arguments.length=0]", message: CLOCK },
      { selector: "MemberExpression[object.name='Date'][property.name='now']", message: CLOCK },
      {
        selector: "MemberExpression[object.name='Math'][property.name='random']",
        message: 'The same input gives the same output.',
      },
      {
        selector:
          'MemberExpression[property.name=/^(localeCompare|toLocaleString|toLocaleLowerCase|toLocaleUpperCase|toLocaleDateString)$/]',
        message: 'The machine’s locale changes nothing.',
      },
      {
        selector:
          'MemberExpression[property.name=/^(getHours|getDay|getDate|getMonth|getFullYear|getMinutes)$/]',
        message: 'Times are judged in the policy’s zone: use src/time.',
      },
    ],
    'no-restricted-imports': [
      'error',
      {
        paths: [
          {
            name: 'date-fns',
            importNames: ['isPast', 'isFuture', 'isToday', 'isTomorrow', 'isYesterday'],
            message: CLOCK,
          },
        ],
        patterns: [{ group: ['node:*'], message: 'Node belongs to src/cli.' }],
      },
    ],
  },
};

export default tseslint.config(
  { ignores: ['dist', 'fixtures', 'coverage', '.cache', 'node_modules', 'src/**/*.as.ts'] },
  ...tseslint.configs.strict,
  {
    files: ['**/*.ts'],
    languageOptions: { parserOptions: { projectService: true } },
    rules: {
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_' },
      ],
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/explicit-module-boundary-types': 'error',
      'no-console': 'error',
      eqeqeq: ['error', 'always'],
      'prefer-const': 'error',
    },
  },
  pureCore,
  {
    files: ['bin/*.js', '**/*.cjs'],
    rules: { '@typescript-eslint/no-require-imports': 'off' },
  },
  {
    files: ['**/*.test.ts', 'test/**', 'bench/**', 'scripts/**'],
    rules: { 'no-console': 'off', 'no-control-regex': 'off' },
  },
);
