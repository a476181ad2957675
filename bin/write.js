'use strict';
const { writeSync } = require('node:fs');

/**
 * Writes to a stream without starting Node's own, which takes milliseconds; falls back to it when
 * the reader is slow (EAGAIN). A reader that has gone away (`| head`) is no error.
 */
exports.write = (descriptor, text) => {
  const bytes = Buffer.from(text);
  let written = 0;
  try {
    while (written < bytes.length) written += writeSync(descriptor, bytes, written);
  } catch (error) {
    if (error.code === 'EPIPE') return;
    if (error.code !== 'EAGAIN') throw error;
    const stream = descriptor === 1 ? process.stdout : process.stderr;
    stream.on('error', (later) => {
      if (later.code !== 'EPIPE') throw later;
    });
    stream.write(bytes.subarray(written));
  }
};
