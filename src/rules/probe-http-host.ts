/**
 * A probe or a hook that asks another host than the pod. Source: Kubernetes, Pod Security Standards (baseline forbids it from
 * 1.34 on).
 */
import type { Container, Probe } from '../k8s/models.ts';
import type { FieldPath, Finding } from '../results.ts';
import { workerPlaces } from './parts/places.ts';
import type { Sited } from './parts/sited.ts';
import { containers } from './parts/written.ts';
import { finding, type Rule } from './rule.ts';

/** What a probe or a hook does; both have more fields than these. */
type Handler = Pick<Probe, 'httpGet' | 'tcpSocket'>;

export const probeHttpHost: Rule = (subject) => [
  ...workerPlaces(subject).flatMap(({ path, component: { probes } }) =>
    (['startup', 'readiness', 'liveness'] as const).flatMap((name) =>
      hostOf([...path, 'probes', name], probes[name]),
    ),
  ),
  ...containers(subject.object).flatMap(hostsOfContainer),
];

function hostsOfContainer({ path, value }: Sited<Container>): readonly Finding[] {
  return [
    ...(['startupProbe', 'readinessProbe', 'livenessProbe'] as const).flatMap((name) =>
      hostOf([...path, name], value[name]),
    ),
    ...(['postStart', 'preStop'] as const).flatMap((name) =>
      hostOf([...path, 'lifecycle', name], value.lifecycle?.[name]),
    ),
  ];
}

function hostOf(path: FieldPath, handler: Handler | undefined): readonly Finding[] {
  return (['httpGet', 'tcpSocket'] as const)
    .filter((action) => handler?.[action]?.host)
    .map((action) =>
      finding(
        'MP-PROBE-HTTP-HOST',
        [...path, action, 'host'],
        'Pod Security forbids `host` in probes and hooks: remove it; a Host header goes into `httpGet.httpHeaders`',
      ),
    );
}
