/** Labels that selectors are made of: another value would be dropped, or take the pod from its owner. */
import { COMPONENT_LABEL, INSTANCE_LABEL, NAME_LABEL } from '../k8s/labels.ts';
import { WORKER_LABEL } from '../stack/worker.ts';
import { sitedEntries } from './parts/sited.ts';
import { levels } from './parts/written.ts';
import { finding, type Rule } from './rule.ts';

/** Name and instance may be said again, as Helm and kustomize do with the labels they add. */
export const labelReserved: Rule = ({ stack, object }) =>
  [
    ...sitedEntries(['metadata', 'labels'], object.metadata.labels),
    ...levels(object).flatMap(({ path, value }) => sitedEntries([...path, 'podLabels'], value.podLabels)),
  ]
    .filter(({ key, value }) => isReserved(key) && !(isOfStack(key) && value === stack.name))
    .map(({ key, path }) =>
      finding('MP-LABEL-RESERVED', path, `selectors are made of \`${key}\`, so its value is ours: remove it`),
    );

function isReserved(key: string): boolean {
  return isOfStack(key) || key === COMPONENT_LABEL || key === WORKER_LABEL;
}

function isOfStack(key: string): boolean {
  return key === NAME_LABEL || key === INSTANCE_LABEL;
}
