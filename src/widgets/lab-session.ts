// One setting of the lab, run to its end: what every part of the page is made of.

import { runClient, startServer, type LabRun, type Locale, type ServerStart } from '../core/index.ts';
import type { LabChoices } from './lab-address.ts';
import { framesOf, type Frame } from './lab-frames.ts';
import { clientOf, serverOf } from './lab-server.ts';

export interface Session {
  readonly start: ServerStart;
  readonly run: LabRun;
  /** At least one: the end. */
  readonly frames: readonly Frame[];
  /** The client's name in the page's language. */
  readonly who: string;
  readonly locale: Locale;
}

export function sessionOf(choices: LabChoices, locale: Locale): Session {
  const server = serverOf(choices);
  const { id, name } = clientOf(choices);
  const run = runClient(server, id);
  return { start: startServer(server), run, frames: framesOf(run), who: name[locale], locale };
}

/** The moment of that number; the end if there is none. */
export function frameAt({ frames }: Session, step: number | undefined): Frame {
  const frame = frames[step ?? frames.length - 1] ?? frames.at(-1);
  if (!frame) throw new Error('a run without moments');
  return frame;
}
