// What kube-apiserver prints before it exits, as people copy it from `crictl logs`, `kubectl logs -p`, journalctl or
// /var/log/containers: klog lines, and since flags fail before the log is set up, plain `Error: …` lines.
// Writer: cmd/kube-apiserver, component-base/cli/run.go; there is no specification. Lost: lines without a sign of a failure.

import type { Format, PastedObject, Segment, Unwrapped } from './format.ts';

/** What stands before the text in files of a container runtime, in the journal, and from `kubectl logs --timestamps`. */
const lead = String.raw`(?:\d{4}-\d\d-\d\dT[\d:.]+(?:Z|[+-][\d:]+)?\s+(?:std(?:out|err) [FP] )?|.{0,120}kube-apiserver\S{0,40}: )?`;

/** Lines that tell why the server exits, or that it changed a setting. */
const telling = new RegExp(
  `^\\s*${lead}(?:Error: .|[EF]\\d{4} \\d\\d:\\d\\d:\\d\\d.*(?:"command failed" err=|run\\.go))|` +
    String.raw`AnonymousAuth is not allowed with the AlwaysAllow authorizer|--anony[nm]ous-auth flag cannot be set when|` +
    String.raw`anonymous: Forbidden: |authentication-config file and oidc-\* flags are mutually exclusive`,
);

/** Lines that stand around them in the same log. */
const companion = new RegExp(`^\\s*${lead}(?:[IWEF]\\d{4} \\d\\d:\\d\\d:\\d\\d|Flag --\\S+ has been deprecated)`);

export const kubeApiserverOutput: Format = {
  name: 'kube-apiserver-output',
  label: { en: 'output of kube-apiserver', ja: 'kube-apiserverの出力' },
  claim: (text, free) => free.flatMap(({ start, end }) => claimRuns(text.slice(start, end), start)),
  read,
};

interface Line extends Segment {
  readonly tells: boolean;
}

/** Runs of log lines in which at least one tells. */
function claimRuns(text: string, offset: number): readonly Segment[] {
  if (!/Error: |command failed|AnonymousAuth|-auth flag|Forbidden: |mutually exclusive/.test(text)) return [];
  const segments: Segment[] = [];
  let run: Line[] = [];
  const close = (): void => {
    const [first] = run;
    const last = run.at(-1);
    if (first && last && run.some(({ tells }) => tells)) {
      const end = last.offset + last.text.length;
      segments.push({ text: text.slice(first.offset - offset, end - offset), offset: first.offset });
    }
    run = [];
  };
  for (const line of linesOf(text, offset)) {
    if (line.tells || companion.test(line.text.slice(0, 4000))) run.push(line);
    else close();
  }
  close();
  return segments;
}

function* linesOf(text: string, offset: number): Generator<Line> {
  for (const { 0: line, index } of text.matchAll(/[^\r\n]+/g)) {
    yield { text: line, offset: offset + index, tells: telling.test(line.slice(0, 4000)) };
  }
}

/** One object per line that tells; with the version that the log names. */
function read(segment: Segment): Unwrapped {
  const version = /\] Version: (v1\.[\d.]+)/.exec(segment.text)?.[1];
  const telling = [...linesOf(segment.text, segment.offset)].filter(({ tells }) => tells);
  return { objects: telling.map((line) => toObject(line, version)), problems: [] };
}

function toObject({ text, offset }: Segment, version: string | undefined): PastedObject {
  const span = { start: offset, end: offset + text.length };
  const value = { line: text, ...(version === undefined ? {} : { version }) };
  return { format: 'kube-apiserver-output', kind: 'kube-apiserver output', value, span, spanOf: () => span };
}
