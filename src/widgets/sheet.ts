// The text area with its line numbers and marks, kept together while the reader scrolls.

import { splitLines, type Lines } from './lines.ts';
import { gutterView, marksView, type Mark } from './sheet-view.ts';

export interface Sheet {
  /** Draws the text area's present text with these marks. */
  show(marks: readonly Mark[]): void;
  /** Selects a range and brings it into sight. */
  jumpTo(start: number, end: number): void;
}

export function createSheet(area: HTMLTextAreaElement, gutter: HTMLElement, backdrop: HTMLElement): Sheet {
  let lines: Lines = splitLines(area.value);
  let marks: readonly Mark[] = [];
  let drawing = 0;

  const lineHeight = (): number => Number.parseFloat(getComputedStyle(area).lineHeight) || 20;

  const draw = (): void => {
    drawing = 0;
    const height = lineHeight();
    const first = Math.floor(area.scrollTop / height) + 1;
    const last = Math.min(lines.starts.length, first + Math.ceil(area.clientHeight / height) + 1);
    const up = (first - 1) * height - area.scrollTop;
    gutter.innerHTML = gutterView(marks, { first, last }).markup;
    backdrop.innerHTML = marksView(marks, lines, { first, last }).markup;
    gutter.style.transform = `translateY(${up}px)`;
    backdrop.style.transform = `translate(${-area.scrollLeft}px, ${up}px)`;
    gutter.style.minInlineSize = `${Math.max(2, String(lines.starts.length).length)}ch`;
  };
  const drawSoon = (): void => {
    drawing ||= requestAnimationFrame(draw);
  };
  area.addEventListener('scroll', drawSoon, { passive: true });
  new ResizeObserver(drawSoon).observe(area);

  return {
    show: (next) => {
      lines = splitLines(area.value);
      marks = next;
      draw();
    },
    jumpTo: (start, end) => {
      const line = lines.starts.findLastIndex((offset) => offset <= start);
      area.focus({ preventScroll: true });
      area.setSelectionRange(start, end);
      area.scrollTop = Math.max(0, line * lineHeight() - area.clientHeight / 3);
      area.scrollLeft = 0;
      draw();
      area.scrollLeft = distanceToMark(backdrop, area);
      draw();
      const calm = matchMedia('(prefers-reduced-motion: reduce)').matches;
      area.scrollIntoView({ block: 'nearest', behavior: calm ? 'auto' : 'smooth' });
    },
  };
}

/** How far to scroll sideways so that the first mark in sight is seen; 0 if it is. */
function distanceToMark(backdrop: HTMLElement, area: HTMLTextAreaElement): number {
  const mark = backdrop.querySelector('mark');
  if (!mark) return 0;
  const right = mark.getBoundingClientRect().left - area.getBoundingClientRect().left;
  return right < area.clientWidth * 0.8 ? 0 : right - area.clientWidth / 3;
}
