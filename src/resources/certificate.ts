/** cert-manager Certificate for the hosts. */
import type { Certificate as CertificateObject } from '../k8s/models.ts';
import type { Certificate, Stack } from '../stack/stack.ts';
import { metadata } from './parts/metadata.ts';

/** Names only as dnsNames: a common name is limited to 64 characters, and nobody reads it. */
export function certificate(stack: Stack, { hosts, secretName, issuerRef }: Certificate): CertificateObject {
  return {
    apiVersion: 'cert-manager.io/v1',
    kind: 'Certificate',
    metadata: metadata(stack, stack.name),
    spec: { secretName, dnsNames: [...hosts], issuerRef: { ...issuerRef } },
  };
}
