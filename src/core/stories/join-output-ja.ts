// The story of a `kubeadm join` output in Japanese.

import type { JoinCause, JoinStep } from '../kubernetes/join-causes.ts';
import type { JoinOutputArgs } from './join-output.ts';
import type { StoryRow } from './story.ts';

const steps: Readonly<Record<JoinStep, string>> = {
  arguments: '引数の読み取り。まだどこにも問い合わせていません',
  checks: 'ノード自身の検査。まだAPIサーバーに問い合わせていません',
  discovery: 'discovery(クラスターを見つける段階。トークンの場合は認証情報を使いません)',
  credentials: 'ディスカバリーの後。ログインに使うものがありません',
  'kubeadm-config': 'ディスカバリーの後、初めて認証情報を使って`kubeadm-config`を読むところ',
  other: 'ディスカバリーとは別の段階',
};

const causes: Readonly<Record<JoinCause, string>> = {
  unauthorized: '401。認証情報のないリクエストが拒否されました。トークンはまだ見せていません',
  'file-unauthorized':
    '401。ディスカバリーファイルに認証情報がなく匿名リクエストが拒否されたか、ファイルの認証情報が誤っています',
  forbidden: '403。匿名リクエストは有効ですが、cluster-infoを読む権限がありません',
  'cluster-info-missing': 'ConfigMap `kube-public/cluster-info`がありません',
  'no-jws': 'cluster-infoにこのトークンの署名がありません(未知、期限切れ、署名用でない、またはまだ署名されていない)',
  'bad-jws': 'cluster-infoの署名が、このトークンで作られたものではありません',
  'wrong-pin': 'cluster-infoのCAのハッシュが、コマンドのものと一致しません',
  'malformed-pin': 'コマンドのCAハッシュが、ハッシュの形をしていません',
  hidden: '表示されていません。このバージョンは、あきらめたことだけを表示します',
  'expired-certificate': 'サーバー証明書が期限切れか、ノードの時計ではまだ有効になっていません',
  'certificate-name': 'サーバー証明書にこのアドレスが含まれていません',
  'unknown-authority': 'サーバー証明書が未知のCAで署名されています',
  'refused-connection': 'そのポートで待ち受けているものがありません',
  'no-route': 'そのアドレスへの経路がありません',
  'no-such-host': '名前を解決できません',
  'no-answer': '時間内に応答がありません',
  'not-tls': '応答しているものがTLSを話しません',
  'not-kubernetes': '別のサーバーが応答しています',
  'no-credentials': 'ディスカバリーファイルに認証情報がなく、`--tls-bootstrap-token`もありません',
  'credentials-refused': 'ディスカバリーの後の401。トークンが認証情報として受け付けられていません',
  'forbidden-later': 'ディスカバリーの後の403。トークンのユーザーに権限がありません',
  'checks-failed': 'ノードの検査に失敗しました',
  'control-plane-version': 'コントロールプレーンのバージョンが、このkubeadmに合いません',
  unknown: '手元の表にありません',
};

function command(a: JoinOutputArgs): string {
  if (!a.hasCommand) return 'テキストにありません';
  return `${a.endpoint ? `\`${a.endpoint}\`への` : ''}\`kubeadm join\`${a.controlPlane ? '(コントロールプレーンノードとして)' : ''}`;
}

function discovery(a: JoinOutputArgs): string {
  if (!a.hasCommand) return 'テキストにありません';
  if (a.discoveryFile) return `discoveryファイル\`${a.discoveryFile}\``;
  if (a.configFile) return `ファイル\`${a.configFile}\`の内容によります(コマンドからはわかりません)`;
  const token = a.tokenID
    ? `トークン(ID \`${a.tokenID}\`。シークレット部分は保持しません)`
    : 'トークン。コマンドに正しい形のトークンがありません';
  if (a.unsafeSkip) return `${token}、CAハッシュなし(読んだ内容をそのまま信用します)`;
  const more = a.caCertHashes > 1 ? `ほか${a.caCertHashes - 1}個` : '';
  return a.caCertHash ? `${token}、CAハッシュ\`${a.caCertHash}\`${more}` : `${token}、CAハッシュなし`;
}

const results: Readonly<Record<JoinOutputArgs['result'], string>> = {
  joined: 'ノードが参加しました',
  failed: '失敗しました',
  unfinished: '結果が出る前にテキストが終わっています',
};

export function title(a: JoinOutputArgs): string {
  if (a.result === 'joined') return 'kubeadm join: 成功';
  if (a.result === 'unfinished') return 'kubeadm join: テキストに結果がありません';
  return `kubeadm join: ${a.phase ? `${a.phase}` : ''}${a.step === 'discovery' ? 'のディスカバリー' : ''}で失敗`.replace(
    ': で失敗',
    ': 失敗',
  );
}

export function rows(a: JoinOutputArgs): readonly StoryRow[] {
  const row = (label: string, text: string): StoryRow => ({ label, text });
  const decided = a.text !== '' && a.result !== 'joined';
  return [
    row('コマンド', command(a)),
    row('ディスカバリーの方法', discovery(a)),
    row('現れたフェーズ', a.phases || 'なし'),
    row('結果', `${a.result === 'failed' && a.phase ? `\`${a.phase}\`フェーズで` : ''}${results[a.result]}`),
    ...(decided ? [row('決め手の行', `\`${a.text}\``), row('段階', steps[a.step]), row('原因', causes[a.cause])] : []),
    ...(a.untold > 0 ? [row('ここにないもの', `ほかに${a.untold}個の出力があります`)] : []),
  ];
}
