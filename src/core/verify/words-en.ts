// The verifier in English.

import type { VerifyWords } from './words.ts';

export const en: VerifyWords = {
  steps: {
    token: 'The token has the form of a token',
    pins: 'The pins can be read',
    'first-request': 'First request, without credentials',
    'signature-present': 'cluster-info has a signature for this token',
    'kubeconfig-present': 'cluster-info has a kubeconfig',
    signature: 'The signature fits the kubeconfig and the secret',
    kubeconfig: 'The kubeconfig can be read',
    'one-cluster': 'It names one cluster',
    certificates: 'Its CA certificates can be read',
    pin: 'One of them is pinned',
    'second-request': 'Second request, TLS checked with this CA',
  },
  says: {
    'token-ready': ({ id }) => `Its id is \`${id}\`; the secret is not shown.`,
    'token-id-only': ({ id }) => `Only the id \`${id}\` was given, so the signature itself cannot be checked.`,
    'token-absent': () => 'No token was given.',
    'token-malformed': () =>
      'A token is six lower-case letters or digits, a dot, and sixteen more. kubeadm refuses anything else before it asks the API server.',
    'pins-readable': ({ count }) => (count === 1 ? 'One pin, SHA-256.' : `${count} pins, SHA-256.`),
    'pins-absent': () =>
      'No pin was given. kubeadm wants at least one, unless `--discovery-token-unsafe-skip-ca-verification` waives it.',
    'pins-forbidden': () => 'There is no pin, and nothing waives it.',
    'pins-skipped': () =>
      '`--discovery-token-unsafe-skip-ca-verification` waives the pin: whoever knows the token can then pose as the API server.',
    'pins-malformed': ({ pin }) =>
      `\`${pin}\` is no pin: that is \`sha256:\` and 64 hexadecimal digits. Loading the configuration does not notice it, the join does.`,
    'request-first': () =>
      'Only the API server can answer. kubeadm asks as a stranger: 401 (anonymous access off) and 403 (RoleBinding gone) are tried again until the time-out, however right token and pins are.',
    'request-second': () =>
      'Only the API server can answer. Its certificate has to be signed by this CA, and the kubeconfig has to be the same, byte for byte. This request carries no credentials either.',
    'request-second-expired': () =>
      'No certificate of the bundle is valid by the clock of this device. On a node with the same clock TLS refuses, with a text that begins `x509: certificate has expired or is not yet valid`.',
    'request-left-out': () => 'Without a pin kubeadm is done after the first request.',
    'present-yes': ({ id }) => `\`jws-kubeconfig-${id}\` is there.`,
    'present-no': ({ id, ids, count }) =>
      `There is no \`jws-kubeconfig-${id}\`; ${count === 0 ? 'no token is signed at all' : `signed: \`${ids}\``}. The token has expired or was deleted, or it lacks the usage \`signing\`, or kube-controller-manager does not sign, or it belongs to another cluster.`,
    'present-empty': ({ id }) => `\`jws-kubeconfig-${id}\` is there and empty.`,
    'present-no-token': ({ ids, count }) => (count === 0 ? 'No token is signed here.' : `Signed: \`${ids}\`.`),
    'present-no-cluster-info': () => 'There is no cluster-info to look into.',
    'kubeconfig-there': () => 'It is there.',
    'kubeconfig-missing': () => 'The key `kubeconfig` is missing or empty.',
    'kubeconfig-no-cluster-info': () => 'There is no kubeconfig to look into.',
    'kubeconfig-readable': ({ server }) => `It sends the node to \`${server}\`.`,
    'kubeconfig-unreadable': () => 'It is no YAML mapping.',
    'kubeconfig-ca-no-base64': () => '`certificate-authority-data` is no base64.',
    'signature-valid': ({ id }) =>
      `HS256 over the whole kubeconfig, with the secret of \`${id}\` as key, gives exactly what stands there.`,
    'signature-wrong': () =>
      'It does not fit: the secret is another one, or the kubeconfig was changed after it was signed.',
    'signature-line-ends': () =>
      'It fits the kubeconfig with other line ends: the text was changed on its way here, and in the cluster it fits.',
    'signature-header': () =>
      'The signature is right, but the header before it is written in another way, and kubeadm compares the whole text.',
    'signature-no-secret': () => 'Without the secret it cannot be checked.',
    'signature-no-token': () => 'Without a token it cannot be checked.',
    'signature-absent': () => 'There is no signature to check.',
    'cluster-one': () => 'One.',
    'cluster-several': ({ count }) => `It names ${count}.`,
    'cluster-open': () => 'Not known: the kubeconfig was not read.',
    'certificates-read': ({ count }) =>
      count === 1 ? 'One certificate.' : `${count} certificates; one pinned is enough.`,
    'certificates-none': () => '`certificate-authority-data` holds no certificate in PEM.',
    'certificates-unreadable': ({ count }) =>
      `${count === 1 ? 'One block calls itself a certificate' : `${count} blocks call themselves certificates`} and cannot be read here. Go’s own reader decides.`,
    'certificates-open': () => 'There is no bundle to look into.',
    'pin-matches': ({ pin }) => `\`${pin}\``,
    'pin-differs': ({ own }) => `The bundle has \`${own}\`: another cluster, or a CA that was replaced.`,
    'pin-open': () => 'A pin or a certificate is missing.',
    'pin-left-out': () => 'No pin, so nothing is compared.',
    'pin-second-only': ({ own }) =>
      `The bundle has \`${own}\`, and a later pin of the list names it; but up to 1.21 kubeadm looks at the first pin only. Whether patch releases mend that is not known.`,
  },
  states: { passes: 'passes', stops: 'stops', open: 'open', server: 'up to the server', 'left out': 'left out' },
  notReached: 'kubeadm does not get this far.',
  problems: {
    nothing: 'Nothing was pasted.',
    unreadable: 'The text looks like a cluster-info, but it is neither YAML nor JSON that can be read to its end.',
    'curly-quotes':
      'The text has typographic quotes (“ ”), as word processors and chats write them, so it is no JSON and no YAML. Copy it from the terminal again.',
    'no-cluster-info': 'There is no cluster-info in this text: no ConfigMap, no audit event that carries one.',
    several: 'The text holds different cluster-infos. The first one is checked.',
    'keys-cut-off':
      'These are lines out of a cluster-info. Paste all of it, from `apiVersion` on: `kubectl -n kube-public get configmap cluster-info -o yaml`.',
  },
  from: {
    given: 'The token and pins given',
    'join command': 'A join command of the text',
    JoinConfiguration: 'A JoinConfiguration of the text',
    nothing: 'Without a token and a pin',
  },
  clusterInfoFrom: {
    ConfigMap: 'ConfigMap',
    'audit event': 'the object inside an audit event',
    'kubectl describe': 'output of kubectl describe',
  },
  verdict: {
    passes: () => 'Nothing in here stops this join; the two requests are for the API server to answer.',
    stops: (version) => `kubeadm ${version} stops.`,
    open: () => 'Not decided: something to hold it against is missing.',
  },
  prints: {
    'at once': 'It says, without trying again:',
    'after the time-out': 'It tries again until the time-out (5 minutes by default), then says:',
  },
  verbose: 'The reason is hidden; with -v=1 it says:',
  sureness: {
    run: 'seen in our own runs',
    source: 'read in kubeadm’s source',
    reported: 'reported by others',
    inferred: 'inferred',
  },
  unrelated:
    'Neither the id of the token nor a pin is in this cluster-info: they come from different clusters, or from different times of one.',
  tokenLife:
    'Whether the token still lives is not written here. One that has expired can keep its signature for a while; discovery then passes, and the next request gets 401.',
  cleaned: 'Quotes or blanks around a value were left out here. kubeadm would take them as part of it.',
  otherServer: (server) => `After discovery the node talks to \`${server}\`, which is what the kubeconfig names.`,
  pinStates: {
    matches: 'fits',
    differs: 'does not fit',
    malformed: 'no pin',
    ignored: 'not looked at',
    open: 'nothing to compare',
  },
  signatureStates: {
    valid: 'fits',
    wrong: 'does not fit',
    'not checked': 'not checked: its secret was not given',
    'no JWS': 'not of the form header..signature',
  },
  certificate: {
    subject: 'Subject',
    issuer: 'Issuer',
    notBefore: 'Valid from',
    notAfter: 'Valid until',
    key: 'Key',
    use: 'May sign others',
    pin: 'Pin',
  },
  isCA: { yes: 'yes, it is a CA', no: 'no, it is no CA' },
  validity: { valid: 'valid today', expired: 'expired', 'not yet valid': 'not yet valid' },
  bits: (bits) => `${bits} bits`,
};
