const DRIVE = /^[A-Za-z]:/u;

/** Steps of a path without detours; undefined where it leaves the folder that it starts in. */
const stepsOf = (file: string): readonly string[] | undefined => {
  if (/^[\\/]/u.test(file) || DRIVE.test(file)) return undefined;
  const steps: string[] = [];
  for (const step of file.split(/[\\/]/u)) {
    if (step === '..') {
      if (steps.pop() === undefined) return undefined;
    } else if (step !== '' && step !== '.') steps.push(step);
  }
  return steps;
};

/** A name to stand in for a path that would tell of the machine. */
const lastStep = (file: string): string =>
  file
    .split(/[\\/]/u)
    .filter((step) => !/^(?:\.{0,2}|[A-Za-z]:)$/u.test(step))
    .at(-1) ?? '';

/**
 * A file as services know it: relative to where the run began, with `/` and without `./`. Of a file
 * elsewhere only its name.
 */
export const repoPath = (file: string): string =>
  (stepsOf(file)?.join('/') ?? lastStep(file)) || 'input';

/** The same as a relative URI. */
export const repoUri = (file: string): string =>
  repoPath(file)
    .split('/')
    // half a surrogate pair has no encoding
    .map((step) => encodeURIComponent(step.replace(/\p{Cs}/gu, '\ufffd')))
    .join('/');
