/** What a MoneyPositive expands to, as tests look at it: by kind, and by pod. */
import type { MoneyPositive } from '../../src/api/v1alpha1/money-positive.ts';
import type {
  Certificate,
  ConfigMap,
  Container,
  Deployment,
  HorizontalPodAutoscaler,
  Ingress,
  Job,
  NetworkPolicy,
  PodDisruptionBudget,
  PodTemplateSpec,
  Service,
  ServiceAccount,
  StatefulSet,
} from '../../src/k8s/models.ts';
import type { KubernetesObject } from '../../src/k8s/object.ts';
import { nameObjects } from '../../src/release/name-objects.ts';
import { orderObjects } from '../../src/release/order-objects.ts';
import { expandStack } from '../../src/resources/index.ts';
import { normalizeStack } from '../../src/stack/normalize.ts';

/** The kinds of objects there are, with their types. */
interface Kinds {
  readonly Certificate: Certificate;
  readonly ConfigMap: ConfigMap;
  readonly Deployment: Deployment;
  readonly HorizontalPodAutoscaler: HorizontalPodAutoscaler;
  readonly Ingress: Ingress;
  readonly Job: Job;
  readonly NetworkPolicy: NetworkPolicy;
  readonly PodDisruptionBudget: PodDisruptionBudget;
  readonly Service: Service;
  readonly ServiceAccount: ServiceAccount;
  readonly StatefulSet: StatefulSet;
}

/** An object that makes pods. */
export interface Workload {
  readonly name: string;
  readonly pod: PodTemplateSpec;
  /** What its selector says; a Job has none of its own. */
  readonly selector: Labels | undefined;
  /** Names of the volumes that it claims. */
  readonly claims: readonly string[];
}

export type Labels = Readonly<Record<string, string>>;

/** The objects, rules aside: also of a MoneyPositive that a rule would refuse. */
export function objectsOf(object: MoneyPositive): readonly KubernetesObject[] {
  const stack = normalizeStack(object);
  return orderObjects(nameObjects(expandStack(stack)), stack.engine);
}

export function ofKind<Kind extends keyof Kinds>(
  objects: readonly KubernetesObject[],
  kind: Kind,
): readonly Kinds[Kind][] {
  return objects.filter((object) => object.kind === kind) as readonly unknown[] as readonly Kinds[Kind][];
}

export function workloadsOf(objects: readonly KubernetesObject[]): readonly Workload[] {
  return [
    ...ofKind(objects, 'Job').map((job) => workload(job, undefined, [])),
    ...ofKind(objects, 'Deployment').map((one) => workload(one, one.spec?.selector.matchLabels, [])),
    ...ofKind(objects, 'StatefulSet').map((one) =>
      workload(one, one.spec?.selector.matchLabels, one.spec?.volumeClaimTemplates ?? []),
    ),
  ];
}

function workload(
  { metadata, spec }: Deployment | Job | StatefulSet,
  selector: Labels | undefined,
  claims: readonly { readonly metadata?: { readonly name?: string } }[],
): Workload {
  return {
    name: metadata?.name ?? '',
    pod: spec?.template ?? {},
    selector,
    claims: claims.map((claim) => claim.metadata?.name ?? ''),
  };
}

/** The containers of a pod in the order they start. */
export function containersOf({ spec }: PodTemplateSpec): readonly Container[] {
  return [...(spec?.initContainers ?? []), ...(spec?.containers ?? [])];
}

/** The literal value of a variable of a container. */
export function literal({ env }: Container, name: string): string | undefined {
  return env?.find((variable) => variable.name === name)?.value;
}

/** Whether a selector selects what has these labels. */
export function selects(selector: Labels | undefined, labels: Labels | undefined): boolean {
  return Object.entries(selector ?? {}).every(([key, value]) => labels?.[key] === value);
}
