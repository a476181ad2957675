#!/usr/bin/env node
// The only place that prints and sets the exit code.
// 0: nothing at or above --fail-on · 1: findings · 2: something could not be read, loaded or run.
'use strict';
const { loadMain } = require('./load-main.js');
const { write } = require('./write.js');

/** A bug is told without the words of its error, which may repeat a post: its name and its places. */
const crash = (error) => {
  process.exitCode = 2;
  const places = String(error?.stack ?? '')
    .split('\n')
    .filter((line) => /^\s+at /u.test(line))
    .slice(0, 12);
  const what =
    typeof error?.syscall === 'string'
      ? `policy-lint: the report could not be written (${error.code})`
      : [`policy-lint: a mistake of its own ended this run (${error?.name})`, ...places].join('\n');
  try {
    write(2, `${what}\n`);
  } catch {
    // Nobody is left to tell; the exit code still says it.
  }
};

const { run, processIo } = loadMain();
run(
  process.argv.slice(2),
  processIo(process, (text) => write(1, text)),
)
  .then(({ exitCode, stdout, stderr }) => {
    process.exitCode = exitCode;
    write(2, stderr);
    write(1, stdout);
  })
  .catch(crash);
