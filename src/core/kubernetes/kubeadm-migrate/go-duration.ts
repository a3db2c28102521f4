// Durations as Go reads and prints them: `300s` is printed as `5m0s`. Upstream: time.ParseDuration, time.Duration.String.

const nanoseconds: Readonly<Record<string, bigint>> = {
  h: 3_600_000_000_000n,
  m: 60_000_000_000n,
  s: 1_000_000_000n,
  ms: 1_000_000n,
  us: 1_000n,
  µs: 1_000n,
  μs: 1_000n,
  ns: 1n,
};

const largest = 2n ** 63n - 1n;

/** The duration as Go prints it; undefined where Go's ParseDuration returns an error. */
export function printGoDuration(text: string): string | undefined {
  const sign = /^[-+]?/.exec(text)?.[0] ?? '';
  const total = nanosecondsOf(text.slice(sign.length));
  if (total === undefined || total > largest) return undefined;
  return (sign === '-' && total > 0n ? '-' : '') + print(total);
}

function nanosecondsOf(text: string): bigint | undefined {
  if (text === '0') return 0n;
  if (!/^(?:(?:\d+\.?\d*|\.\d+)(?:h|ms|us|µs|μs|ns|m|s))+$/.test(text)) return undefined;
  let total = 0n;
  for (const [, whole, fraction = '', unit = ''] of text.matchAll(/(\d*)\.?(\d*)([a-zµμ]+)/g)) {
    const size = nanoseconds[unit] ?? 0n;
    total += BigInt(whole || 0) * size + (BigInt(fraction || 0) * size) / 10n ** BigInt(fraction.length);
  }
  return total;
}

function print(total: bigint): string {
  if (total === 0n) return '0s';
  if (total < 1_000n) return `${total}ns`;
  if (total < 1_000_000n) return `${decimal(total, 1_000n)}µs`;
  if (total < 1_000_000_000n) return `${decimal(total, 1_000_000n)}ms`;
  const hours = total / 3_600_000_000_000n;
  const minutes = (total / 60_000_000_000n) % 60n;
  const seconds = `${decimal(total % 60_000_000_000n, 1_000_000_000n)}s`;
  if (hours > 0n) return `${hours}h${minutes}m${seconds}`;
  return minutes > 0n ? `${minutes}m${seconds}` : seconds;
}

function decimal(value: bigint, unit: bigint): string {
  const digits = String(unit).length - 1;
  const fraction = String(value % unit)
    .padStart(digits, '0')
    .replace(/0+$/, '');
  return `${value / unit}${fraction === '' ? '' : `.${fraction}`}`;
}
