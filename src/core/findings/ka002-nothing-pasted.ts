// Fires where the text is empty or only blank: there is nothing to say, and that is said.

import { defineFinding } from './finding.ts';
import { readingHits } from './reading-hits.ts';

export const ka002 = defineFinding({
  code: 'KA002',
  slug: 'nothing-pasted',
  severity: 'note',
  check: (facts) => readingHits(facts, 'empty'),
  text: {
    en: {
      title: 'There is no text',
      message: () => 'The text is empty, or holds only blanks and line ends; nothing was read.',
      why: 'A copy from a terminal or a viewer can come out empty, for example when the selection was lost before the copy.',
      fix: [{ do: 'Copy again and paste once more.', cost: 'None.' }],
    },
    ja: {
      title: 'テキストがありません',
      message: () => 'テキストが空か、空白と改行だけのため、何も読み取っていません。',
      why: '端末やビューアーからのコピーは、選択が外れていると空になることがあります。',
      fix: [{ do: 'もう一度コピーして、貼り付けてください。', cost: 'ありません。' }],
    },
  },
  fires: [{ name: 'nothing but a line end', text: '«\n»' }],
  silent: [{ name: 'a kubeadm file', text: 'apiVersion: kubeadm.k8s.io/v1beta4\nkind: ClusterConfiguration\n' }],
  see: [{ source: 'src/core/formats/unwrap.ts', confidence: 'source' }],
});
