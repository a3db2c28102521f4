// A moment of a client's run as markup: what the client printed, what went over the wire, what the audit log kept.

import {
  formatVersions,
  type AuditEventJson,
  type Exchange,
  type GateStep,
  type LabRequest,
  type LabRun,
  type LabTurn,
  type Locale,
} from '../core/index.ts';
import { labWords } from '../i18n/lab.ts';
import { html, inline, openAttribute, type Markup } from './html.ts';
import type { Session } from './lab-session.ts';
import { answeredTurns, clock, printedLines, type Frame } from './lab-frames.ts';

const methods: Readonly<Record<LabRequest['verb'], string>> = {
  get: 'GET',
  list: 'GET',
  head: 'HEAD',
  create: 'POST',
  update: 'PUT',
  patch: 'PATCH',
  delete: 'DELETE',
};

export function requestLine({ verb, path, query }: LabRequest): string {
  return `${methods[verb]} ${path}${query === undefined || query === '' ? '' : `?${query}`}`;
}

const reasons: Readonly<Record<number, string>> = {
  200: 'OK',
  201: 'Created',
  401: 'Unauthorized',
  403: 'Forbidden',
  404: 'Not Found',
  500: 'Internal Server Error',
};

/** `401 Unauthorized`. */
export function statusLine(status: number): string {
  return `${status} ${reasons[status] ?? ''}`.trim();
}

function nothing(kind: 'terminal' | 'exchange' | 'audit', isEnd: boolean, locale: Locale): Markup {
  const words = labWords[locale];
  return html`<p class="lab-nothing">${(isEnd ? words.nothingAtAll : words.nothingYet)[kind]}</p>`;
}

/** The lines that stand in the terminal at this moment. */
export function terminalView(run: LabRun, frame: Frame, locale: Locale): Markup {
  const words = labWords[locale];
  const lines = printedLines(run, frame);
  const isEnd = frame.moment === 'end';
  if (lines.length === 0 && !(isEnd && run.exitCode !== undefined)) return nothing('terminal', isEnd, locale);
  const printed = lines.map(
    ({ atSeconds, stream, text }) =>
      html`<li class="lab-line lab-${stream}">
        <span class="lab-time">${clock(atSeconds)}</span><code>${text}</code>
      </li>`,
  );
  const exit = isEnd && run.exitCode !== undefined && run.exitCode;
  return html`<ol class="lab-lines">
      ${printed}
    </ol>
    ${exit !== false && html`<p class="lab-exit">${words.exitCode(exit)}</p>`}`;
}

/** Every request that has been answered, the newest last. */
export function exchangeView(run: LabRun, frame: Frame, locale: Locale): Markup {
  const turns = answeredTurns(run, frame);
  if (turns.length === 0) return nothing('exchange', frame.moment === 'end', locale);
  return html`<ol class="lab-exchanges">
    ${turns.map((turn, index) => oneExchange(turn, showsRepeats(frame, index, turns.length), locale))}
  </ol>`;
}

/** The repeats of a turn are told once the moment that tells them has come. */
function showsRepeats(frame: Frame, index: number, count: number): boolean {
  return frame.moment !== 'answer' || index < count - 1;
}

function oneExchange(
  { atSeconds, exchange, repeats = 1, everySeconds = 0 }: LabTurn,
  withRepeats: boolean,
  locale: Locale,
): Markup {
  const words = labWords[locale];
  const { request, response } = exchange;
  const status = response ? statusLine(response.status) : words.noAnswer;
  const kind = response === undefined ? 'none' : response.status < 300 ? 'allowed' : 'refused';
  return html`<li>
    <p class="lab-time">${clock(atSeconds)}</p>
    <p class="lab-sent"><code>${requestLine(request)}</code></p>
    <p class="lab-header">User-Agent: ${request.userAgent}</p>
    <p class="lab-header">
      ${request.asAnonymous === true ? words.impersonates : words.authorization[request.credentials]}
    </p>
    <p class="lab-answer lab-${kind}">${status}</p>
    ${response && bodyView(response, locale)}
    ${withRepeats && repeats > 1 && html`<p class="lab-repeats">${words.timesMore(repeats - 1, everySeconds)}</p>`}
  </li>`;
}

function bodyView({ body, bodyIs }: NonNullable<Exchange['response']>, locale: Locale): Markup {
  const note = labWords[locale].bodyIs[bodyIs];
  return html`${body !== '' && html`<pre class="lab-body"><code>${pretty(body)}</code></pre>`}${note !== '' && html`<p class="lab-note">${note}</p>`}`;
}

function pretty(body: string): string {
  try {
    return JSON.stringify(JSON.parse(body), undefined, 1);
  } catch {
    return body.trimEnd();
  }
}

/** The events written so far, the newest last and laid open. */
export function auditView(run: LabRun, frame: Frame, locale: Locale): Markup {
  const turns = answeredTurns(run, frame);
  const events = turns.flatMap(({ exchange }) => exchange.auditEvents);
  if (events.length === 0) return nothing('audit', frame.moment === 'end', locale);
  const words = labWords[locale];
  const entries = turns.map(({ exchange, repeats = 1, everySeconds = 0 }, index) => [
    ...exchange.auditEvents.map((event) => eventView(event, event === events.at(-1), locale)),
    exchange.auditEvents.length > 0 && repeats > 1 && showsRepeats(frame, index, turns.length)
      ? html`<li class="lab-repeats">${words.timesMore(repeats - 1, everySeconds)}</li>`
      : html``,
  ]);
  return html`<ol class="lab-events">
    ${entries}
  </ol>`;
}

function textAt(event: AuditEventJson, ...path: readonly string[]): string {
  let value: unknown = event;
  for (const key of path)
    value = typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>)[key] : undefined;
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}

function eventView(event: AuditEventJson, isNewest: boolean, locale: Locale): Markup {
  const words = labWords[locale];
  const name = textAt(event, 'user', 'username');
  const code = textAt(event, 'responseStatus', 'code');
  const decision = textAt(event, 'annotations', 'authorization.k8s.io/decision');
  return html`<li>
    <details${isNewest && openAttribute}>
      <summary>
        <b>${textAt(event, 'stage')}</b> ${code !== '' && html`<span class="lab-${code.startsWith('2') ? 'allowed' : 'refused'}">${code}</span>`}
        <span class="${name === '' ? 'lab-refused' : 'lab-name'}">${name === '' ? words.noUser : name}</span>
        ${decision !== '' && html`<span>${decision}</span>`}
      </summary>
      <pre class="lab-body"><code>${JSON.stringify(event, undefined, 1)}</code></pre>
    </details>
  </li>`;
}

/** One sentence on the moment, for the line below the picture and for screen readers. */
export function momentText({ run, who, locale }: Session, frame: Frame): string {
  const words = labWords[locale];
  const turn = run.turns[frame.turn];
  const text =
    frame.moment === 'end' || !turn
      ? words.end(words.verdict[run.verdict], run.exitCode)
      : turnText(turn, frame.moment, who, locale);
  return `${clock(frame.atSeconds)} · ${text}`;
}

function turnText(turn: LabTurn, moment: Frame['moment'], who: string, locale: Locale): string {
  const words = labWords[locale];
  const { exchange, repeats = 1, everySeconds = 0 } = turn;
  const { request, response, noticedBy } = exchange;
  if (moment === 'sets-out') return words.setsOut(who, requestLine(request), words.credentials[request.credentials]);
  if (moment === 'repeats') return words.timesMore(repeats - 1, everySeconds);
  if (moment === 'answer') {
    const answer = response ? statusLine(response.status) : words.noAnswer;
    return [answer, ...noticedBy.map((one) => one[locale])].join(' – ');
  }
  const step = exchange.steps.find(({ gate }) => gate === moment);
  return step ? `${gateText(step, locale)} ${step.because[locale]}` : '';
}

function gateText(step: GateStep, locale: Locale): string {
  const words = labWords[locale];
  const said = step.unknown
    ? words.notKnown
    : !step.passed
      ? words.refused
      : step.user && step.gate === 'authentication'
        ? words.passedAs(step.user.username)
        : words.passed;
  return locale === 'ja' ? `${words.gate[step.gate]}：${said}。` : `${words.gate[step.gate]}: ${said}.`;
}

export function momentView(session: Session, frame: Frame): Markup {
  return inline(momentText(session, frame));
}

/** How the run ends, why, and how sure that is. */
export function verdictView({ run, start, locale }: Session): Markup {
  const words = labWords[locale];
  const refusal = start.starts ? undefined : start;
  const basis = refusal?.basis ?? run.basis;
  return html`<p class="lab-said">
      <span class="stamp stamp-${refusal ? 'fails' : run.verdict}"
        >${refusal ? words.notStarting : words.verdict[run.verdict]}</span
      >
      <span class="lab-basis lab-basis-${basis}">${words.basis[basis]}</span>
    </p>
    <p>${inline((refusal ?? run).because[locale])}</p>
    ${
      refusal &&
      refusal.error !== '' &&
      html`<p>${words.serverSays}</p>
        <pre class="lab-body"><code>${refusal.error}</code></pre>`
    }`;
}

/** Runs of ours, files and addresses that the run is made from. */
export function sourcesView({ run, locale }: Session): Markup {
  if (run.sources.length === 0) return html``;
  const words = labWords[locale];
  const sources = run.sources.map((source) => html`<li><code>${source.source}</code> ${formatVersions(source)}</li>`);
  return html`<details class="lab-sources">
    <summary>${words.sources}</summary>
    <ul>
      ${sources}
    </ul>
  </details>`;
}
