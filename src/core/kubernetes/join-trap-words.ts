// Each trap of a `kubeadm join` command in a sentence: what is so, and what follows.

import type { Locale, Localised } from '../locale.ts';
import type { Trap, TrapName } from './join-traps.ts';

type Say = (about: string, better: string) => string;

export const trapWords: Localised<Readonly<Record<TrapName, Say>>> = {
  en: {
    dash: (about) =>
      `the dashes of \`${about}\` are not two plain ones, so kubeadm takes the word for an argument or for other flags`,
    quotes: (about) =>
      `the quotes at \`${about}\` are those of a word processor; the shell passes them on as part of the value`,
    'blank-after-backslash': () => 'a blank stands behind the backslash, so the command ends there',
    'missing-backslash': () => 'a line ends without a backslash though the command goes on, so the command ends there',
    'wrapped-hash': (about) => `the value of \`${about}\` is broken by a line end, so kubeadm gets half of the hash`,
    placeholder: (about) => `${about ? `\`${about}\`` : 'the address'} still holds a placeholder`,
    variable: (about) =>
      `${about ? `\`${about}\`` : 'the address'} holds a variable, which is only as good as the shell that fills it in`,
    'cut-off': () => 'the last line ends with a backslash, so the rest of the command was not copied',
    'switch-value': (about) =>
      `\`${about}\` takes a value only with \`=\`; the word behind it becomes another argument`,
    'second-argument': (about) => `\`${about}\` is one argument too many: kubeadm accepts at most 1`,
    'double-port': (about) => `\`${about}\` has two ports (\`too many colons in address\`)`,
    scheme: (about) => `\`${about}\` has a scheme; kubeadm wants \`host:port\` (\`too many colons in address\`)`,
    'no-port': (about) => `\`${about}\` is not \`host:port\``,
    'no-endpoint': () => 'the address of the API server is missing (\`bootstrapToken or file must be set\`)',
    'two-discoveries': () =>
      'an address and `--discovery-file` are given at once (\`bootstrapToken and file cannot both be set\`)',
    'no-hash': () => 'there is a token but no CA hash, which kubeadm refuses unless it is told to skip the check',
    'token-shape': (about) =>
      `the value of \`${about}\` does not have the shape of a token (\`the bootstrap token is invalid\`)`,
    'hash-shape': (about) => `the value of \`${about}\` is not \`sha256:\` with 64 hex digits`,
    'key-shape': (about) => `the value of \`${about}\` is not 64 hex digits, the key cannot be right`,
    renamed: (about, better) => `this version calls \`${about}\` \`${better}\``,
    'unknown-flag': (about, better) =>
      `\`${about}\` is not a flag of \`kubeadm join\` in this version${better ? `; \`${better}\` may be meant` : ''}`,
    'no-value': (about) => `\`${about}\` lacks its value (\`flag needs an argument\`)`,
    'beside-config': (about) =>
      `\`${about}\` cannot stand beside \`--config\` (\`can not mix '--config' with arguments\`)`,
  },
  ja: {
    dash: (about) => `\`${about}\`のダッシュが半角2つではないため、kubeadmは引数か別のフラグと解釈します`,
    quotes: (about) => `\`${about}\`の引用符がワープロの文字で、シェルは値の一部として渡します`,
    'blank-after-backslash': () => 'バックスラッシュの後に空白があるため、コマンドがそこで終わります',
    'missing-backslash': () => 'コマンドの途中の行末にバックスラッシュがないため、そこで終わります',
    'wrapped-hash': (about) => `\`${about}\`の値が途中で改行されており、ハッシュの半分しか渡りません`,
    placeholder: (about) => `${about ? `\`${about}\`` : 'アドレス'}が仮の文字列のままです`,
    variable: (about) => `${about ? `\`${about}\`` : 'アドレス'}に変数があります。値は実行するシェル次第です`,
    'cut-off': () => '最後の行がバックスラッシュで終わっていて、続きがコピーされていません',
    'switch-value': (about) => `\`${about}\`に値を付けるには\`=\`が必要です。空白で区切ると別の引数になります`,
    'second-argument': (about) => `\`${about}\`が余分な引数です。kubeadmが受け付ける引数は1つまでです`,
    'double-port': (about) => `\`${about}\`にポートが2つあります(\`too many colons in address\`)`,
    scheme: (about) =>
      `\`${about}\`にスキームが付いています。kubeadmが求めるのは\`host:port\`です(\`too many colons in address\`)`,
    'no-port': (about) => `\`${about}\`が\`host:port\`の形ではありません`,
    'no-endpoint': () => 'APIサーバーのアドレスがありません(\`bootstrapToken or file must be set\`)',
    'two-discoveries': () =>
      'アドレスと`--discovery-file`の両方があります(\`bootstrapToken and file cannot both be set\`)',
    'no-hash': () => 'トークンがあるのにCAハッシュがありません。検証の省略を指定しない限り、kubeadmは拒否します',
    'token-shape': (about) => `\`${about}\`の値がトークンの形をしていません(\`the bootstrap token is invalid\`)`,
    'hash-shape': (about) => `\`${about}\`の値が、\`sha256:\`と16進数64桁ではありません`,
    'key-shape': (about) => `\`${about}\`の値が16進数64桁ではなく、正しいキーではありません`,
    renamed: (about, better) => `このバージョンでは\`${about}\`ではなく\`${better}\`です`,
    'unknown-flag': (about, better) =>
      `\`${about}\`は、このバージョンの\`kubeadm join\`のフラグではありません${better ? `(\`${better}\`の誤りかもしれません)` : ''}`,
    'no-value': (about) => `\`${about}\`に値がありません(\`flag needs an argument\`)`,
    'beside-config': (about) => `\`${about}\`は\`--config\`と併用できません(\`can not mix '--config' with arguments\`)`,
  },
};

export function tellTrap({ trap, about, better = '' }: Trap, locale: Locale): string {
  return trapWords[locale][trap](about, better);
}
