// The smallest list of paths that keeps the wanted anonymous consumers, as a file for one version.

import { clusterInfoPath } from '../kubernetes/cluster-info.ts';
import { kubeadmProbes } from '../kubernetes/api-server/kubeadm-probes.ts';
import type { Minor } from '../kubernetes/version.ts';
import type { Localised } from '../locale.ts';
import type { AnonymousConsumer } from './blast-radius.ts';
import { writeAuthenticationFile } from './lab/authentication-file.ts';
import { newestFileVersion } from './lab/server-settings.ts';

export type AllowList =
  | {
      readonly exists: true;
      readonly paths: readonly string[];
      /** An AuthenticationConfiguration; with no path wanted it turns anonymous requests off. */
      readonly file: string;
      readonly notes: readonly Localised[];
    }
  | { readonly exists: false; readonly because: Localised };

/** The consumers that are to be kept, as `blastRadius` found them; only what was allowed counts. */
export function smallestAllowList(consumers: readonly Pick<AnonymousConsumer, 'paths'>[], minor: Minor): AllowList {
  const apiVersion = newestFileVersion(minor);
  if (apiVersion === undefined || minor < 31) return { exists: false, because: tooOld };
  const wanted = [...new Set(consumers.flatMap((consumer) => consumer.paths.map(({ path }) => path)))].sort();
  // The groups of a long log have `{name}` for the names of objects.
  const paths = wanted.filter((path) => !path.includes('{'));
  // An empty list would let strangers in everywhere.
  const anonymous = paths.length > 0 ? { enabled: true, paths } : { enabled: false };
  const probes = kubeadmProbes(minor, 240).map(({ path }) => path);
  const missing = [...new Set(probes)].filter((path) => !paths.includes(path));
  const notes = [
    ...(minor === 31 ? [gateNote] : []),
    flagNote,
    fileNote,
    ...(missing.length > 0 ? [probeNote(missing)] : []),
    ...(paths.includes(clusterInfoPath) ? [] : [joinNote]),
    ...(paths.length > 0 ? [bindingNote] : []),
    ...(paths.length < wanted.length ? [namesNote] : []),
  ];
  return { exists: true, paths, file: writeAuthenticationFile({ apiVersion, anonymous }), notes };
}

const tooOld: Localised = {
  en: 'Lists of paths exist from 1.31 on. Before that anonymous requests are on or off as a whole.',
  ja: 'パスの一覧を指定できるのは1.31以降です。それより前は、匿名リクエスト全体を有効にするか無効にするかしか選べません。',
};

const gateNote: Localised = {
  en: 'In 1.31 the API server needs `--feature-gates=AnonymousAuthConfigurableEndpoints=true` as well.',
  ja: '1.31ではAPIサーバーに`--feature-gates=AnonymousAuthConfigurableEndpoints=true`も必要です。',
};

const flagNote: Localised = {
  en: 'No `--anonymous-auth` may be written beside the file: the server would not start, whichever value it has.',
  ja: 'このファイルと`--anonymous-auth`は併用できません。値にかかわらずサーバーが起動しなくなります。',
};

const fileNote: Localised = {
  en: 'The file must lie on every control plane host, and a change of this section takes effect only after a restart.',
  ja: 'ファイルはすべてのコントロールプレーンのホストに置きます。このセクションの変更は再起動するまで反映されません。',
};

const joinNote: Localised = {
  en: 'cluster-info is not on the list, so no node can join with a token.',
  ja: 'cluster-infoが一覧にないため、トークンを使ったノードの追加はできません。',
};

const bindingNote: Localised = {
  en: 'The list only gives strangers a name; the RBAC bindings that allow these paths must stay.',
  ja: 'この一覧は匿名のリクエストに名前を付けるだけです。これらのパスを許可するRBACのバインディングは残しておく必要があります。',
};

const namesNote: Localised = {
  en: 'Paths with `{name}` stand for many objects and are left out: a list knows no patterns, so each of them has to be written by hand.',
  ja: '`{name}`を含むパスは多くのオブジェクトをまとめたもので、一覧には入れていません。一覧ではパターンを使えないため、必要なパスを1つずつ書いてください。',
};

function probeNote(missing: readonly string[]): Localised {
  const paths = missing.map((path) => `\`${path}\``);
  return {
    en: `kubeadm’s own probes ask for ${paths.join(' and ')}, which the list lacks: add them, or change the probes.`,
    ja: `kubeadmのプローブが使う${paths.join('と')}が一覧にありません。追加するか、プローブを変更してください。`,
  };
}
