// Cases of the lab that are worth seeing, offered above the form.

import type { Localised } from '../core/index.ts';
import { firstState, type LabChoices, type LabState } from './lab-address.ts';

interface LabCase {
  readonly label: Localised;
  readonly state: LabState;
}

const clusterInfo = '/api/v1/namespaces/kube-public/configmaps/cluster-info';

function off(changes: Partial<LabChoices>): LabState {
  return { choices: { ...firstState.choices, ...changes }, step: 0 };
}
function on(changes: Partial<LabChoices>): LabState {
  return off({ 'anonymous-auth': 'unset', ...changes });
}

export const labCases: readonly LabCase[] = [
  {
    label: { en: 'The join that says Unauthorized', ja: 'Unauthorizedで止まるjoin' },
    state: off({}),
  },
  {
    label: { en: 'The same join, as kubeadm sets it up', ja: '既定の設定での同じjoin' },
    state: on({}),
  },
  {
    label: { en: 'The probe that restarts the API server', ja: 'APIサーバーを再起動させるプローブ' },
    state: off({ client: 'startup-probe' }),
  },
  {
    label: { en: 'The RoleBinding is gone: 403', ja: 'RoleBindingを消すと403' },
    state: on({ without: 'kubeadm:bootstrap-signer-clusterinfo' }),
  },
  {
    label: { en: 'A file with credentials gets by', ja: '認証情報入りのファイルなら通る' },
    state: off({ client: 'kubeadm-join-file-credentials' }),
  },
  {
    label: { en: 'Only four paths, 1.34', ja: '4つのパスだけ（1.34）' },
    state: on({
      kubernetes: '1.34',
      file: 'paths',
      'file-version': 'v1',
      paths: ['/livez', '/readyz', '/healthz', clusterInfo].join('\n'),
    }),
  },
  {
    label: { en: 'Flag and file together: no start', ja: 'フラグとファイルの併用：起動しない' },
    state: {
      choices: off({ kubernetes: '1.34', file: 'paths', 'file-version': 'v1', paths: '/livez' }).choices,
    },
  },
];
