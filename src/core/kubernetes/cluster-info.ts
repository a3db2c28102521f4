// The ConfigMap that a joining node reads before it has a name.

/** URL path of `kube-public/cluster-info`; the same in every version covered. */
export const clusterInfoPath = '/api/v1/namespaces/kube-public/configmaps/cluster-info';
