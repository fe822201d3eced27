/** One release of a stack: its init Job, and the pods that wait for it. */
import type { PodTemplateSpec } from '../../src/k8s/models.ts';
import type { KubernetesObject } from '../../src/k8s/object.ts';
import { containersOf, ofKind, workloadsOf } from '../support/stack-objects.ts';
import { type Node, runContainer, startContainer } from './pod.ts';

/** What a version of the stack brings to a cluster. */
export interface Release {
  readonly job: PodTemplateSpec;
  readonly jobName: string;
  /** The pods that wait at a gate, by component. */
  readonly waiting: readonly PodTemplateSpec[];
  readonly node: Node;
}

/** A rendered release with its image and surroundings. */
export function toRelease(objects: readonly KubernetesObject[], node: Omit<Node, 'configMaps'>): Release {
  const workloads = workloadsOf(objects);
  const [job, ...others] = workloads.filter(({ selector }) => selector === undefined);
  if (job === undefined || others.length > 0) throw new Error('there is not one init Job');
  return {
    job: job.pod,
    jobName: job.name,
    waiting: workloads.filter((one) => one !== job).map(({ pod }) => pod),
    node: { ...node, configMaps: ofKind(objects, 'ConfigMap') },
  };
}

/** Runs the Job's containers until one fails. Returns their names, the failing one with its code. */
export async function runJob({ job, node }: Release): Promise<readonly string[]> {
  const ran: string[] = [];
  for (const { name } of containersOf(job)) {
    const { code } = await runContainer(node, job, name);
    ran.push(code === 0 ? name : `${name}: ${code}`);
    if (code !== 0) break;
  }
  return ran;
}

/** What a pod of the release finds at its gate now. */
export async function gateOf({ waiting: [pod], node }: Release): Promise<'open' | 'shut'> {
  if (pod === undefined) throw new Error('there is no pod with a gate');
  const gate = startContainer(node, pod, 'gate');
  return Promise.race([
    gate.says(/open for release/).then(() => 'open' as const),
    gate.says(/waiting: (Job|migrations)/).then(() => 'shut' as const),
  ]);
}
