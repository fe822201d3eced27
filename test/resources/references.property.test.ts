/** Objects refer to each other by name, label and port: in every stack, what they refer to is there, and is one. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { KubernetesObject } from '../../src/k8s/object.ts';
import { moneyPositives } from '../support/arbitrary-money-positive.ts';
import {
  containersOf,
  type Labels,
  literal,
  objectsOf,
  ofKind,
  selects,
  type Workload,
  workloadsOf,
} from '../support/stack-objects.ts';

const check = (property: (objects: readonly KubernetesObject[], workloads: readonly Workload[]) => void) =>
  fc.assert(
    fc.property(moneyPositives, (object) => {
      const objects = objectsOf(object);
      property(objects, workloadsOf(objects));
    }),
  );

const selected = (workloads: readonly Workload[], selector: Labels | undefined): readonly string[] =>
  workloads.filter(({ pod }) => selects(selector, pod.metadata?.labels)).map(({ name }) => name);

/** The ports of the pods of a workload, by name and by number. */
const portsOf = (workload: Workload | undefined): readonly (string | number | undefined)[] =>
  containersOf(workload?.pod ?? {}).flatMap(({ ports = [] }) =>
    ports.flatMap(({ name, containerPort }) => [name, containerPort]),
  );

describe('in every stack', () => {
  it('a workload selects its own pods alone', () => {
    check((_, workloads) => {
      for (const { name, selector } of workloads.filter((workload) => workload.selector)) {
        expect(selected(workloads, selector)).toEqual([name]);
      }
    });
  });

  it('a disruption budget selects the pods of the workload it is named like', () => {
    check((objects, workloads) => {
      for (const { metadata, spec } of ofKind(objects, 'PodDisruptionBudget')) {
        expect(selected(workloads, spec?.selector?.matchLabels)).toEqual([metadata?.name]);
      }
    });
  });

  it('an autoscaler scales a Deployment that leaves it the number', () => {
    check((objects) => {
      for (const { spec } of ofKind(objects, 'HorizontalPodAutoscaler')) {
        const [target] = ofKind(objects, 'Deployment').filter(
          ({ metadata }) => metadata?.name === spec?.scaleTargetRef.name,
        );
        expect(target?.spec).toBeDefined();
        expect(target?.spec?.replicas).toBeUndefined();
      }
    });
  });

  it('a Service leads to a port of one workload, and an Ingress to a port of a Service', () => {
    check((objects, workloads) => {
      const services = ofKind(objects, 'Service');
      for (const { spec } of services) {
        const [name, ...others] = selected(workloads, spec?.selector);
        expect(others).toEqual([]);
        const workload = workloads.find((one) => one.name === name);
        expect(portsOf(workload)).toContain(spec?.ports?.[0]?.targetPort);
      }
      for (const { spec } of ofKind(objects, 'Ingress')) {
        const backends = spec?.rules?.flatMap(({ http }) =>
          http?.paths.map(({ backend }) => backend.service),
        );
        for (const backend of backends ?? []) {
          const [service] = services.filter(({ metadata }) => metadata?.name === backend?.name);
          expect(service?.spec?.ports?.map(({ name }) => name)).toContain(backend?.port?.name);
        }
      }
    });
  });

  it('the URL of Redis names its Service and its port', () => {
    check((objects, workloads) => {
      const addresses = ofKind(objects, 'Service').flatMap(({ metadata, spec }) =>
        (spec?.ports ?? []).map(({ port }) => `${metadata?.name}:${port}`),
      );
      const urls = workloads
        .flatMap(({ pod }) => containersOf(pod))
        .map((container) => literal(container, 'REDIS_URL'))
        .filter((url) => url?.startsWith('redis://'));
      for (const url of new Set(urls)) {
        expect(addresses).toContain(/^redis:\/\/(?::\$\(REDIS_PASSWORD\)@)?([^/]+)\/0$/.exec(url ?? '')?.[1]);
      }
    });
  });

  it('pods have the volumes, the scripts and the account that they use', () => {
    check((objects, workloads) => {
      const names = (kind: 'ConfigMap' | 'ServiceAccount') =>
        ofKind(objects, kind).map(({ metadata }) => metadata?.name);
      for (const { pod, claims } of workloads) {
        const { volumes = [], serviceAccountName } = pod.spec ?? {};
        const known = [...claims, ...volumes.map(({ name }) => name)];
        expect(new Set(known).size).toBe(known.length);
        for (const { volumeMounts = [] } of containersOf(pod)) {
          for (const { name } of volumeMounts) expect(known).toContain(name);
        }
        for (const { configMap } of volumes)
          if (configMap) expect(names('ConfigMap')).toContain(configMap.name);
        if (serviceAccountName) expect(names('ServiceAccount')).toContain(serviceAccountName);
      }
    });
  });

  it('each gate waits for what the Job records, and names that Job', () => {
    check((objects, workloads) => {
      const [job] = ofKind(objects, 'Job');
      const containers = workloads.flatMap(({ pod }) => containersOf(pod));
      const [record] = containers.filter(({ name }) => name === 'record');
      for (const gate of containers.filter(({ name }) => name === 'gate')) {
        const release = literal(gate, 'MONEYPOSITIVE_RELEASE') ?? '';
        expect(release).toBe(record && literal(record, 'MONEYPOSITIVE_RELEASE'));
        expect(`${literal(gate, 'MONEYPOSITIVE_JOB')}-${release.slice(0, 8)}`).toBe(job?.metadata?.name);
      }
    });
  });

  it('the Ingress serves the certificate that is made', () => {
    check((objects) => {
      for (const { spec } of ofKind(objects, 'Certificate')) {
        const [ingress] = ofKind(objects, 'Ingress');
        expect(ingress?.spec?.tls?.map(({ secretName }) => secretName)).toEqual([spec?.secretName]);
      }
    });
  });

  it('the policies admit to the app and to Redis, on ports that they have, and to nothing else', () => {
    check((objects, workloads) => {
      for (const { spec } of ofKind(objects, 'NetworkPolicy')) {
        const admitting = (spec?.ingress ?? []).flatMap(({ ports = [] }) => ports.map(({ port }) => port));
        const [workload, ...others] = workloads.filter(({ pod }) =>
          selects(spec?.podSelector?.matchLabels, pod.metadata?.labels),
        );
        if (admitting.length === 0) expect(others.length + 1).toBe(workloads.length);
        else expect(others).toEqual([]);
        for (const port of admitting) expect(portsOf(workload)).toContain(port);
      }
    });
  });
});
