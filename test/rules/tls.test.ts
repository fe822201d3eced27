import { describe, expect, it } from 'vitest';
import { certificateTwoOwners, tlsEmpty, tlsNoHosts } from '../../src/rules/tls.ts';
import { find, places } from '../support/findings.ts';

const hosts = ['shop.example.com'];
const tls = { issuerRef: { name: 'letsencrypt' } };

describe('MP-TLS-EMPTY', () => {
  it('finds TLS without a source of the certificate', () => {
    expect(find(tlsEmpty, { hosts, tls: {} })).toEqual([
      'MP-TLS-EMPTY spec.tls: nothing says where the certificate comes from: give `issuerRef` (cert-manager) or `secretName` (your own)',
    ]);
  });

  it('lets either be', () => {
    expect(find(tlsEmpty, { hosts, tls })).toEqual([]);
    expect(find(tlsEmpty, { hosts, tls: { secretName: 'shop-tls' } })).toEqual([]);
    expect(find(tlsEmpty, { hosts })).toEqual([]);
  });
});

describe('MP-TLS-NO-HOSTS', () => {
  it('finds what is for an Ingress that there is not', () => {
    expect(find(tlsNoHosts, { hosts: [], ingress: {}, tls })).toEqual([
      'MP-TLS-NO-HOSTS spec.ingress: without `hosts` there is no Ingress, and `ingress` does nothing: give `hosts`, or remove it',
      'MP-TLS-NO-HOSTS spec.tls: without `hosts` there is no Ingress, and `tls` does nothing: give `hosts`, or remove it',
    ]);
  });

  it('lets them be with hosts', () => {
    expect(find(tlsNoHosts, { hosts, ingress: {}, tls })).toEqual([]);
    expect(find(tlsNoHosts, {})).toEqual([]);
  });
});

describe('MP-CERTIFICATE-TWO-OWNERS', () => {
  it('finds an annotation that makes a second Certificate', () => {
    const annotations = { 'cert-manager.io/cluster-issuer': 'letsencrypt', 'kubernetes.io/tls-acme': 'true' };
    expect(find(certificateTwoOwners, { hosts, tls, ingress: { annotations } })).toEqual([
      'MP-CERTIFICATE-TWO-OWNERS spec.ingress.annotations["cert-manager.io/cluster-issuer"]: cert-manager would make a second Certificate for the Secret of `tls.issuerRef`: remove this annotation',
      'MP-CERTIFICATE-TWO-OWNERS spec.ingress.annotations["kubernetes.io/tls-acme"]: cert-manager would make a second Certificate for the Secret of `tls.issuerRef`: remove this annotation',
    ]);
    expect(
      places(certificateTwoOwners, {
        hosts,
        tls,
        ingress: { annotations: { 'cert-manager.io/issuer': 'own' } },
      }),
    ).toHaveLength(1);
  });

  it('lets the annotation be where it is the only owner, and others', () => {
    const ingress = { annotations: { 'cert-manager.io/issuer': 'own' } };
    expect(find(certificateTwoOwners, { hosts, tls: { secretName: 'shop-tls' }, ingress })).toEqual([]);
    const others = { 'cert-manager.io/common-name': 'shop.example.com', 'kubernetes.io/tls-acme': 'false' };
    expect(find(certificateTwoOwners, { hosts, tls, ingress: { annotations: others } })).toEqual([]);
  });
});
