#!/usr/bin/env node
import './need-node.mjs';

// Loaded only now: an older Node may not even be able to read it.
const { exitStatusOf } = await import('./exit-status.ts');
process.exitCode = await exitStatusOf(process.argv);
