import type { Paint } from '../report/index.ts';
import { PLAIN } from '../report/index.ts';

/** The colours of the terminal. chalk is loaded only for those who see them. */
export const paintFor = async (inColour: boolean): Promise<Paint> => {
  if (!inColour) return PLAIN;
  const { Chalk } = await import('chalk');
  const chalk = new Chalk({ level: 1 });
  return {
    error: chalk.red,
    warning: chalk.yellow,
    info: chalk.blue,
    good: chalk.green,
    bold: chalk.bold,
    dim: chalk.dim,
    mark: chalk.bold,
    removed: chalk.red,
    added: chalk.green,
  };
};
