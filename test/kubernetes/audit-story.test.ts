// core/stories/audit-event: what one event says in words, and the traps in which a reader of audit logs is caught.
import { describe, expect, it } from 'vitest';
import { inspect, tell } from '../../src/core/index.ts';
import { duration } from '../../src/core/stories/duration.ts';
import { anonymous, answer, base, noted, told, withoutNotes } from './told-event.ts';

describe('what is asked for', () => {
  it.each<readonly [string, object]>([
    ['reads `pods/web` in the namespace `shop` (`get`)', {}],
    [
      'lists `pods` in the namespace `shop` (`list`); parameters: `limit=500`',
      {
        verb: 'list',
        requestURI: '/api/v1/namespaces/shop/pods?limit=500',
        objectRef: { resource: 'pods', namespace: 'shop' },
      },
    ],
    [
      'watches `secrets`, in all namespaces or outside of any (`watch`); parameters: `watch=true`; 1 more not shown: they may hold secrets',
      {
        verb: 'watch',
        requestURI: '/api/v1/secrets?watch=true&access_token=abc',
        objectRef: { resource: 'secrets' },
      },
    ],
    [
      `watches \`nodes/worker-1\`, in all namespaces or outside of any (\`watch\`); parameters: \`fieldSelector=metadata.name=${'n'.repeat(92)}…\``,
      {
        verb: 'watch',
        requestURI: `/api/v1/nodes?fieldSelector=metadata.name%3D${'n'.repeat(99)}1`,
        objectRef: { resource: 'nodes', name: 'worker-1' },
      },
    ],
    [
      'deletes, all at once, the selected `configmaps` in the namespace `shop` (`deletecollection`)',
      { verb: 'deletecollection', objectRef: { resource: 'configmaps', namespace: 'shop' } },
    ],
    [
      'runs a command in `pods/web/exec` in the namespace `shop` (`create`); parameters: `container=app`; the command stands in `requestURI` and is not shown here',
      {
        verb: 'create',
        requestURI: '/api/v1/namespaces/shop/pods/web/exec?command=cat&command=%2Fsecret&container=app',
        objectRef: { ...base.objectRef, subresource: 'exec' },
      },
    ],
    [
      'assigns to a node `pods/web/binding` in the namespace `shop` (`create`)',
      { verb: 'create', objectRef: { ...base.objectRef, subresource: 'binding' } },
    ],
    ['`head` on the path `/`', { verb: 'head', requestURI: '/', objectRef: undefined }],
    [
      'creates `pods` in the namespace `shop` (`create`); its name stands in the body, which is not read before the decision',
      {
        verb: 'create',
        stage: 'RequestReceived',
        responseStatus: undefined,
        ...withoutNotes,
        objectRef: { resource: 'pods', namespace: 'shop' },
      },
    ],
  ])('%s', (what, fields) => {
    expect(told(fields)).toMatchObject({ What: what });
  });

  it('shows a resourceVersion as it is written, however large', () => {
    const text = JSON.stringify(base).replace('"name":"web"', '"name":"web","resourceVersion":9007199254740993');
    const [story] = inspect(text).stories;
    expect(story?.args).toMatchObject({ resourceVersion: '9007199254740993' });
    const wrapped = inspect(JSON.stringify({ log: `${text}\n`, stream: 'stdout' })).stories[0];
    expect(wrapped?.args).toMatchObject({ resourceVersion: '9007199254740993' });
  });
});

describe('the traps', () => {
  it('RequestReceived proves no success', () => {
    const rows = told({ stage: 'RequestReceived', responseStatus: undefined, ...withoutNotes });
    expect(rows['Gate 2: authorization']).toBe('not yet asked at this stage');
    expect(rows['Answer']).toContain('not in this entry');
    expect(rows['Written as']).toContain('says nothing about allowed or refused');
  });

  it.each([
    [404, 'the object is not there'],
    [409, 'exists already or has changed'],
    [422, 'is not valid'],
  ])('allowed with %i is no refusal', (code, text) => {
    const rows = told(answer(code));
    expect(rows['Gate 2: authorization']).toMatch(/^allowed/);
    expect(rows['Answer']).toContain(text);
  });

  it.each([
    ['admission webhook "deny.example.com" denied the request: no', 'by `deny.example.com`'],
    ['pods "web" is forbidden: violates PodSecurity "restricted:latest": privileged', 'by `PodSecurity`'],
    ['pods "web" is forbidden: exceeded quota: q', 'by a quota'],
  ])('allowed with 403 was refused by admission: %s', (message, by) => {
    expect(told({ verb: 'create', ...answer(403, message) })['Gate 2: authorization']).toContain(
      `then refused by admission: ${by}`,
    );
  });

  it('403 without annotations is a refused impersonation, 429 never came to authorization', () => {
    expect(told({ ...answer(403), ...withoutNotes })['Gate 2: authorization']).toContain('refused impersonation');
    expect(told({ ...answer(429), ...withoutNotes })['Gate 2: authorization']).toContain('not reached');
  });

  it('401 has no user, and one event', () => {
    const rows = told({ user: {}, stage: 'ResponseStarted', ...answer(401), ...withoutNotes });
    expect(rows['Who']).toContain('refused before it had a name');
    expect(rows['Written as']).toContain('the only event of a failed authentication');
  });

  it('no user with 200 is another server, or a cut event', () => {
    expect(told({ user: {}, ...withoutNotes })['Who']).toBe('the event does not say (`user` is empty or missing)');
  });

  it('system:anonymous in system:masters was never written by the API server', () => {
    const user = { username: 'system:anonymous', groups: ['system:masters'] };
    expect(told({ user })['Who']).toContain('a credential carries that name, or the event was changed');
  });

  it('the OAuth server of OpenShift denies with 302', () => {
    const login = noted({
      'authentication.openshift.io/decision': 'deny',
      'authentication.openshift.io/username': 'bob',
    });
    const rows = told({ user: anonymous, requestURI: '/login', objectRef: undefined, ...answer(302), ...login });
    expect(rows['Noted by the server']).toBe('login of `bob` at the OAuth server: deny');
    expect(rows['With --anonymous-auth=false']).toContain('comes from another server');
  });

  it('impersonation has two names, and the address is the real one’s', () => {
    const rows = told({
      impersonatedUser: { username: 'bob' },
      authenticationMetadata: { impersonationConstraint: 'impersonate:user-info' },
    });
    expect(rows['Who']).toBe('`ann`, acting as `bob` (checked against `impersonate:user-info`)');
    expect(rows['Credentials']).toContain('source address and user agent are the real caller’s');
  });

  it('a reason names the service account before its namespace', () => {
    const reason = 'RBAC: allowed by RoleBinding "read/shop" of ClusterRole "view" to ServiceAccount "web/apps"';
    expect(told(noted({ 'authorization.k8s.io/reason': reason }))['Gate 2: authorization']).toBe(
      'allowed by RoleBinding `read` in `shop`, which gives ClusterRole `view` to ServiceAccount `web` of `apps`; the first rule that matched, there may be more',
    );
  });

  it('an auditID may be the client’s own, and stand twice', () => {
    expect(told({ auditID: 'mine' })['Written as']).toContain('the client chose it');
    const [one, two] = [
      { ...base, auditID: 'mine' },
      { ...base, auditID: 'mine', user: anonymous },
    ];
    expect(inspect(`${JSON.stringify(one)}\n${JSON.stringify(two)}\n`).stories.length).toBe(2);
  });

  it('the end of a watch is no latency, and 101 no failure', () => {
    const stageTimestamp = '2026-11-24T03:08:20.000000Z';
    expect(told({ verb: 'watch', stageTimestamp })['When']).toContain(
      'the stream ended after 8 min, which is no measure of latency',
    );
    const exec = { verb: 'get', objectRef: { ...base.objectRef, subresource: 'exec' }, stageTimestamp };
    expect(told({ ...exec, ...answer(101) })).toMatchObject({
      Answer: '101: the connection became a stream (exec, attach, port-forward)',
    });
  });

  it('gRPC codes are not HTTP', () => {
    const entry = {
      protoPayload: {
        serviceName: 'k8s.io',
        methodName: 'io.k8s.core.v1.secrets.list',
        resourceName: 'core/v1/secrets',
        authenticationInfo: { principalEmail: 'system:anonymous' },
        status: { code: 7, message: 'PERMISSION_DENIED' },
      },
    };
    const [story] = inspect(JSON.stringify(entry)).stories;
    const rows = story ? tell(story, 'en').rows : [];
    expect(rows.find(({ label }) => label === 'Answer')?.text).toBe(
      'gRPC code 7 (PERMISSION_DENIED); this log has no HTTP status',
    );
    expect(story?.args['code']).toBe(-1);
  });

  it('times may have a blank, an offset, fewer digits, or lie ahead', () => {
    const [requestReceivedTimestamp, stageTimestamp] = ['2099-01-01 12:00:00.5+09:00', '2099-01-01T03:00:01Z'];
    expect(told({ requestReceivedTimestamp, stageTimestamp })['When']).toContain('500 ms until the answer');
    expect(told({ requestReceivedTimestamp: 'yesterday' })['When']).toBe('yesterday');
  });

  it('markup in any text is text', () => {
    const userAgent = '<img src=x onerror=alert(1)>`x`';
    expect(told({ userAgent })['Client']).toContain("`<img src=x onerror=alert(1)>'x'`");
  });

  it('kinds and types may be wrong', () => {
    const odd = {
      verb: 7,
      user: 'ann',
      sourceIPs: 'x',
      objectRef: [],
      responseStatus: 'no',
      annotations: 3,
      level: null,
    };
    expect(told(odd)['Who']).toContain('does not say');
    expect(inspect(JSON.stringify({ ...base, kind: 0 })).stories).toEqual([]);
  });
});

it.each([
  [1.62, '1.6 ms', '1.6 ms'],
  [12_345, '12.3 s', '12.3秒'],
  [1_871_849.5, '31 min', '31分'],
])('says %d ms as one would', (milliseconds, en, ja) => {
  expect([duration(milliseconds, 'en'), duration(milliseconds, 'ja')]).toEqual([en, ja]);
});
