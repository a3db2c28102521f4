// core/kubernetes/join-texts: each cause by each of its texts, in the wrappings in which people paste them, with its row of words.
import { describe, expect, it } from 'vitest';
import { explain, findingKinds, inspect, locales, tell, type Story } from '../../src/core/index.ts';
import { causeRemedies } from '../../src/core/kubernetes/join-cause-remedies.ts';
import { joinCauses, type JoinCause } from '../../src/core/kubernetes/join-causes.ts';
import { identity, joinCauseTexts as texts } from './join-cause-texts.ts';

/** What copying does to a text. */
const wrappings: Readonly<Record<string, (text: string) => string>> = {
  plain: (text) => text,
  'CRLF line ends': (text) => text.replaceAll('\n', '\r\n'),
  'terminal colours': (text) => text.replace(/^.*$/gm, '\u001b[0;31m$&\u001b[0m'),
  journalctl: (text) => text.replace(/^(?=.)/gm, 'Nov 24 01:02:03 node01 bash[4711]: '),
  'a build log': (text) => text.replace(/^(?=.)/gm, '2026-11-24T01:02:03.456789Z '),
  'JSON of Ansible': (text) => `fatal: [node01]: FAILED! => ${JSON.stringify({ changed: true, rc: 1, stderr: text })}`,
  'JSON of Ansible, a line each': (text) =>
    `{\n    "stderr_lines": [\n${text
      .split('\n')
      .map((line) => `        ${JSON.stringify(line)}`)
      .join(',\n')}\n    ]\n}`,
  Terraform: (text) => text.replace(/^(?=.)/gm, 'null_resource.join (remote-exec): '),
};

const storyOf = (text: string): Story | undefined =>
  inspect(text).stories.findLast(({ kind }) => kind === 'join-output');

describe.each(Object.entries(wrappings))('%s', (_name, wrap) => {
  it.each(texts)('%s (%s)', (cause, _version, text) => {
    expect(storyOf(wrap(`[preflight] Running pre-flight checks\n${text}\n`))?.args['cause']).toBe(cause);
  });
});

it('knows a text of every cause', () => {
  expect(Object.keys(joinCauses).filter((cause) => !texts.some(([known]) => known === cause))).toEqual([]);
});

it('has a page for every cause, and words in both languages', () => {
  const codes = findingKinds.map(({ code }) => code as string);
  expect(Object.values(joinCauses).filter(({ code }) => !codes.includes(code))).toEqual([]);
  for (const [, , text] of texts) {
    const report = inspect(`[preflight] Running pre-flight checks\n${text}\n`);
    const story = report.stories.at(-1);
    for (const locale of locales) {
      const said = story && JSON.stringify(tell(story, locale));
      expect(said).toBeDefined();
      expect(said).not.toContain('undefined');
    }
    const { code } = joinCauses[story?.args['cause'] as JoinCause];
    expect(report.findings.map((finding) => finding.code)).toContain(code);
  }
});

it('claims "anonymous off" for no other cause', () => {
  for (const [cause, , text] of texts.filter(([name]) => name !== 'unauthorized')) {
    expect(
      inspect(`${text}\n`).findings.map(({ code }) => code),
      cause,
    ).not.toContain('KA301');
  }
});

describe('a text that a terminal broke', () => {
  const line = `${identity}Unauthorized`;
  it.each([60, 80, 100])('behind column %i', (width) => {
    const broken = line.replace(new RegExp(`(.{${width}})`, 'g'), '$1\n');
    expect(storyOf(`[preflight] Running pre-flight checks\n${broken}\n`)?.args['cause']).toBe('unauthorized');
  });
});

describe('the steps', () => {
  it('of a join that went well, though a line says "is forbidden"', () => {
    const text = `[preflight] Running pre-flight checks
I1124 00:00:12.515207    3214 file.go:109] [discovery] Could not access the cluster-info ConfigMap for refreshing the cluster-info information, but the TLS cert is valid so proceeding...
I1124 00:00:12.515300    3214 request.go:1107] Response Body: {"kind":"Status","message":"configmaps \\"cluster-info\\" is forbidden: User \\"system:bootstrap:abcdef\\" cannot get resource"}
[preflight] Reading configuration from the cluster...
[kubelet-start] Starting the kubelet
[kubelet-start] Waiting for the kubelet to perform the TLS Bootstrap...

This node has joined the cluster:
`;
    const report = inspect(text);
    expect(report.findings.map(({ code }) => code)).toEqual(['KA305']);
    expect(report.stories[0]?.steps?.map(({ step, state }) => `${step} ${state}`)).toEqual([
      'arguments implied',
      'checks passed',
      'discovery passed',
      'kubeadm-config passed',
      'kubelet-start passed',
      'tls-bootstrap passed',
      'joined passed',
    ]);
  });

  it('of one that is still trying count the tries', () => {
    const tries = '[discovery] Failed to request cluster-info, will try again: Unauthorized\n'.repeat(7);
    const steps = storyOf(`[preflight] Running pre-flight checks\n${tries}`)?.steps;
    expect(steps?.at(-1)).toMatchObject({ step: 'discovery', state: 'open', retries: 7 });
  });

  it('say nothing of discovery where a later step has passed it', () => {
    const text = `I1124 00:00:01.0 1 token.go:217] [discovery] Failed to request cluster-info, will try again: Unauthorized
I1124 00:00:09.0 1 discovery.go:51] [discovery] Using provided TLSBootstrapToken as authentication credentials for the join process
[preflight] Reading configuration from the cluster...
`;
    expect(storyOf(text)?.args).toMatchObject({ result: 'unfinished', cause: 'unknown', text: '' });
    expect(inspect(text).findings).toEqual([]);
  });
});

describe('what to do', () => {
  const fixesOf = (text: string): string =>
    JSON.stringify(inspect(text).findings.map((finding) => explain(finding, 'en').fix));

  it('is told by the cause, wherever the cause is known', () => {
    for (const [cause, , text] of texts.filter(([name]) => ['KA304', 'KA309'].includes(joinCauses[name].code))) {
      const fixes = fixesOf(`[preflight] Running pre-flight checks\n${text}\n`);
      if (cause !== 'unknown') expect(fixes, cause).not.toContain('-v=5');
      for (const locale of locales) expect(causeRemedies[locale][cause], cause).toBeDefined();
    }
  });

  it('never takes an unchecked certificate for a right one', () => {
    const fixes = fixesOf(
      `${identity}Get "https://10.0.0.4:6443/api": x509: certificate is valid for 10.96.0.1, not 10.0.0.4\n`,
    );
    expect(fixes).toContain('openssl s_client -connect 10.0.0.4:6443');
    expect(fixes).not.toContain('curl -vk');
  });

  it.each([
    [
      'the request that failed',
      `kubeadm join lb:6443 --token x\n${identity}Get "https://10.0.0.4:8080/api/v1/x": EOF\n`,
      'https://10.0.0.4:8080/livez',
    ],
    ['IPv6', `${identity}Get "https://[fd00::4]:6443/api/v1/x": EOF\n`, 'https://[fd00::4]:6443/livez'],
    ['no port', `${identity}Get "https://api.example.org/api/v1/x": EOF\n`, 'https://api.example.org:443/livez'],
    [
      'the command',
      `kubeadm join 10.0.0.9:6443 --token x\n${identity}dial tcp: connection refused\n`,
      'https://10.0.0.9:6443/livez',
    ],
    [
      'a variable',
      `kubeadm join $API:6443 --token x\n${identity}dial tcp: connection refused\n`,
      'https://HOST:6443/livez',
    ],
  ])('names the address of %s', (_name, text, expected) => {
    expect(fixesOf(text)).toContain(`curl -vk ${expected}`);
  });
});
