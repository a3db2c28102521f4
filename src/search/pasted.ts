// Takes out of a pasted line what is different on every machine: times, addresses, tokens, hashes, names of processes, numbers.
// What stays is what the program always says, and that is what a page about it says too.

const patterns: readonly RegExp[] = [
  /To see the stack trace of this error execute with --v=5 or higher/g, // stand around every error of kubeadm
  /\[preflight\] (?:Running pre-flight checks|Reading configuration from the cluster\.*)/g,
  /\[preflight\] FYI: You can look at this config file with '[^']*'/g,
  /\bkubeadm join \S+ --token \S+(?: \\?\s*--\S+ \S+)*/g, // the command above its error
  /\u001b\[[0-9;]*m/g, // colours of a terminal
  /\b[a-z0-9]{6}\.[a-z0-9]{16}\b/g, // bootstrap tokens
  /\beyJ[\w-]+\.[\w-]*\.?[\w-]*/g, // JSON web tokens
  /\bsha256:[0-9a-f]+/gi,
  /\bhttps?:\/\/[^\s/"']+/gi, // the host; the path stays
  /\b\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}:\d{2}[.,\d]*(?:Z|[+-]\d{2}:?\d{2})?/g,
  /\b[A-Z][a-z]{2} {1,2}\d{1,2} \d{2}:\d{2}:\d{2}\b/g, // syslog
  /\b[IWEF]\d{4} \d{2}:\d{2}:\d{2}\.\d+\s+\d+ [\w.-]+:\d+\]/g, // klog
  /\b\d{1,3}(?:\.\d{1,3}){3}(?:\/\d+)?(?::\d+)?\b/g,
  /\[?\b(?:[0-9a-f]{0,4}:){3,}[0-9a-f]{0,4}\]?(?::\d+)?/gi,
  /\b[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\b/gi,
  /\b(?=[a-f]*\d)[0-9a-f]{12,}\b/gi,
  /\b[\w+/]{40,}={0,2}/g,
  /\b\d+(?:\.\d+)?(?:m?s|m|h)(?:\d+(?:\.\d+)?s)?\b/g, // durations
];

/** Status codes say what happened; other numbers do not. */
const statusCodes = new Set(['200', '401', '403', '404', '503']);

/** The lasting words of a pasted text, in order; `[1.2.1]` and `1.31` stay, a port or a count goes. */
export function lastingText(text: string): string {
  const rest = patterns.reduce((left, pattern) => left.replace(pattern, ' '), text);
  return rest.replace(/(?<![\w.])\d+(?![\w.])/g, (number) => (statusCodes.has(number) ? number : ' '));
}

/** True for a text that was rather pasted than typed. */
export function looksPasted(text: string): boolean {
  const trimmed = text.trim();
  return trimmed.includes('\n') || trimmed.length > 80 || trimmed.split(/\s+/).length > 6;
}
