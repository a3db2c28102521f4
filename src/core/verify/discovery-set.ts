// The discovery file for one cluster, and the commands around it. No token is written into it: a command on the control plane
// makes a fresh one with a short life and puts it in, so that what was pasted here stays here.

import { tokenPlaceholder, writeDiscoveryFile } from '../kubernetes/discovery-file.ts';

export type DiscoveryCredential = 'token' | 'client certificate';

export interface DiscoverySet {
  readonly text: string;
  readonly commands: readonly { readonly purpose: DiscoveryPurpose; readonly text: string }[];
}

export type DiscoveryPurpose = 'ca' | 'token' | 'carry' | 'join' | 'end';

const users: Readonly<Record<DiscoveryCredential, readonly string[]>> = {
  token: [`token: ${tokenPlaceholder}`],
  'client certificate': ['client-certificate-data: BASE64-OF-CLIENT-CRT', 'client-key-data: BASE64-OF-CLIENT-KEY'],
};

/** @param server an https URL; @param caData base64 of PEM. Empty ones become a word that says what goes there. */
export function discoverySet(
  { server, caData }: { readonly server: string; readonly caData: string },
  credential: DiscoveryCredential,
): DiscoverySet {
  const file = '/root/discovery.conf';
  const text = writeDiscoveryFile({
    server: server || 'https://API-SERVER:6443',
    caData: caData || 'BASE64-OF-CA-CRT',
    user: users[credential],
  });
  const token = [
    'umask 077',
    'TOKEN=$(kubeadm token create --ttl 2h)',
    `sed "s/${tokenPlaceholder}/$TOKEN/" discovery.conf > discovery-filled.conf`,
  ].join('\n');
  const filled = credential === 'token' ? 'discovery-filled.conf' : 'discovery.conf';
  return {
    text,
    commands: [
      ...(caData === '' ? [{ purpose: 'ca' as const, text: 'base64 -w0 /etc/kubernetes/pki/ca.crt' }] : []),
      ...(credential === 'token' ? [{ purpose: 'token' as const, text: token }] : []),
      { purpose: 'carry', text: `scp ${filled} NODE:${file}` },
      { purpose: 'join', text: `kubeadm join --discovery-file ${file}` },
      {
        purpose: 'end',
        text: [
          `rm ${file}`,
          ...(credential === 'token' ? ['kubeadm token list', 'kubeadm token delete TOKEN-ID'] : []),
        ].join('\n'),
      },
    ],
  };
}
