import process from 'node:process';
import { createInterface } from 'node:readline/promises';

/** Asks on the terminal; undefined once the person has left with Ctrl-C or Ctrl-D. */
export const askOnTerminal = async (question: string): Promise<string | undefined> => {
  // Standard output is for what was asked for; it may well be a file.
  const lines = createInterface({ input: process.stdin, output: process.stderr });
  try {
    return await new Promise((resolve, reject) => {
      lines.once('close', () => resolve(undefined));
      lines.question(question).then(resolve, (error: Error) => {
        // Later versions of Node say so when the person leaves; this one says nothing.
        if (error.name === 'AbortError') resolve(undefined);
        else reject(error);
      });
    });
  } finally {
    lines.close();
  }
};
