// The content-security policy of every page. No inline script, no inline style, and no connection at all:
// what a reader pastes cannot be sent anywhere, because the browser refuses every request but the site's own files.

export const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');
