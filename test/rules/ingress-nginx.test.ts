import { describe, expect, it } from 'vitest';
import { ingressNginx } from '../../src/rules/ingress-nginx.ts';
import { find } from '../support/findings.ts';

const hosts = ['shop.example.com'];

describe('MP-INGRESS-NGINX', () => {
  it('finds annotations of ingress-nginx, once', () => {
    const annotations = {
      'nginx.ingress.kubernetes.io/ssl-redirect': 'true',
      'nginx.ingress.kubernetes.io/proxy-body-size': '4m',
    };
    expect(find(ingressNginx, { hosts, ingress: { annotations } })).toEqual([
      'MP-INGRESS-NGINX spec.ingress.annotations["nginx.ingress.kubernetes.io/proxy-body-size"]: ingress-nginx is retired since March 2026 and gets no security fixes: plan for another ingress controller',
    ]);
  });

  it('lets annotations of other controllers be', () => {
    const annotations = { 'nginx.org/client-max-body-size': '4m', 'haproxy.org/ssl-redirect': 'true' };
    expect(find(ingressNginx, { hosts, ingress: { ingressClassName: 'nginx', annotations } })).toEqual([]);
  });
});
