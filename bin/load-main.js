'use strict';
const { existsSync, mkdirSync, readFileSync, writeFileSync } = require('node:fs');
const path = require('node:path');
const { Script } = require('node:vm');

const FOLDER = path.join(__dirname, '..', 'dist', 'cli');

/** Compiled code is good for one version of the engine on one kind of processor. */
const CACHES = path.join(FOLDER, `compiled-${process.versions.v8}-${process.arch}`);

const read = (file, encoding) => {
  try {
    return readFileSync(file, encoding);
  } catch (error) {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  }
};

const loaded = new Map();

/**
 * Loads a part of the command, from the code that the build compiled for this version of Node where
 * there is any: that saves a third of the time to start. Without it, or when the engine refuses it,
 * the source is compiled as usual.
 */
const load = (name) => {
  const known = loaded.get(name);
  if (known) return known.module.exports;
  const filename = path.join(FOLDER, name);
  const source = read(filename, 'latin1');
  if (source === undefined) {
    process.stderr.write('policy-lint is not built yet: run npm run build\n');
    process.exit(2);
  }
  const cachedData = read(path.join(CACHES, name));
  const script = new Script(source, { filename, cachedData });
  const module = { exports: {} };
  loaded.set(name, { module, script });
  const requirePart = (id) => (id.startsWith('./') ? load(id.slice(2)) : require(id));
  script
    .runInThisContext()
    .call(module.exports, module.exports, requirePart, module, filename, FOLDER);
  return module.exports;
};

exports.loadMain = () => load('main.cjs');

/** For the build: keeps the compiled code of every part that was loaded since the last time. */
exports.keepCompiled = () => {
  mkdirSync(CACHES, { recursive: true });
  for (const [name, { script }] of loaded) {
    const file = path.join(CACHES, name);
    if (!existsSync(file)) writeFileSync(file, script.createCachedData());
  }
};
