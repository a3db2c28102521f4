// Text to YAML nodes with places: js-yaml's events, scalars by go-yaml's rules. Reads the first document only, as Go does.

import {
  EVENT_ID,
  getScalarValue,
  parseEvents,
  SCALAR_STYLE,
  YAMLException,
  type Event,
  type ScalarEvent,
} from 'js-yaml';
import { resolvePlainScalar, stringScalar } from './go-scalar.ts';
import { YamlProblem, type YamlEntry, type YamlNode } from './yaml-node.ts';

const deepest = 100;

/** Undefined for a text without content. Throws a YamlProblem for a text that is no YAML. Spans start at `offset`. */
export function parseYaml(text: string, offset: number): YamlNode | undefined {
  const events = eventsOf(text);
  const anchors = new Map<string, YamlNode>();
  let next = 0;
  let last = 0;

  const anchored = (event: { anchorStart: number; anchorEnd: number }, node: YamlNode): YamlNode => {
    if (event.anchorStart >= 0) anchors.set(text.slice(event.anchorStart, event.anchorEnd).replace(/^[&*]/, ''), node);
    return node;
  };
  const scalar = (event: ScalarEvent): YamlNode => {
    if (event.valueStart < 0) {
      return anchored(event, { kind: 'scalar', scalar: resolvePlainScalar(''), span: at(last, last) });
    }
    const plain = event.style === SCALAR_STYLE.PLAIN && event.tagStart < 0;
    const content = getScalarValue(text, event);
    const quote = event.style === SCALAR_STYLE.SINGLE_QUOTED || event.style === SCALAR_STYLE.DOUBLE_QUOTED ? 1 : 0;
    last = event.valueEnd + quote;
    const resolved = plain ? resolvePlainScalar(content) : stringScalar(content);
    return anchored(event, { kind: 'scalar', scalar: resolved, span: at(event.valueStart - quote, last) });
  };
  const at = (start: number, end: number) => ({ start: offset + start, end: offset + Math.max(start, end) });

  const node = (): YamlNode => {
    const event = events[next++];
    if (event?.type === EVENT_ID.SCALAR) return scalar(event);
    if (event?.type === EVENT_ID.ALIAS) {
      const name = text.slice(event.anchorStart, event.anchorEnd).replace(/^[&*]/, '');
      const target = anchors.get(name);
      if (!target) throw new YamlProblem(`unknown anchor '${name}' referenced`, offset + event.anchorStart, 0);
      last = event.anchorEnd;
      return { kind: 'alias', target, span: at(event.anchorStart, event.anchorEnd) };
    }
    if (event?.type === EVENT_ID.SEQUENCE) {
      const items: YamlNode[] = [];
      last = event.start;
      while (!ended()) items.push(node());
      last = endOfFlow(text, event.start, last);
      return anchored(event, { kind: 'sequence', items, span: at(event.start, last) });
    }
    if (event?.type === EVENT_ID.MAPPING) {
      const entries: YamlEntry[] = [];
      last = event.start;
      while (!ended()) entries.push({ key: node(), value: node() });
      last = endOfFlow(text, event.start, last);
      return anchored(event, { kind: 'mapping', entries, span: at(event.start, last) });
    }
    return { kind: 'scalar', scalar: resolvePlainScalar(''), span: at(last, last) };
  };
  const ended = (): boolean => {
    if (next < events.length && events[next]?.type !== EVENT_ID.POP) return false;
    next++;
    return true;
  };

  if (events[next++]?.type !== EVENT_ID.DOCUMENT || events[next]?.type === EVENT_ID.POP) return undefined;
  return node();
}

/** The closing bracket belongs to a flow collection; blanks, a last comma and comments may stand before it. */
function endOfFlow(text: string, start: number, last: number): number {
  const close = text[start] === '[' ? ']' : text[start] === '{' ? '}' : undefined;
  if (close === undefined) return last;
  const rest = /[\s,]*(?:#[^\n]*[\s,]*)*/y;
  rest.lastIndex = Math.max(last, start + 1);
  rest.test(text);
  return text[rest.lastIndex] === close ? rest.lastIndex + 1 : last;
}

function eventsOf(text: string): readonly Event[] {
  try {
    return parseEvents(text, { maxDepth: deepest });
  } catch (error) {
    if (!(error instanceof YAMLException)) throw error;
    const { position = 0, line = 0 } = error.mark ?? {};
    throw new YamlProblem(error.reason, position, line + 1);
  }
}
