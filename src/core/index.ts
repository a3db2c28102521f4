// The public door of the core: every name written out.

export {
  buildFiles,
  type Built,
  type BuiltCommand,
  type BuiltFile,
  type BuiltFileName,
} from './builder/build-files.ts';
export {
  anonymousChoices,
  auditChoices,
  joinMethods,
  oldestBuilt,
  pathsSince,
  type Wishes,
  type WishProblem,
} from './builder/wishes.ts';
export { inspect } from './inspect.ts';
export { explain, tell, type ToldStory } from './explain.ts';
export { findingPage, type Explanation } from './explain-kind.ts';
export { explainJoin, type ExplainedFlag, type JoinExplanation } from './explain-join.ts';
export { commandHead, explanationWords } from './kubernetes/join-explanation-words.ts';
export { tellFlag } from './kubernetes/join-flag-words.ts';
export { tellTrap } from './kubernetes/join-trap-words.ts';
export type { Trap } from './kubernetes/join-traps.ts';
export { migrate } from './migrate.ts';
export type { Migration } from './kubernetes/kubeadm-migrate/migration.ts';
export { tellMigration, type MigrationTexts } from './kubernetes/kubeadm-migrate/words.ts';
export { findingKinds } from './findings/index.ts';
export type { Example, FindingKind, FindingText, Fix, Reference } from './findings/finding.ts';
export { formats } from './formats/index.ts';
export type { FormatName } from './formats/format.ts';
export { locales, type Locale, type Localised } from './locale.ts';
export type { AuditSummary, EventGroup, Sequence, SequenceName } from './logs/summary.ts';
export { formatVersions, newestMinor, oldestMinor, parseVersion } from './kubernetes/version.ts';
export { consumers } from './report.ts';
export type {
  ApiServerFlag,
  ApiServerReport,
  Args,
  Consumer,
  Edit,
  Finding,
  InspectOptions,
  KubeadmCommand,
  KubeadmVerdict,
  Outcome,
  RecognisedObject,
  Report,
  ReportVersion,
  Severity,
  Verdict,
} from './report.ts';
export { smallestAllowList, type AllowList } from './simulator/allow-list.ts';
export {
  blastRadius,
  consumerKinds,
  type AnonymousConsumer,
  type BlastRadius,
  type ConsumerKind,
  type RequestTally,
} from './simulator/blast-radius.ts';
export { consumerTexts, type ConsumerText } from './simulator/consumer-texts.ts';
export {
  counterfactual,
  counterfactualChanges,
  type Counterfactual,
  type CounterfactualChange,
  type CounterfactualOptions,
  type FieldDifference,
} from './simulator/counterfactual.ts';
export type { LeftOut, PastedLabServer } from './simulator/lab/server-from-facts.ts';
export { auditEventsIn, labServerFrom, requestTalliesIn } from './what-if.ts';
export { writeAuthenticationFile } from './simulator/lab/authentication-file.ts';
export { labClientIds, labClients, type LabClient, type LabClientId } from './simulator/lab/clients.ts';
export { labCredentials } from './simulator/lab/lab.ts';
export type {
  AuditEventJson,
  Basis,
  Exchange,
  GateStep,
  LabAuditPolicy,
  LabAuthenticationConfiguration,
  LabCredentials,
  LabRequest,
  LabResponse,
  LabRun,
  LabServer,
  LabSource,
  LabTurn,
  LabUser,
  ServerStart,
  TerminalLine,
} from './simulator/lab/lab.ts';
export { defaultLabServer } from './simulator/lab/lab-servers.ts';
export {
  removableBindings,
  type AddedBinding,
  type LabBinding,
  type LabSubject,
  type RemovableBinding,
} from './simulator/lab/role-bindings.ts';
export { labTokens, type JoinOptions, type LabToken } from './simulator/lab/join-setups.ts';
export { runClient } from './simulator/lab/run-client.ts';
export { sendRequest } from './simulator/lab/send-request.ts';
export { newestFileVersion, serverSettings, type ServerSetting } from './simulator/lab/server-settings.ts';
export { startServer } from './simulator/lab/start-server.ts';
export { oldestLabMinor, versionMatrix, type MatrixCell } from './simulator/lab/version-matrix.ts';
export { policyRequests, type TrialRequest } from './simulator/policy-requests.ts';
export type { AuditRequest, AuditStage, RuleField } from './kubernetes/audit-policy.ts';
export {
  isLongRunning,
  type BodyAnswer,
  type RequestTrial,
  type RuleAnswer,
  type RuleRemarks,
} from './simulator/policy-trial.ts';
export {
  explainPolicyFinding,
  policyFindingCodes,
  tryPolicy,
  type PolicyTrial,
  type TriedPolicy,
} from './try-policy.ts';
export { redact, type Redacted, type RedactedKind, type Redaction, type RedactOptions } from './redact/redact.ts';
export type { NameKind } from './redact/names.ts';
export { previewEdits, type ChangedLines } from './source/preview-edits.ts';
export type { Position, Range } from './source/range.ts';
export type { Story, StoryKind, StoryRow, StoryStep, ToldStep } from './stories/story.ts';
