/** TLS and the Ingress need something to be about, and a certificate one owner. */
import { sitedEntries } from './parts/sited.ts';
import { finding, type Rule } from './rule.ts';

export const tlsEmpty: Rule = ({ object: { spec } }) => {
  if (spec.tls === undefined || spec.tls.issuerRef || spec.tls.secretName !== undefined) return [];
  const message =
    'nothing says where the certificate comes from: give `issuerRef` (cert-manager) or `secretName` (your own)';
  return [finding('MP-TLS-EMPTY', ['spec', 'tls'], message)];
};

export const tlsNoHosts: Rule = ({ stack, object: { spec } }) => {
  if (stack.ingress !== undefined) return [];
  return (['ingress', 'tls'] as const)
    .filter((field) => spec[field] !== undefined)
    .map((field) =>
      finding(
        'MP-TLS-NO-HOSTS',
        ['spec', field],
        `without \`hosts\` there is no Ingress, and \`${field}\` does nothing: give \`hosts\`, or remove it`,
      ),
    );
};

/** What makes cert-manager create a Certificate for an Ingress. Source: cert-manager, annotated Ingress resources. */
const ISSUER_ANNOTATIONS: readonly string[] = [
  'cert-manager.io/issuer',
  'cert-manager.io/cluster-issuer',
  'kubernetes.io/tls-acme',
];

export const certificateTwoOwners: Rule = ({ stack }) => {
  if (stack.certificate === undefined) return [];
  return sitedEntries(['spec', 'ingress', 'annotations'], stack.ingress?.annotations)
    .filter(({ key, value }) => ISSUER_ANNOTATIONS.includes(key) && value !== 'false')
    .map(({ path }) =>
      finding(
        'MP-CERTIFICATE-TWO-OWNERS',
        path,
        'cert-manager would make a second Certificate for the Secret of `tls.issuerRef`: remove this annotation',
      ),
    );
};
