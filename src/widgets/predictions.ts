// The questions before a result (components/Predict.astro): a choice is kept, and the open result says whether it was right.
// A pointer's choice opens the result at once. Arrow keys choose what they pass, so with a keyboard it is opened by hand.

import { keep, kept } from './kept.ts';

/** Once the page is there. An earlier choice is shown as chosen; its result stays closed, so that nothing moves. */
export function connectPredictions(): void {
  for (const question of document.querySelectorAll<HTMLElement>('[data-predict]')) {
    const name = question.dataset['predict'] ?? '';
    const choices = [...question.querySelectorAll<HTMLInputElement>('input')];
    const details = question.querySelector('details');
    if (!details) continue;
    const chosen = choices[kept().guesses[name] ?? -1];
    if (chosen) chosen.checked = true;
    question.addEventListener('change', () => {
      const choice = choices.findIndex((input) => input.checked);
      keep({ guesses: { ...kept().guesses, [name]: choice } });
      if (details.open) sayVerdict(question);
    });
    question.addEventListener('click', ({ detail, target }) => {
      if (detail > 0 && (target as Element).closest('label')) details.open = true;
    });
    details.addEventListener('toggle', () => {
      if (details.open) sayVerdict(question);
    });
  }
}

function sayVerdict(question: HTMLElement): void {
  const verdict = question.querySelector<HTMLElement>('.predict-verdict');
  const chosen = question.querySelector('input:checked');
  const cameTrue = question.querySelector('.came-true');
  if (!verdict || !chosen || !cameTrue) return;
  const { right = '', wrong = '' } = verdict.dataset;
  verdict.textContent = cameTrue.contains(chosen) ? right : `${wrong} ${cameTrue.textContent.trim()}`;
}
