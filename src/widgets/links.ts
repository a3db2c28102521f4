// Links name index.html so that they work from a disk; on a web server the shorter address is shown and copied.

export function shortenLinks(): void {
  if (!location.protocol.startsWith('http')) return;
  for (const link of document.querySelectorAll('a[href]')) {
    const href = link.getAttribute('href') ?? '';
    if (/^[a-z]+:/i.test(href)) continue;
    const short = href.replace(/(^|\/)index\.html(?=$|[?#])/, '$1');
    if (short !== href) link.setAttribute('href', short === '' || /^[?#]/.test(short) ? `./${short}` : short);
  }
}
