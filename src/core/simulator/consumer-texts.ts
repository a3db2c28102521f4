// What the anonymous consumers of an audit log are called, and what they lose.

import type { Localised } from '../locale.ts';
import type { ConsumerKind } from './blast-radius.ts';

export interface ConsumerText {
  readonly name: Localised;
  /** What happens to them with anonymous requests off. */
  readonly loses: Localised;
}

export const consumerTexts: Readonly<Record<ConsumerKind, ConsumerText>> = {
  probe: {
    name: { en: 'looks like the kubelet’s probes', ja: 'kubeletのプローブのようです' },
    loses: {
      en: 'The probes get 401; if they are those of the API server itself, the kubelet restarts it again and again.',
      ja: 'プローブが401になります。APIサーバー自身のプローブであれば、kubeletがAPIサーバーを繰り返し再起動します。',
    },
  },
  'load-balancer': {
    name: {
      en: 'looks like a load balancer or another health check',
      ja: 'ロードバランサーなどのヘルスチェックのようです',
    },
    loses: {
      en: 'The check gets 401, and whoever expects 200 takes the server out.',
      ja: 'ヘルスチェックが401になり、200を期待する側はこのサーバーを外します。',
    },
  },
  'kubeadm-discovery': {
    name: { en: 'looks like kubeadm join (discovery)', ja: 'kubeadm join（ディスカバリー）のようです' },
    loses: {
      en: 'Nodes can no longer join with a token.',
      ja: 'トークンを使ったノードの追加ができなくなります。',
    },
  },
  'cluster-info': {
    name: {
      en: 'reads cluster-info, but does not call itself kubeadm',
      ja: 'cluster-infoを読んでいますが、kubeadmとは名乗っていません',
    },
    loses: {
      en: 'It gets 401 instead of cluster-info; which program it is cannot be told.',
      ja: 'cluster-infoの代わりに401が返ります。どのプログラムかは分かりません。',
    },
  },
  'oidc-discovery': {
    name: {
      en: 'looks like OIDC discovery of service account tokens',
      ja: 'サービスアカウントトークンのOIDCディスカバリーのようです',
    },
    loses: {
      en: 'Systems outside can no longer check the cluster’s service account tokens.',
      ja: '外部のシステムがこのクラスターのサービスアカウントトークンを検証できなくなります。',
    },
  },
  version: {
    name: { en: 'asks for the version only', ja: 'バージョンだけを調べています' },
    loses: {
      en: 'It gets 401 instead of the version; inventories and monitoring do that, and strangers too.',
      ja: 'バージョンの代わりに401が返ります。構成管理や監視のほか、部外者も同じことをします。',
    },
  },
  scanner: {
    name: {
      en: 'looks like a scanner: it tries several paths',
      ja: 'スキャナーのようです（複数のパスを試しています）',
    },
    loses: {
      en: 'It gets 401 everywhere instead of 403; nothing is lost.',
      ja: '403だったものも含めてすべて401になります。困ることはありません。',
    },
  },
  unknown: {
    name: { en: 'not recognised', ja: '判別できません' },
    loses: {
      en: 'It gets 401; find out who it is before you close the door.',
      ja: '401になります。無効にする前に、何のアクセスなのか調べてください。',
    },
  },
};
