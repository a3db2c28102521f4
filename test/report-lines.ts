// A report in a few lines that one can read aloud; the samples' `.report.txt` files hold them.
import type { Args, Range, Report } from '../src/core/index.ts';

const longestValue = 60;

/** One line per object, verdict of kubeadm, exit of the server, finding, story and outcome, in this order. */
export function reportLines(report: Report): readonly string[] {
  return [
    `version ${report.version.text} (${report.version.from})`,
    ...report.objects.map(({ format, kind, apiVersion, range }) =>
      ['object', where(range), format, kind, apiVersion].filter(Boolean).join(' '),
    ),
    ...kubeadmLines(report.kubeadm),
    ...(report.apiServer?.error === undefined ? [] : [`server exits: ${oneLine(report.apiServer.error)}`]),
    ...report.findings.map(({ code, severity, range, args }) =>
      ['finding', where(range), code, severity, values(args)].filter(Boolean).join(' '),
    ),
    ...report.stories.flatMap(({ kind, range, args, steps = [] }) => [
      ['story', where(range), kind, values(args)].filter(Boolean).join(' '),
      ...steps.map((step) =>
        [
          '  step',
          step.range ? where(step.range) : '-',
          step.step,
          step.state,
          step.retries || '',
          cut(step.text ?? ''),
        ]
          .filter(Boolean)
          .join(' '),
      ),
    ]),
    ...report.outcomes.map(({ consumer, verdict, httpStatus, because, text }) =>
      [`outcome ${consumer}: ${verdict}`, httpStatus, because.join('+'), text && oneLine(text)]
        .filter(Boolean)
        .join(' '),
    ),
  ];
}

function kubeadmLines(verdict: Report['kubeadm']): readonly string[] {
  if (!verdict) return [];
  return [
    `kubeadm ${verdict.command} ${verdict.kubernetesVersion}: exit code ${verdict.exitCode}`,
    ...verdict.warnings.map((text) => `  warning ${oneLine(text)}`),
    ...(verdict.error === undefined ? [] : [`  error ${oneLine(verdict.error)}`]),
  ];
}

function where({ start, end }: Range): string {
  return `${start.line}:${start.column}-${end.line}:${end.column}`;
}

/** Long values are cut: the report shows which values there are, the findings' own tests what they say. */
function values(args: Args): string {
  return Object.entries(args)
    .map(([name, value]) => `${name}=${cut(typeof value === 'string' ? JSON.stringify(value) : String(value))}`)
    .join(' ');
}

function cut(text: string): string {
  return text.length > longestValue ? `${text.slice(0, longestValue)}…` : text;
}

function oneLine(text: string): string {
  return text.trimEnd().replaceAll('\n', '\\n');
}
