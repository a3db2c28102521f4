// Writes a run, or one moment of it, into the parts of the lab that src/components/Lab.astro made.

import { labWords } from '../i18n/lab.ts';
import type { Markup } from './html.ts';
import { clock, sceneOf } from './lab-frames.ts';
import { roadTexts } from './lab-road.ts';
import { frameAt, type Session } from './lab-session.ts';
import { runTable } from './lab-table.ts';
import { auditView, exchangeView, momentView, sourcesView, terminalView, verdictView } from './lab-view.ts';

function put(lab: Element, selector: string, { markup }: Markup): Element | undefined {
  const part = lab.querySelector(selector);
  if (part && part.innerHTML !== markup) part.innerHTML = markup;
  return part ?? undefined;
}

/** What does not change from moment to moment. */
export function showSession(lab: Element, session: Session): void {
  const { run, frames, locale } = session;
  put(lab, '.lab-verdict', verdictView(session));
  put(lab, '[data-lab="table"]', runTable(run, locale));
  put(lab, '[data-lab="sources"]', sourcesView(session));
  const position = lab.querySelector<HTMLInputElement>('input[name="step"]');
  if (position) position.max = String(frames.length - 1);
  const dial = lab.querySelector<HTMLInputElement>('input[name="kubernetes"]');
  const shown = lab.querySelector('.lab-dial output');
  if (!dial || !shown) return;
  shown.textContent = `1.${dial.value}`;
  dial.setAttribute('aria-valuetext', `1.${dial.value}`);
}

export function showMoment(lab: Element, session: Session, step: number): void {
  const { run, who, locale, frames } = session;
  const frame = frameAt(session, step);
  showScene(lab, session, step);
  put(lab, '.lab-road ol', roadTexts(run, frame, who, locale));
  put(lab, '.lab-status', momentView(session, frame));
  const panels = {
    terminal: terminalView(run, frame, locale),
    exchange: exchangeView(run, frame, locale),
    audit: auditView(run, frame, locale),
  };
  for (const [name, view] of Object.entries(panels)) {
    const panel = put(lab, `[data-lab="${name}"]`, view);
    if (panel) panel.scrollTop = panel.scrollHeight;
  }
  for (const [index, row] of [...lab.querySelectorAll('[data-lab="table"] tbody tr')].entries())
    row.toggleAttribute('data-now', index === frame.turn && frame.moment !== 'end');
  const position = lab.querySelector<HTMLInputElement>('input[name="step"]');
  if (!position) return;
  position.value = String(step);
  const at = labWords[locale].positionText(step + 1, frames.length);
  position.setAttribute('aria-valuetext', `${clock(frame.atSeconds)}, ${at}`);
}

function showScene(lab: Element, session: Session, step: number): void {
  const road = lab.querySelector<HTMLElement>('.lab-road');
  if (!road) return;
  const { run, frames } = session;
  const frame = frameAt(session, step);
  const scene = sceneOf(run, frame);
  const { at, gate1, gate2, papers, status } = scene;
  Object.assign(road.dataset, { at, gate1, gate2, papers, beat: step % 2 === 0 ? 'even' : 'odd' });
  if (status === undefined) delete road.dataset['status'];
  else road.dataset['status'] = status;
  const stamp = road.querySelector('.lab-stamp-board text');
  if (stamp && status !== undefined) stamp.textContent = status;
  const whole = frames.at(-1)?.atSeconds ?? 0;
  road.style.setProperty('--lab-time', String(whole === 0 ? 0 : frame.atSeconds / whole));
}
