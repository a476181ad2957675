'use strict';
const { writeSync } = require('node:fs');

/** Milliseconds to wait for a reader that is slower than we are. */
const PATIENCE = 2;
let clock;

const wait = () => {
  clock ??= new Int32Array(new SharedArrayBuffer(4));
  Atomics.wait(clock, 0, 0, PATIENCE);
};

/**
 * Writes to a stream without starting Node's own, which takes milliseconds and keeps what a slow
 * reader (EAGAIN) has not taken yet. A reader that has gone away (`| head`) is no error.
 */
exports.write = (descriptor, text) => {
  const bytes = Buffer.from(text);
  let written = 0;
  while (written < bytes.length) {
    try {
      written += writeSync(descriptor, bytes, written);
    } catch (error) {
      if (error.code === 'EPIPE') return;
      if (error.code !== 'EAGAIN') throw error;
      wait();
    }
  }
};
