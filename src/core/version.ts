declare const POLICY_LINT_VERSION: string | undefined;

/** The version in package.json, put in by the build; `0.0.0` when run from the sources. */
export const version: string =
  typeof POLICY_LINT_VERSION === 'string' ? POLICY_LINT_VERSION : '0.0.0';
