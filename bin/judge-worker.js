// What each thread of an audit runs: it answers batches of posts with what was found in them.
'use strict';
const { loadMain } = require('./load-main.js');

loadMain().judgeOnThread();
