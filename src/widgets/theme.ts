// Light or dark: the reader's system decides until the reader does. The choice is kept on this device only;
// choosing what the system says anyway leaves it to the system again.
// Markup: any <button data-theme-toggle hidden>; it is shown, pressed while it is dark, and switches.

const key = 'theme';

/** A page from a disk, or a strict browser, may have no storage. */
function stored(): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

function store(theme: string | undefined): void {
  try {
    if (theme === undefined) localStorage.removeItem(key);
    else localStorage.setItem(key, theme);
  } catch {
    // The choice then lasts for this page.
  }
}

/** Before the page is drawn, so that it does not flash. */
export function applyTheme(): void {
  const theme = stored();
  if (theme === 'light' || theme === 'dark') document.documentElement.dataset['theme'] = theme;
}

/** Once the page is there. */
export function connectThemeToggles(): void {
  const system = matchMedia('(prefers-color-scheme: dark)');
  const buttons = [...document.querySelectorAll<HTMLElement>('[data-theme-toggle]')];
  const isDark = (): boolean =>
    (document.documentElement.dataset['theme'] ?? (system.matches ? 'dark' : 'light')) === 'dark';
  const show = (): void => {
    for (const button of buttons) {
      button.hidden = false;
      button.setAttribute('aria-pressed', String(isDark()));
    }
  };
  for (const button of buttons)
    button.addEventListener('click', () => {
      const theme = isDark() ? 'light' : 'dark';
      const asSystem = theme === (system.matches ? 'dark' : 'light');
      if (asSystem) delete document.documentElement.dataset['theme'];
      else document.documentElement.dataset['theme'] = theme;
      store(asSystem ? undefined : theme);
      show();
    });
  system.addEventListener('change', show);
  show();
}
