// <wgt-lab>: runs the lab anew when a choice changes, and walks through its moments. Without this element the page shows one case.

import { labWords } from '../i18n/lab.ts';
import { carriesState, firstState, readState, writeState, type LabChoices, type ReadState } from './lab-address.ts';
import { fillForm, readForm } from './lab-form.ts';
import { showMoment, showSession } from './lab-screen.ts';
import { sessionOf, type Session } from './lab-session.ts';

/** Milliseconds that a moment stays when the run is played. */
const pace = 1600;

class Lab extends HTMLElement {
  #session: Session | undefined;
  #choices: LabChoices | undefined;
  #step = 0;
  #timer: number | undefined;

  connectedCallback(): void {
    this.addEventListener('submit', (event) => event.preventDefault());
    this.addEventListener('input', (event) => this.#changed(event));
    this.addEventListener('click', (event) => {
      const button = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-do]') : null;
      if (button) this.#act(button.dataset['do'] ?? '');
    });
    this.querySelector('.lab-stage')?.addEventListener('keydown', (event) => this.#pressed(event as KeyboardEvent));
    addEventListener('hashchange', () => this.#openAddress());
    if (!this.#openAddress()) this.#openForm();
    requestAnimationFrame(() => this.classList.add('lab-live'));
  }

  /** Takes over what the reader did while the engine was on its way. */
  takeOver(_files: readonly File[] = [], action?: HTMLElement): void {
    if (action?.dataset['do']) this.#act(action.dataset['do']);
  }

  get #locale() {
    return this.dataset['locale'] === 'ja' ? 'ja' : 'en';
  }

  get #last(): number {
    return (this.#session?.frames.length ?? 1) - 1;
  }

  /** False if the address carries no state. What it asks for in vain is said, and stays in the address. */
  #openAddress(): boolean {
    if (!carriesState(location.hash)) return false;
    this.#pause();
    const state: ReadState = readState(location.hash);
    fillForm(this, state.choices);
    this.#run(state.choices, state.step);
    const beyond = state.step !== undefined && state.step > this.#last ? [`step=${state.step}`] : [];
    this.#complain([...state.problems, ...beyond]);
    return true;
  }

  /** What was chosen before the engine came is played now; the page's own case stays as it is. */
  #openForm(): void {
    const choices = readForm(this);
    if (writeState({ choices }) === writeState(firstState)) this.#run(choices, undefined);
    else this.#choose();
  }

  #changed({ target }: Event): void {
    if (target instanceof HTMLInputElement && target.name === 'step') {
      this.#pause();
      this.#show(Number(target.value));
      return;
    }
    this.#choose();
  }

  /** Runs what the form says, from the start. */
  #choose(): void {
    this.#pause();
    this.#complain([]);
    const isCalm = matchMedia('(prefers-reduced-motion: reduce)').matches;
    this.#run(readForm(this), isCalm ? undefined : 0);
    if (!isCalm) this.#play();
    this.#remember();
  }

  #act(action: string): void {
    if (action === 'play') {
      if (this.#timer !== undefined) this.#pause();
      else this.#play();
      return;
    }
    if (action === 'link') {
      void this.#copyLink();
      return;
    }
    const steps: Readonly<Record<string, number>> = { back: this.#step - 1, step: this.#step + 1, restart: 0 };
    const step = steps[action];
    if (step === undefined) return;
    this.#pause();
    this.#show(step);
  }

  /** Only where no control inside has a use of its own for the key. */
  #pressed(event: KeyboardEvent): void {
    if (event.target !== event.currentTarget || event.ctrlKey || event.metaKey || event.altKey) return;
    const actions: Readonly<Record<string, string>> = {
      ArrowLeft: 'back',
      ArrowRight: 'step',
      ' ': 'play',
      Home: 'restart',
    };
    const action = actions[event.key];
    if (!action) return;
    event.preventDefault();
    this.#act(action);
  }

  #run(choices: LabChoices, step: number | undefined): void {
    this.#choices = choices;
    this.#session = sessionOf(choices, this.#locale);
    showSession(this, this.#session);
    this.#draw(step ?? this.#last);
  }

  /** Shows a moment and puts it into the address. */
  #show(step: number): void {
    this.#draw(step);
    this.#remember();
  }

  #draw(step: number): void {
    if (!this.#session) return;
    this.#step = Math.max(0, Math.min(step, this.#last));
    showMoment(this, this.#session, this.#step);
  }

  #play(): void {
    if (this.#step >= this.#last) this.#show(0);
    this.#timer = window.setInterval(() => {
      this.#show(this.#step + 1);
      if (this.#step >= this.#last) this.#pause();
    }, pace);
    this.#labelPlay();
  }

  #pause(): void {
    window.clearInterval(this.#timer);
    this.#timer = undefined;
    this.#labelPlay();
  }

  #labelPlay(): void {
    const button = this.querySelector<HTMLElement>('[data-do="play"]');
    const label = button?.querySelector('span');
    const words = labWords[this.#locale];
    if (!button || !label) return;
    const isPlaying = this.#timer !== undefined;
    button.toggleAttribute('data-playing', isPlaying);
    label.textContent = isPlaying ? words.pause : words.play;
  }

  #remember(): void {
    if (!this.#choices) return;
    const atEnd = this.#step >= this.#last;
    const address = writeState({ choices: this.#choices, ...(!atEnd && { step: this.#step }) });
    try {
      if (location.hash !== address) history.replaceState(undefined, '', address);
    } catch {
      // A browser that counts such changes refuses some; the next one is written again.
    }
  }

  #complain(problems: readonly string[]): void {
    const alert = this.querySelector<HTMLElement>('.lab-alert');
    if (!alert) return;
    const words = labWords[this.#locale];
    const told = problems.includes('newer') ? words.problemNewer : `${words.problems} ${problems.join(' ')}`;
    alert.textContent = problems.length === 0 ? '' : `${told} ${words.problemAfter}`;
    alert.hidden = problems.length === 0;
  }

  async #copyLink(): Promise<void> {
    this.#remember();
    const words = labWords[this.#locale];
    const copied = await navigator.clipboard?.writeText(location.href).then(
      () => true,
      () => false,
    );
    const status = this.querySelector('.lab-status');
    if (status) status.textContent = copied ? words.linkCopied : words.linkByHand;
  }
}

/** Registers the element; labs already in the page come alive. */
export function defineLab(): void {
  if (!customElements.get('wgt-lab')) customElements.define('wgt-lab', Lab);
}
