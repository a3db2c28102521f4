// The story of a `kubeadm join` output in Japanese.

import type { Certainty, JoinStep } from '../kubernetes/join-causes.ts';
import { causeRemedies } from '../kubernetes/join-cause-remedies.ts';
import { causeWords, stepWords } from '../kubernetes/join-cause-words.ts';
import type { JoinOutputArgs } from './join-output.ts';
import type { StoryRow, StoryStep } from './story.ts';

const steps = stepWords.ja;

const causes = causeWords.ja;

const fixes = causeRemedies.ja;

const certainty: Readonly<Record<Certainty, string>> = {
  certain: '確実。kubeadm自身の文面に書かれています',
  likely: 'ほぼ確実。この文面に合い、ほかの原因はまれです',
  open: '未確定。複数の原因が同じ文面になります',
};

const states: Readonly<Record<StoryStep['state'], string>> = {
  passed: '通過',
  implied: '表示はないものの、先へ進んでいます',
  failed: 'ここで停止',
  open: 'テキストはここまで',
};

export function stepLabel({ step }: StoryStep): string {
  return steps[step as JoinStep];
}

export function stepState({ state, retries }: StoryStep): string {
  return retries > 0 ? `${states[state]}。再試行の表示は${retries}回` : states[state];
}

function command(a: JoinOutputArgs): string {
  if (!a.hasCommand) return 'テキストにありません';
  return `${a.endpoint ? `\`${a.endpoint}\`への` : ''}\`kubeadm join\`${a.controlPlane ? '(コントロールプレーンノードとして)' : ''}`;
}

function discovery(a: JoinOutputArgs): string {
  if (!a.hasCommand) return 'テキストにありません';
  if (a.discoveryFile) return `ディスカバリーファイル\`${a.discoveryFile}\``;
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
  const what = `kubeadm ${a.program}`;
  if (a.result === 'joined') return `${what}: 成功`;
  if (a.result === 'unfinished') return `${what}: テキストに結果がありません`;
  const where = `${a.phase}${a.step === 'discovery' ? 'のディスカバリー' : ''}`;
  return `${what}: ${where === '' ? '失敗' : `${where}で失敗`}`;
}

export function rows(a: JoinOutputArgs): readonly StoryRow[] {
  const row = (label: string, text: string): StoryRow => ({ label, text });
  const decided = a.text !== '' && a.result !== 'joined';
  const fix = a.program === 'join' ? fixes[a.cause] : undefined;
  return [
    row('コマンド', command(a)),
    row('ディスカバリーの方法', discovery(a)),
    row('結果', `${a.result === 'failed' && a.phase ? `\`${a.phase}\`フェーズで` : ''}${results[a.result]}`),
    ...(decided
      ? [
          row('決め手の行', `\`${a.text}\``),
          row('段階', steps[a.step]),
          row('原因', causes[a.cause]),
          row('確実さ', certainty[a.sure]),
          row('確かめるコマンド', `\`${a.confirm}\``),
          ...(fix ? [row('対処', fix)] : a.program === 'join' ? [row('対処', `${a.code}を参照`)] : []),
        ]
      : []),
    ...(a.untold > 0 ? [row('ここにないもの', `ほかに${a.untold}個の出力があります`)] : []),
  ];
}
