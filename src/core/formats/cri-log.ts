// Container logs of the CRI (containerd, CRI-O): `<time> stdout F <line>` in /var/log/pods and /var/log/containers, where
// kube-apiserver writes its audit log to standard output. Spec: kubernetes/design-proposals-archive node/kubelet-cri-logging.md.
// `P` is the first part of a long line, `F` its last. Lost: nothing; time and stream are not used.

import type { Span } from '../source/range.ts';
import { holdsEvents, readRuns } from './event-runs.ts';
import { maybeEvents } from './event-value.ts';
import type { Format, Segment, Unwrapped } from './format.ts';
import { eachPart, groupRuns, linesOf } from './group-runs.ts';
import { LayerBuilder, layerOf } from './layer.ts';

const prefix = /^\S{10,40} std(?:out|err) ([FP])\S*(?: |$)/;

export const criLog: Format = {
  name: 'cri-log',
  label: { en: 'audit log in the log of a CRI container', ja: '監査ログ(CRIコンテナのログ)' },
  wraps: 'audit-log',
  claim: eachPart(claimLines),
  read,
};

function claimLines({ text, offset }: Segment): readonly Segment[] {
  if (!/ std(?:out|err) [FP]/.test(text)) return [];
  const records: (Span & { readonly said: string })[] = [];
  let [start, said] = [-1, ''];
  for (const line of linesOf(text)) {
    const [head = '', part] = prefix.exec(line.text) ?? [];
    if (start < 0) start = line.start;
    said = part === undefined ? '' : said + line.text.slice(head.length);
    if (part === 'P') continue;
    records.push({ start, end: line.end, said });
    [start, said] = [-1, ''];
  }
  if (start >= 0) records.push({ start, end: text.trimEnd().length, said });
  return groupRuns(
    { text, offset },
    records.filter((record) => maybeEvents.test(record.said)),
  );
}

/** The container's own lines, put together again. */
function read(segment: Segment): Unwrapped {
  const inner = new LayerBuilder(layerOf(segment));
  for (const line of linesOf(segment.text)) {
    const [head = '', part] = prefix.exec(line.text) ?? [];
    inner.copy(line.start + head.length, line.end);
    if (part !== 'P') inner.put('\n', line.end);
  }
  return readRuns(inner.build(), 'cri-log', holdsEvents);
}
