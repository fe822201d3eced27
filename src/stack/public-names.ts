/** The names by which others know a stack: they are in DNS, in certificates, in other people's manifests. */
import type { MoneyPositiveSpec } from '../api/v1alpha1/money-positive.ts';
import { MAX_STATEFUL_SET } from '../k8s/names.ts';

export interface PublicNames {
  /** The app's Service, and the port it listens on. */
  readonly service: string;
  readonly servicePort: number;
  readonly ingress: string;
  /** Secret of the certificate that cert-manager makes. */
  readonly tlsSecret: string;
  /** Redis' StatefulSet and its Service, and so the host in its URL: one name, or nobody finds Redis. */
  readonly redis: string;
}

/** What the operator called them, in every namespace alike. */
const LEGACY: PublicNames = {
  service: 'app-service',
  servicePort: 8080,
  ingress: 'app-ingress',
  tlsSecret: 'app-tls',
  redis: 'redis',
};

export function publicNames(
  names: MoneyPositiveSpec['names'],
  stack: string,
  nameOf: (part: string, max?: number) => string,
): PublicNames {
  if (names === 'legacy') return LEGACY;
  return {
    service: nameOf('app'),
    servicePort: 80,
    ingress: stack,
    tlsSecret: nameOf('tls'),
    redis: nameOf('redis', MAX_STATEFUL_SET),
  };
}
