// The fields of every kubeadm kind, v1beta1 to the experimental v1, as Go declares them.
// Upstream: cmd/kubeadm/app/apis/kubeadm/v1beta{1,2,3,4}/types.go, apis/bootstraptoken/v1/types.go, k8s.io/api/core/v1.

/**
 * A line without indentation starts a struct: `Name` or `v1.Name` for a package other than the kind's own.
 * A field is `jsonName type [GoName] [versions]`; the Go name is given where it is not the JSON name with a capital.
 * Versions: `2-` from v1beta2, `-3` to v1beta3, `2-3` both; v1 counts as 5; `1.35+` from that kubeadm on.
 * `+Name` embeds a struct. `string:Name` is a Go type of kind string. `raw` is not looked into.
 */
export const schemaTable = `
TypeMeta
  kind string
  apiVersion string APIVersion
ClusterConfiguration
  +TypeMeta
  etcd Etcd
  networking Networking
  kubernetesVersion string
  controlPlaneEndpoint string
  apiServer APIServer APIServer
  controllerManager ControlPlaneComponent
  scheduler ControlPlaneComponent
  dns DNS DNS
  proxy Proxy 4-
  certificatesDir string
  imageRepository string
  useHyperKubeImage bool -2
  featureGates map[string]bool
  clusterName string
  encryptionAlgorithm string:EncryptionAlgorithmType 4-
  certificateValidityPeriod *Duration 4-
  caCertificateValidityPeriod *Duration CACertificateValidityPeriod 4-
InitConfiguration
  +TypeMeta
  bootstrapTokens []BootstrapToken -2
  bootstrapTokens []v1.BootstrapToken 3-
  dryRun bool 4-
  nodeRegistration NodeRegistrationOptions
  localAPIEndpoint APIEndpoint LocalAPIEndpoint
  certificateKey string 2-
  skipPhases []string 3-
  patches *Patches 3-
  timeouts *Timeouts 4-
JoinConfiguration
  +TypeMeta
  dryRun bool 4-
  nodeRegistration NodeRegistrationOptions
  caCertPath string CACertPath
  discovery Discovery
  controlPlane *JoinControlPlane
  skipPhases []string 3-
  patches *Patches 3-
  timeouts *Timeouts 4-
ClusterStatus
  +TypeMeta
  apiEndpoints map[string]APIEndpoint APIEndpoints
ResetConfiguration
  +TypeMeta
  cleanupTmpDir bool
  certificatesDir string
  criSocket string CRISocket
  dryRun bool
  force bool
  ignorePreflightErrors []string
  skipPhases []string
  unmountFlags []string
  timeouts *Timeouts
UpgradeConfiguration
  +TypeMeta
  apply UpgradeApplyConfiguration
  diff UpgradeDiffConfiguration
  node UpgradeNodeConfiguration
  plan UpgradePlanConfiguration
  timeouts *Timeouts
ControlPlaneComponent
  extraArgs map[string]string -3
  extraArgs []Arg 4-
  extraVolumes []HostPathMount
  extraEnvs []EnvVar 4-
APIServer
  +ControlPlaneComponent
  certSANs []string CertSANs
  timeoutForControlPlane *Duration -3
DNS
  type string:DNSAddOnType -2
  +ImageMeta
  disabled bool 4-
Proxy
  disabled bool
ImageMeta
  imageRepository string
  imageTag string
APIEndpoint
  advertiseAddress string
  bindPort int32
NodeRegistrationOptions
  name string
  criSocket string CRISocket
  taints []v1.Taint
  kubeletExtraArgs map[string]string -3
  kubeletExtraArgs []Arg 4-
  ignorePreflightErrors []string 2-
  imagePullPolicy string:v1.PullPolicy 3-
  imagePullSerial *bool 4-
v1.Taint
  key string
  value string
  effect string:v1.TaintEffect
  timeAdded *Time
Networking
  serviceSubnet string
  podSubnet string
  dnsDomain string DNSDomain
BootstrapToken
  token *BootstrapTokenString
  description string
  ttl *Duration TTL
  expires *Time
  usages []string
  groups []string
v1.BootstrapToken
  token *BootstrapTokenString
  description string
  ttl *Duration TTL
  expires *Time
  usages []string
  groups []string
Etcd
  local *LocalEtcd
  external *ExternalEtcd
LocalEtcd
  +ImageMeta
  dataDir string
  extraArgs map[string]string -3
  extraArgs []Arg 4-
  extraEnvs []EnvVar 4-
  serverCertSANs []string ServerCertSANs
  peerCertSANs []string PeerCertSANs
ExternalEtcd
  endpoints []string
  caFile string CAFile
  certFile string
  keyFile string
  httpEndpoints []string HTTPEndpoints 4- 1.35+
JoinControlPlane
  localAPIEndpoint APIEndpoint LocalAPIEndpoint
  certificateKey string 2-
Discovery
  bootstrapToken *BootstrapTokenDiscovery
  file *FileDiscovery
  tlsBootstrapToken string TLSBootstrapToken
  timeout *Duration -3
BootstrapTokenDiscovery
  token string
  apiServerEndpoint string APIServerEndpoint
  caCertHashes []string CACertHashes
  unsafeSkipCAVerification bool
FileDiscovery
  kubeConfigPath string
HostPathMount
  name string
  hostPath string
  mountPath string
  readOnly bool
  pathType string:v1.HostPathType
Patches
  directory string
Arg
  name string
  value string
  mergeMethod string:ArgMergeMethod 5-
EnvVar
  +v1.EnvVar
v1.EnvVar
  name string
  value string
  valueFrom raw
Timeouts
  controlPlaneComponentHealthCheck *Duration
  kubeletHealthCheck *Duration
  kubernetesAPICall *Duration
  etcdAPICall *Duration
  tlsBootstrap *Duration TLSBootstrap
  discovery *Duration
  upgradeManifests *Duration
UpgradeApplyConfiguration
  kubernetesVersion string
  allowExperimentalUpgrades *bool
  allowRCUpgrades *bool
  certificateRenewal *bool
  dryRun *bool
  etcdUpgrade *bool
  forceUpgrade *bool
  ignorePreflightErrors []string
  patches *Patches
  printConfig *bool
  skipPhases []string
  imagePullPolicy string:v1.PullPolicy
  imagePullSerial *bool
UpgradeDiffConfiguration
  kubernetesVersion string
  contextLines int DiffContextLines
UpgradeNodeConfiguration
  certificateRenewal *bool
  dryRun *bool
  etcdUpgrade *bool
  ignorePreflightErrors []string
  skipPhases []string
  patches *Patches
  imagePullPolicy string:v1.PullPolicy
  imagePullSerial *bool
UpgradePlanConfiguration
  kubernetesVersion string
  allowExperimentalUpgrades *bool
  allowRCUpgrades *bool
  dryRun *bool
  etcdUpgrade *bool 1.33+
  ignorePreflightErrors []string
  printConfig *bool
`;
