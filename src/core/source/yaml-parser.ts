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
import { flattenFlow } from './flatten-flow.ts';
import { goYamlError } from './go-yaml-errors.ts';
import { resolvePlainScalar, resolveTaggedScalar, stringScalar, type GoScalar } from './go-scalar.ts';
import type { YamlEntry, YamlNode } from './yaml-node.ts';
import { YamlProblem } from './yaml-problem.ts';

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
    const content = getScalarValue(text, event);
    const quote = event.style === SCALAR_STYLE.SINGLE_QUOTED || event.style === SCALAR_STYLE.DOUBLE_QUOTED ? 1 : 0;
    last = event.valueEnd + quote;
    return anchored(event, {
      kind: 'scalar',
      scalar: resolve(text, event, content),
      span: at(event.valueStart - quote, last),
    });
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
      return { kind: 'alias', name, target, span: at(event.anchorStart, event.anchorEnd) };
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

function resolve(text: string, event: ScalarEvent, content: string): GoScalar {
  if (event.tagStart >= 0) return resolveTaggedScalar(fullTag(text.slice(event.tagStart, event.tagEnd)), content);
  return event.style === SCALAR_STYLE.PLAIN ? resolvePlainScalar(content) : stringScalar(content);
}

/** `!!int` and `!<tag:…>` in full; `!local` and `!` as they are. */
function fullTag(tag: string): string {
  if (tag.startsWith('!!')) return `tag:yaml.org,2002:${tag.slice(2)}`;
  return tag.startsWith('!<') ? tag.slice(2, -1) : tag;
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
  const document = firstDocument(text);
  const directive = /^%YAML\s+(?!1\.1\b)/m.exec(document.slice(0, 200));
  if (directive) throw new YamlProblem('found incompatible YAML document', directive.index, 0);
  try {
    return parseEvents(document, { maxDepth: deepest });
  } catch (error) {
    const first = problemOf(error, document);
    if (!(error instanceof YAMLException) || error.reason !== 'deficient indentation') throw first;
    return eventsOfFlat(document);
  }
}

/** Inside brackets and quotes Go does not look at indentation, js-yaml does: there line ends are read as blanks. */
function eventsOfFlat(document: string): readonly Event[] {
  try {
    return parseEvents(flattenFlow(document), { maxDepth: deepest });
  } catch (error) {
    throw problemOf(error, document);
  }
}

function problemOf(error: unknown, document: string): unknown {
  if (!(error instanceof YAMLException)) return error;
  const { position = 0, line = 0 } = error.mark ?? {};
  const said = goYamlError({ text: document, reason: error.reason, position, line: line + 1 });
  return new YamlProblem(said?.says ?? '', position, said?.line ?? line + 1);
}

/** Go reads up to the end of the first document and never looks behind it. */
function firstDocument(text: string): string {
  const content = /^(?:(?:[ \t]*(?:#.*)?|%.*)(?:\r\n|\n|\r))*(?:---[ \t]*)?/.exec(text)?.[0].length ?? 0;
  const end = text.slice(content).search(/^(?:---|\.\.\.)(?=[ \t\r\n]|$)/m);
  return end <= 0 ? text : text.slice(0, content + end);
}
