// How parts of a text look in a terminal; `plain` leaves them as they are.

type Style = (text: string) => string;

export interface Paint {
  readonly strong: Style;
  readonly faint: Style;
  readonly code: Style;
  readonly error: Style;
  readonly warning: Style;
  readonly note: Style;
}

const same: Style = (text) => text;
const sgr =
  (on: number, off: number): Style =>
  (text) =>
    `\x1b[${on}m${text}\x1b[${off}m`;

export const plain: Paint = { strong: same, faint: same, code: same, error: same, warning: same, note: same };

export const colours: Paint = {
  strong: sgr(1, 22),
  faint: sgr(2, 22),
  code: sgr(36, 39),
  error: sgr(31, 39),
  warning: sgr(33, 39),
  note: sgr(34, 39),
};
