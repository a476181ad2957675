/** A handle as it is compared: without its sign, in lower case. */
export const bareHandle = (written: string): string =>
  written
    .trim()
    .replace(/^[@＠]/u, '')
    .toLowerCase();
