/** Certificates that cert-manager issues anew. Source: cert-manager, Certificate resource, Reissuance. */
import { isDeepStrictEqual } from 'node:util';
import type { KubernetesObject } from '../k8s/object.ts';
import type { Result } from '../results.ts';
import { notice } from './notice.ts';
import type { Pair } from './objects.ts';
import { at, isMap } from './read.ts';

/** Fields of a Certificate that change nothing in what is issued. */
const NOT_ISSUED = new Set([
  'renewBefore',
  'renewBeforePercentage',
  'revisionHistoryLimit',
  'secretTemplate',
  'secretName',
]);

export function certificateNotices(pairs: readonly Pair[]): readonly Result[] {
  return pairs.flatMap(({ former, next }) =>
    former && next?.kind === 'Certificate' ? [...reissued(former, next), ...movedSecret(former, next)] : [],
  );
}

function reissued(former: KubernetesObject, next: KubernetesObject): readonly Result[] {
  const [from, to] = [former, next].map((object) => at(object, 'spec'));
  const keys = [from, to].flatMap((spec) => (isMap(spec) ? Object.keys(spec) : []));
  const fields = [...new Set(keys)].filter(
    (key) => !NOT_ISSUED.has(key) && !isDeepStrictEqual(at(from, key), at(to, key)),
  );
  if (fields.length === 0) return [];
  const message =
    'the certificate is issued anew; until then the former one is served, which a new host may not be in';
  return [notice('MP-PLAN-CERTIFICATE', next, message, `spec.${fields[0]}`)];
}

function movedSecret(former: KubernetesObject, next: KubernetesObject): readonly Result[] {
  if (at(former, 'spec', 'secretName') === at(next, 'spec', 'secretName')) return [];
  const message =
    'the certificate is issued into another Secret: until it is there, what reads that Secret has no certificate';
  return [notice('MP-PLAN-CERTIFICATE-SECRET', next, message, 'spec.secretName')];
}
