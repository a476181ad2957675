import type { Io } from './io.ts';

/** Whether to colour: a flag beats FORCE_COLOR and NO_COLOR, they beat what the terminal says. */
export const wantsColour = (
  flag: boolean | undefined,
  { env, stdoutIsTerminal }: Io,
  toFile: boolean,
): boolean => {
  if (flag !== undefined) return flag;
  if (toFile) return false;
  if (env['NO_COLOR']) return false;
  const forced = env['FORCE_COLOR'];
  if (forced !== undefined) return forced !== '0' && forced !== 'false';
  return stdoutIsTerminal() && env['TERM'] !== 'dumb';
};
