/** Objects for tests of plans, and what is said about a change of them. */
import type { KubernetesObject } from '../../src/k8s/object.ts';
import { planChanges } from '../../src/plan/plan.ts';

type Members = Readonly<Record<string, unknown>>;

export function manifest(kind: string, members: Members = {}, name = 'a'): KubernetesObject {
  const { labels, ...rest } = members as { readonly labels?: Readonly<Record<string, string>> };
  return { apiVersion: API[kind] ?? 'v1', kind, metadata: { name, ...(labels && { labels }) }, ...rest };
}

/** Members with this spec. */
export function spec(members: Members): Members {
  return { spec: members };
}

/** Members with a pod template of one container. */
export function pods(container: Members = {}, pod: Members = {}): Members {
  return spec({ template: { spec: { containers: [{ name: 'a', ...container }], ...pod } } });
}

/** What is said about a change of one object: its code and its field. */
export function notices(
  former: KubernetesObject | undefined,
  next: KubernetesObject | undefined,
  ...staying: readonly KubernetesObject[]
): readonly string[] {
  const side = (object: KubernetesObject | undefined) => [...(object ? [object] : []), ...staying];
  return planChanges(side(former), side(next)).notices.map(({ code, field }) =>
    field === undefined ? code : `${code} ${field.path}`,
  );
}

const API: Readonly<Record<string, string>> = {
  Deployment: 'apps/v1',
  StatefulSet: 'apps/v1',
  DaemonSet: 'apps/v1',
  Job: 'batch/v1',
  CronJob: 'batch/v1',
  Rollout: 'argoproj.io/v1alpha1',
  Ingress: 'networking.k8s.io/v1',
  HTTPRoute: 'gateway.networking.k8s.io/v1',
  Certificate: 'cert-manager.io/v1',
  HorizontalPodAutoscaler: 'autoscaling/v2',
};
