// Asks for one line at the terminal without showing it.

import { stderr, stdin } from 'node:process';

/** The line without blanks around it; empty if nothing was typed. Ctrl+C ends the program as elsewhere. */
export function askSecretly(question: string): Promise<string> {
  stderr.write(question);
  stdin.setRawMode(true);
  stdin.setEncoding('utf8');
  stdin.resume();
  return new Promise((resolve) => {
    let line = '';
    const read = (typed: string): void => {
      for (const character of typed) {
        if (character === '\u0003') {
          finish();
          process.kill(process.pid, 'SIGINT');
          return;
        }
        if (character === '\r' || character === '\n' || character === '\u0004') {
          finish();
          resolve(line.trim());
          return;
        }
        line = character === '\u007f' || character === '\b' ? line.slice(0, -1) : line + character;
      }
    };
    const finish = (): void => {
      stdin.off('data', read);
      stdin.setRawMode(false);
      stdin.pause();
      stderr.write('\n');
    };
    stdin.on('data', read);
  });
}
