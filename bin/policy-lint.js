#!/usr/bin/env node
// The only place that prints and sets the exit code.
// 0: nothing at or above --fail-on · 1: findings · 2: something could not be read, loaded or run.
'use strict';
const { loadMain } = require('./load-main.js');
const { write } = require('./write.js');

const { run, processIo } = loadMain();
run(
  process.argv.slice(2),
  processIo(process, (text) => write(1, text)),
).then(({ exitCode, stdout, stderr }) => {
  process.exitCode = exitCode;
  write(2, stderr);
  write(1, stdout);
});
