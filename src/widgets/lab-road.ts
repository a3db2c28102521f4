// What stands below the picture of the road: the request, each gate, and what it came for, at one moment of a run.

import type { GateStep, LabRun, Locale } from '../core/index.ts';
import { gatesWords } from '../i18n/gates.ts';
import { labWords } from '../i18n/lab.ts';
import { html, type Markup } from './html.ts';
import { sceneOf, type Frame, type SceneState } from './lab-frames.ts';
import { requestLine, statusLine } from './lab-view.ts';

/** May be broken behind each slash and colon, not inside a word. */
function breakable(text: string): Markup {
  const parts = text.split(/(?<=[/:])/);
  return html`<code>${parts.map((part) => [part, { markup: '<wbr>' }])}</code>`;
}

/** Four list items, one below each part of the picture. */
export function roadTexts(run: LabRun, frame: Frame, who: string, locale: Locale): Markup {
  const words = gatesWords[locale];
  const scene = sceneOf(run, frame);
  const exchange = run.turns[frame.turn]?.exchange;
  if (!exchange) return html`<li><div></div></li>`;
  const { request, steps, response } = exchange;
  const [first, second] = steps;
  const reached = scene.at === 'board';
  const credentials = labWords[locale].credentials[request.credentials];
  return html`<li>
      <div>
        <p class="station">${words.request}</p>
        <p class="question">${who}</p>
        <p>${credentials}</p>
      </div>
    </li>
    <li>
      <div>
        <p class="station">${words.authentication}</p>
        <p class="question">${words.whoAreYou}</p>
        ${gateText(scene.gate1, first, 401, locale)}
      </div>
    </li>
    <li class="${scene.gate2 === 'unasked' ? 'unasked' : ''}">
      <div>
        <p class="station">${words.authorization}</p>
        <p class="question">${words.mayYou}</p>
        ${gateText(scene.gate2, second, 403, locale)}
      </div>
    </li>
    <li class="${reached ? '' : 'unasked'}">
      <div>
        <p class="station">${words.askedFor}</p>
        <p>${breakable(requestLine(request))}</p>
        ${reached && response && scene.status !== undefined ? html`<p class="${response.status < 300 ? 'passed' : 'stopped'}">${statusLine(response.status)}</p>` : html`<p>${scene.gate1 === 'refused' || scene.gate2 === 'refused' ? words.unreached : ''}</p>`}
      </div>
    </li>`;
}

function gateText(
  state: SceneState['gate1'] | SceneState['gate2'],
  step: GateStep | undefined,
  status: number,
  locale: Locale,
): Markup {
  const words = gatesWords[locale];
  if (state === 'unasked') return html`<p>${words.unasked}</p>`;
  if (state === 'refused') return html`<p class="stopped">${statusLine(status)}</p>`;
  if (state === 'waiting') return html`<p>${step?.unknown === true ? labWords[locale].notKnown : ''}</p>`;
  if (step?.gate === 'authentication' && step.user) return html`<p class="passed">${breakable(step.user.username)}</p>`;
  return html`<p class="passed">${words.allowed}</p>`;
}
