// What the verifier does, as commands of a shell with kubectl and OpenSSL. All but the first were run on the example of the page.

export const verifyCommands = {
  get: [
    'info() { kubectl -n kube-public get configmap cluster-info "$@"; }',
    "info -o jsonpath='{.data.kubeconfig}' > kubeconfig",
    "info -o jsonpath='{.data.jws-kubeconfig-sample}'",
  ].join('\n'),
  secret: 'read -rs SECRET',
  sign: [
    'url64() { base64 -w0 | tr +/ -_ | tr -d =; }',
    `HEADER=$(printf '{"alg":"HS256","kid":"%s"}' sample | url64)`,
    'SIGNATURE=$(printf %s.%s "$HEADER" "$(url64 < kubeconfig)" | openssl dgst -sha256 -hmac "$SECRET" -binary | url64)',
    'echo "$HEADER..$SIGNATURE"',
  ].join('\n'),
  pin: [
    "awk '/certificate-authority-data/ {print $2}' kubeconfig | base64 -d > ca.crt",
    'openssl x509 -in ca.crt -noout -pubkey | openssl pkey -pubin -outform der | openssl dgst -sha256',
  ].join('\n'),
  read: 'openssl x509 -in ca.crt -noout -subject -issuer -dates',
} as const;
