/** Ingress for the hosts. */
import type { Ingress as IngressObject } from '../k8s/models.ts';
import { omitEmpty } from '../k8s/omit-empty.ts';
import { APP_PORT_NAME } from '../stack/probes.ts';
import type { Ingress, Stack } from '../stack/stack.ts';
import { metadata, stackLabels } from './parts/metadata.ts';

type IngressSpec = NonNullable<IngressObject['spec']>;

export function ingress(stack: Stack, { name, hosts, ...own }: Ingress): IngressObject {
  return {
    apiVersion: 'networking.k8s.io/v1',
    kind: 'Ingress',
    metadata: metadata(stack, name, stackLabels(stack), own.annotations),
    spec: omitEmpty<IngressSpec>({
      ingressClassName: own.ingressClassName,
      tls: own.tlsSecretName === undefined ? [] : [{ hosts: [...hosts], secretName: own.tlsSecretName }],
      rules: hosts.map((host) => ({ host, http: { paths: [toApp(stack)] } })),
    }),
  };
}

function toApp({ app }: Stack) {
  return {
    path: '/',
    pathType: 'Prefix' as const,
    backend: { service: { name: app.service.name, port: { name: APP_PORT_NAME } } },
  };
}
