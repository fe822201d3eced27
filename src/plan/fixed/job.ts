/** Jobs: everything their pods are made of. Source: ValidateJobSpecUpdate in Kubernetes' batch validation. */
import type { KubernetesObject } from '../../k8s/object.ts';
import { at } from '../read.ts';
import { fixedMembers, NO_VALUE } from './same.ts';

const always = fixedMembers({
  'spec.template': NO_VALUE,
  'spec.selector': NO_VALUE,
  'spec.completionMode': 'NonIndexed',
  'spec.podFailurePolicy': NO_VALUE,
  'spec.successPolicy': NO_VALUE,
  'spec.backoffLimitPerIndex': NO_VALUE,
  'spec.managedBy': NO_VALUE,
});

export function fixedJob(former: KubernetesObject, next: KubernetesObject): readonly string[] {
  return [
    ...always(former, next),
    ...(isElastic(next) || completions(former) === completions(next) ? [] : ['spec.completions']),
  ];
}

/** An indexed Job may grow or shrink, as long as all of it runs at once. */
function isElastic(job: KubernetesObject): boolean {
  return (
    at(job, 'spec', 'completionMode') === 'Indexed' &&
    at(job, 'spec', 'completions') === at(job, 'spec', 'parallelism')
  );
}

/** One, unless how many run at once is given: then they end by themselves. */
function completions(job: KubernetesObject): unknown {
  return at(job, 'spec', 'completions') ?? (at(job, 'spec', 'parallelism') === undefined ? 1 : undefined);
}
