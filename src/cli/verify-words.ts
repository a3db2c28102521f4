// The words around a verification in a terminal; what is said about it comes from the core.

import type { Localised } from '../core/index.ts';

export interface VerifyFrame {
  readonly askToken: string;
  readonly version: (version: string) => string;
  readonly server: (server: string) => string;
  readonly signatures: string;
  readonly certificates: string;
}

export const verifyFrame: Localised<VerifyFrame> = {
  en: {
    askToken: 'Token (not shown; Enter to go without): ',
    version: (version) => `as kubeadm ${version} checks it`,
    server: (server) => `server ${server}`,
    signatures: 'Signatures',
    certificates: 'Certificates',
  },
  ja: {
    askToken: 'トークン(表示されません。なしで進むにはEnter): ',
    version: (version) => `kubeadm ${version}の検証として判定`,
    server: (server) => `サーバー ${server}`,
    signatures: '署名',
    certificates: '証明書',
  },
};
