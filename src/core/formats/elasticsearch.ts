// Hits of Elasticsearch or OpenSearch, as Kibana shows or the search API returns them: the event in `_source`, under
// `kubernetes.audit` with Elastic Agent, as a text in `message` or `log` with other shippers. Spec: the search API.
// Lost: dots in the keys of annotations, which many shippers write as `_`; they are put back.

import { recordFormat } from './wrapping.ts';

export const elasticsearch = recordFormat({
  name: 'elasticsearch',
  label: { en: 'audit log from Elasticsearch or OpenSearch', ja: '監査ログ(ElasticsearchまたはOpenSearch)' },
  sign: /\"(?:_source|hits)\"\s*:/,
  isRecord: (record) => '_source' in record || 'hits' in record,
});
