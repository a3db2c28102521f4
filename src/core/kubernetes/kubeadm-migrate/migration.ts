// What a migration gives: the new file and what it cost, or why kubeadm would not write one. Plain data without prose.

export type Loss =
  /** Comments; `line` is the first one's. */
  | { readonly what: 'comments'; readonly count: number; readonly line: number }
  /** Anchors and aliases: their values are written out. */
  | { readonly what: 'anchors'; readonly line: number }
  /** A field that the next version does not have. */
  | { readonly what: 'field'; readonly field: string; readonly line: number }
  /** A field that no version has: v1beta2's kubeadm warns and drops it. */
  | { readonly what: 'unknown-field'; readonly field: string; readonly line: number }
  /** A document that is not written again: of kubeadm's or beside them, or one that kubeadm does not know. */
  | {
      readonly what: 'document' | 'foreign-document';
      readonly kind: string;
      readonly apiVersion: string;
      readonly line: number;
    };

export type MigrationNote =
  | { readonly note: 'two-steps' }
  /** kubeadm refuses files for so old a Kubernetes; `text` is its own. */
  | { readonly note: 'version-too-old'; readonly minor: number; readonly text: string }
  | { readonly note: 'moved'; readonly from: string; readonly to: string }
  /** A document that the file did not have. */
  | { readonly note: 'added'; readonly kind: string }
  /** Fields that kubeadm fills in from the machine, the network or at random; left out here. */
  | { readonly note: 'left-out'; readonly kind: string; readonly fields: readonly string[] }
  /** 1.35 and 1.36 write etcd.external.httpEndpoints as well. */
  | { readonly note: 'http-endpoints' }
  | { readonly note: 'not-run' };

export type Refusal =
  | { readonly why: 'unknown-field' | 'type' | 'duplicate-key'; readonly field: string; readonly line: number }
  | { readonly why: 'duplicate-kind' | 'old-version'; readonly kind: string; readonly line: number }
  | { readonly why: 'syntax'; readonly line: number }
  /** What kubeadm itself prints. */
  | { readonly why: 'kubeadm'; readonly minor: number; readonly text: string };

export type Migration =
  | {
      readonly refused: false;
      /** The new file. */
      readonly text: string;
      readonly lost: readonly Loss[];
      readonly notes: readonly MigrationNote[];
    }
  | { readonly refused: true; readonly reasons: readonly Refusal[] };
