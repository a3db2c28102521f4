// The questions before a result (components/Predict.astro): a choice is kept, opens the result, and says whether it was right.

import { keep, kept } from './kept.ts';

/** Once the page is there. An earlier choice is shown as chosen; its result stays closed, so that nothing moves. */
export function connectPredictions(): void {
  for (const question of document.querySelectorAll<HTMLElement>('[data-predict]')) {
    const name = question.dataset['predict'] ?? '';
    const choices = [...question.querySelectorAll<HTMLInputElement>('input')];
    const chosen = choices[kept().guesses[name] ?? -1];
    if (chosen) chosen.checked = true;
    question.addEventListener('change', ({ target }) => {
      const choice = choices.findIndex((input) => input === target);
      if (choice < 0) return;
      keep({ guesses: { ...kept().guesses, [name]: choice } });
      showResult(question, choices[choice]);
    });
  }
}

function showResult(question: HTMLElement, chosen: HTMLInputElement | undefined): void {
  const verdict = question.querySelector<HTMLElement>('.predict-verdict');
  const details = question.querySelector('details');
  const cameTrue = question.querySelector('.came-true');
  if (!verdict || !details || !cameTrue) return;
  const { right = '', wrong = '' } = verdict.dataset;
  verdict.textContent = cameTrue.contains(chosen ?? null) ? right : `${wrong} ${cameTrue.textContent.trim()}`;
  details.open = true;
}
