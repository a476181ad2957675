import { bashScript } from './bash.ts';
import type { DescribedCommand } from './describe.ts';
import { fishScript } from './fish.ts';
import type { Words } from './offers.ts';
import { powershellScript } from './powershell.ts';
import { zshScript } from './zsh.ts';

type Script = (program: DescribedCommand, words: Words) => string;

/** The completion script of each shell. */
export const SCRIPTS: Readonly<Record<Shell, Script>> = {
  bash: bashScript,
  zsh: zshScript,
  fish: fishScript,
  powershell: powershellScript,
};

export type Shell = 'bash' | 'zsh' | 'fish' | 'powershell';
