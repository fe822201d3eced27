/** Defaults of `hosts`, `ingress`, `tls` and `networkPolicy`. */
import type { StackContext } from './context.ts';
import type { Certificate, Ingress, NetworkPolicy } from './stack.ts';

/** The Ingress; undefined without hosts. */
export function normalizeIngress(context: StackContext): Ingress | undefined {
  const { hosts = [], ingress = {} } = context.spec;
  if (hosts.length === 0) return undefined;
  return {
    name: context.names.ingress,
    hosts,
    ingressClassName: ingress.ingressClassName,
    annotations: ingress.annotations ?? {},
    tlsSecretName: tlsSecretName(context),
  };
}

/** The cert-manager Certificate; undefined without hosts or issuer. */
export function normalizeCertificate(context: StackContext): Certificate | undefined {
  const { hosts = [], tls } = context.spec;
  const secretName = tlsSecretName(context);
  if (hosts.length === 0 || tls?.issuerRef === undefined || secretName === undefined) return undefined;
  const { group = 'cert-manager.io', kind = 'ClusterIssuer', name } = tls.issuerRef;
  return { hosts, secretName, issuerRef: { group, kind, name } };
}

function tlsSecretName({ spec: { tls }, names }: StackContext): string | undefined {
  return tls?.secretName ?? (tls?.issuerRef && names.tlsSecret);
}

export function normalizeNetworkPolicy({
  spec: { networkPolicy = {} },
  nameOf,
}: StackContext): NetworkPolicy {
  const { ingress = {}, egress } = networkPolicy;
  return {
    egressName: nameOf('egress'),
    ingressFrom: ingress === false ? undefined : (ingress.from ?? []),
    egress,
  };
}
