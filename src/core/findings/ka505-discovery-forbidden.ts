// Fires on anonymous reads of cluster-info by kubeadm that got 403: anonymous requests are on, the RoleBinding is gone.

import { auditLine, clusterInfoURI, forbidden } from './event-examples.ts';
import { eventHits, requestsOf, timesEn, type EventArgs } from './event-hits.ts';
import { defineFinding } from './finding.ts';
import { joinWithDiscoveryFile, restoreClusterInfoBinding } from './known-fixes.ts';

export const ka505 = defineFinding<EventArgs>({
  code: 'KA505',
  slug: 'discovery-forbidden',
  severity: 'warning',
  check: (facts) =>
    eventHits(
      requestsOf(
        facts,
        ({ identity, looksLike, code }) =>
          identity === 'anonymous' && looksLike === 'kubeadm-discovery' && code === 403,
      ),
      ['responseStatus', 'code'],
    ),
  text: {
    en: {
      title: 'kubeadm’s discovery is refused with 403',
      message: (a) =>
        `\`${a.sources}\` (\`${a.clients}\`) asked for \`kube-public/cluster-info\` ${timesEn(a.requests)} as \`system:anonymous\` and got 403: anonymous requests are on, but nothing lets them read this ConfigMap. A join by token fails on that; a join by discovery file takes a 403 as “go on”.`,
      why: 'kubeadm’s RoleBinding `kubeadm:bootstrap-signer-clusterinfo` in `kube-public` is missing or changed. Some installers delete it on purpose, to close joins by token.\n\nThe request had passed the first gate: it has a name. That is the difference to a 401.',
      fix: [restoreClusterInfoBinding.en, joinWithDiscoveryFile.en],
    },
    ja: {
      title: 'kubeadmのディスカバリーが403で拒否されています',
      message: (a) =>
        `\`${a.sources}\`(\`${a.clients}\`)が\`system:anonymous\`として\`kube-public/cluster-info\`を${a.requests}回要求し、403で拒否されました。匿名リクエストは有効ですが、このConfigMapを読む権限がありません。トークンによるjoinはこれで失敗し、ディスカバリーファイルによるjoinは403なら先へ進みます。`,
      why: '`kube-public`にあるkubeadmのRoleBinding `kubeadm:bootstrap-signer-clusterinfo`がないか、変更されています。トークンによる参加を止めるために、意図して削除するインストーラーもあります。\n\nリクエストは1つ目の門を通り、名前が付いています。401との違いはそこにあります。',
      fix: [restoreClusterInfoBinding.ja, joinWithDiscoveryFile.ja],
    },
  },
  fires: [
    {
      name: 'the RoleBinding was deleted',
      text: auditLine({ uri: clusterInfoURI, code: 403, annotations: forbidden }).replace('"code":403', '"code":«403»'),
    },
  ],
  silent: [
    {
      name: 'a bootstrap token in a discovery file gets 403 too, and goes on',
      text: auditLine({
        uri: clusterInfoURI,
        user: '{"username":"system:bootstrap:abcdef","groups":["system:bootstrappers","system:authenticated"]}',
        code: 403,
        annotations: forbidden,
      }),
    },
  ],
  see: [
    { source: 'v1.20.2/S3x', since: 20, until: 20, confidence: 'run' },
    { source: 'v1.28.4/S3x', since: 28, until: 28, confidence: 'run' },
    {
      source: 'kubernetes/kubernetes cmd/kubeadm/app/phases/bootstraptoken/clusterinfo/clusterinfo.go',
      confidence: 'source',
    },
  ],
});
