// The words of the builder in both languages.

import type { BuiltCommand, BuiltFile, BuiltFileName, Localised, Wishes, WishProblem } from '../core/index.ts';

export interface BuildWords {
  readonly title: string;
  readonly description: string;
  readonly lead: string;
  readonly withoutScript: string;
  readonly wishes: string;
  readonly version: string;
  readonly address: string;
  readonly addressHint: string;
  readonly join: string;
  readonly joins: Readonly<Record<Wishes['nodesJoinBy'], string>>;
  readonly anonymous: string;
  readonly anonymousChoices: Readonly<Record<Wishes['anonymous'], string>>;
  readonly audit: string;
  readonly auditChoices: Readonly<Record<Wishes['audit'], string>>;
  readonly problems: Readonly<Record<WishProblem, string>>;
  readonly summary: (files: number, version: string) => string;
  readonly files: string;
  readonly about: Readonly<Record<BuiltFileName, string>>;
  readonly where: (path: string, host: BuiltFile['host']) => string;
  readonly commands: string;
  readonly purposes: Readonly<Record<BuiltCommand['purpose'], string>>;
  readonly wished: string;
  readonly copy: string;
  readonly copyWhat: (what: string) => string;
  readonly copied: (what: string) => string;
  readonly copyByHand: string;
  readonly loading: string;
  readonly loadFailed: string;
}

const en: BuildWords = {
  title: 'Build the files',
  description:
    'Choose the Kubernetes version, how nodes join, who may come without credentials and what is recorded; get complete kubeadm files that the bench finds clean.',
  lead: 'Say what you want of a new cluster, and get the whole set: kubeadm’s file, the files that kube-apiserver reads, their mounts, and the commands. Each set is held against the bench. What happens to joins and probes was run by us with 1.20.2 and 1.28.4, the patch of the probes with 1.20.2; limits to paths, which begin with 1.31, were read in source and not run.',
  withoutScript:
    'Without JavaScript this page shows one set: the newest version, joins by token, anonymous access for four paths only.',
  wishes: 'What you want',
  version: 'Kubernetes version',
  address: 'Address of the API server',
  addressHint: 'May stay empty: kubeadm then takes the host’s own.',
  join: 'Nodes join',
  joins: {
    token: 'with a token, as `kubeadm token create --print-join-command` prints it',
    'discovery-file': 'with a discovery file that carries credentials',
  },
  anonymous: 'Requests without credentials',
  anonymousChoices: {
    paths: 'only for the paths that are needed (1.31 and newer)',
    on: 'let through to RBAC (kubeadm’s default)',
    off: 'refused, all of them',
  },
  audit: 'The audit log records',
  auditChoices: {
    'anonymous-and-refused': 'requests without credentials, answered or refused',
    metadata: 'every request, without bodies',
    none: 'nothing',
  },
  problems: {
    'version-not-covered': 'Files are written for the versions on the list only.',
    'token-needs-anonymous':
      'These two do not go together: a node that joins with a token reads cluster-info without credentials, and with anonymous requests refused it gets 401 for as long as it tries. Let nodes join with a discovery file, or let requests without credentials through, at least for the paths that are needed.',
    'paths-too-new':
      'Before 1.31 kube-apiserver cannot limit anonymous requests to paths: it lets all of them through to RBAC, or none. Choose one of these, or a newer version.',
    'address-unreadable':
      'The address is neither an IPv4 nor an IPv6 address. Leave it empty or write one like 10.146.0.4.',
  },
  summary: (files, version) => `${files} ${files === 1 ? 'file' : 'files'} for Kubernetes ${version}.`,
  files: 'The files',
  about: {
    'kubeadm.yaml': 'What `kubeadm init` reads. Files and folders that it names have to be there first.',
    'authentication-config.yaml':
      'Lets requests without credentials through for these paths only; everything else gets 401. kubeadm does not copy it, and a change takes effect only after a restart of kube-apiserver.',
    'audit-policy.yaml':
      'What the audit log records. A refused request (401) has no user, so only a rule without users and groups records it: that is the last one.',
    'kube-apiserver0+strategic.yaml':
      'Lets the three probes ask for a connection only, since the health paths answer 401. Run by us with 1.20.2, with the host’s address. The probes then no longer know whether the server is healthy.',
    'discovery.conf':
      'A form of the file: its certificate, address and token are filled in by the commands below. It is a secret for as long as its token lives (24 hours by default).',
  },
  where: (path, host) => {
    const hosts = {
      'first control plane': 'the first control-plane host',
      'every control plane': 'every control-plane host',
      'every new node': 'every new node',
    };
    return `Goes to \`${path}\` on ${hosts[host]}.`;
  },
  commands: 'The commands',
  purposes: {
    init: 'On the first control-plane host:',
    'join command': 'There, for the command that each new node runs:',
    'discovery file': 'There, as root with `KUBECONFIG=/etc/kubernetes/admin.conf`, for the discovery file:',
    join: 'On each new node, once the file is there:',
  },
  wished: 'The bench goes on naming these: they are what you chose, told as consequences.',
  copy: 'Copy',
  copyWhat: (what) => `Copy: ${what}`,
  copied: (what) => `${what} is on your clipboard.`,
  copyByHand: 'The browser does not allow copying; the text is selected.',
  loading: 'Writing the files …',
  loadFailed:
    'The part of this site that writes the files (assets/engine.….js) could not be loaded: what stands here does not follow the form. Touch the form to try again.',
};

const ja: BuildWords = {
  title: '設定を作る',
  description:
    'Kubernetesのバージョン、ノードの参加方法、認証情報のないリクエストの扱い、監査ログの内容を選ぶと、問題の検出されないkubeadmの設定一式ができます。',
  lead: '新しいクラスターへの希望を選ぶと、kubeadmの設定、kube-apiserverが読むファイル、そのマウント、コマンドまで一式を出力します。どの組み合わせも、このサイトの検査にかけてあります。参加とプローブの挙動は1.20.2と1.28.4で、プローブのパッチは1.20.2で実行して確かめました。1.31からのパスの制限は、ソースで確認したもので、実行はしていません。',
  withoutScript:
    'JavaScriptが無効な場合は、1つの例（最新バージョン、トークンでの参加、匿名アクセスは4つのパスのみ）だけを表示します。',
  wishes: '希望',
  version: 'Kubernetesのバージョン',
  address: 'APIサーバーのアドレス',
  addressHint: '空欄でもかまいません。その場合はkubeadmがホストのアドレスを使います。',
  join: 'ノードの参加方法',
  joins: {
    token: 'トークン（`kubeadm token create --print-join-command`で表示されるコマンド）',
    'discovery-file': '認証情報入りのディスカバリーファイル',
  },
  anonymous: '認証情報のないリクエスト',
  anonymousChoices: {
    paths: '必要なパスだけ許す（1.31以降）',
    on: 'RBACまで通す（kubeadmの既定）',
    off: 'すべて拒否する',
  },
  audit: '監査ログに記録するもの',
  auditChoices: {
    'anonymous-and-refused': '認証情報のないリクエスト（許可も拒否も）',
    metadata: 'すべてのリクエスト（本文なし）',
    none: 'なし',
  },
  problems: {
    'version-not-covered': '一覧にあるバージョンの設定だけを作れます。',
    'token-needs-anonymous':
      'この2つは両立しません。トークンで参加するノードは、認証情報なしでcluster-infoを読みます。匿名リクエストを拒否すると、再試行の間ずっと401になります。ディスカバリーファイルで参加させるか、少なくとも必要なパスだけは認証情報のないリクエストを許してください。',
    'paths-too-new':
      '1.31より前のkube-apiserverは、匿名リクエストをパスで制限できません。すべてRBACまで通すか、すべて拒否するかです。どちらかを選ぶか、新しいバージョンを選んでください。',
    'address-unreadable':
      'IPv4アドレスでもIPv6アドレスでもありません。空欄にするか、10.146.0.4のように書いてください。',
  },
  summary: (files, version) => `Kubernetes ${version}用のファイル${files}個です。`,
  files: 'ファイル',
  about: {
    'kubeadm.yaml':
      '`kubeadm init`が読むファイルです。ここに書かれたファイルやフォルダーは、先に置いておく必要があります。',
    'authentication-config.yaml':
      '認証情報のないリクエストを、これらのパスだけ許します。ほかは401になります。kubeadmはコピーしません。変更はkube-apiserverを再起動するまで反映されません。',
    'audit-policy.yaml':
      '監査ログに記録するものを決めます。拒否されたリクエスト（401）にはユーザーがないため、ユーザーもグループも指定しないルール、つまり最後のルールだけが記録します。',
    'kube-apiserver0+strategic.yaml':
      'ヘルスチェックのパスが401を返すため、3つのプローブを接続の確認だけに変えます。1.20.2で、ホストのアドレスを指定して実行し確かめました。サーバーが健全かどうかは、プローブではわからなくなります。',
    'discovery.conf':
      'ファイルのひな形です。証明書、アドレス、トークンは下のコマンドで埋められます。トークンが有効な間（既定で24時間）は秘密情報です。',
  },
  where: (path, host) => {
    const hosts = {
      'first control plane': '最初のコントロールプレーンホスト',
      'every control plane': 'すべてのコントロールプレーンホスト',
      'every new node': '新しい各ノード',
    };
    return `置き場所は${hosts[host]}の\`${path}\`です。`;
  },
  commands: 'コマンド',
  purposes: {
    init: '最初のコントロールプレーンホストで実行します。',
    'join command': '同じホストで実行すると、新しい各ノードで実行するコマンドが表示されます。',
    'discovery file':
      '同じホストで、rootとして`KUBECONFIG=/etc/kubernetes/admin.conf`を指定して実行すると、ディスカバリーファイルができます。',
    join: 'ファイルを置いたあと、新しい各ノードで実行します。',
  },
  wished: '次の検出事項は引き続き表示されます。選んだ内容の結果として説明するものです。',
  copy: 'コピー',
  copyWhat: (what) => `コピー: ${what}`,
  copied: (what) => `${what}をクリップボードにコピーしました。`,
  copyByHand: 'ブラウザーがコピーを許可していないため、テキストを選択しました。',
  loading: '作成中…',
  loadFailed:
    'ファイルを作るスクリプト（assets/engine.….js）を読み込めませんでした。ここにある内容はフォームの選択に従っていません。フォームに触れると再試行します。',
};

export const buildWords: Localised<BuildWords> = { en, ja };
