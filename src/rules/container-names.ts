/** Containers of a pod have different names, generated ones included. */
import { isDnsLabel } from '../k8s/names.ts';
import { generatedContainers } from './parts/generated.ts';
import { pods } from './parts/pods.ts';
import { containers } from './parts/written.ts';
import { finding, once, type Rule } from './rule.ts';

export const containerName: Rule = (subject) => {
  const wrong = containers(subject.object).filter(({ value }) => !isDnsLabel(value.name));
  const taken = pods(subject).flatMap(({ component, sidecars, initContainers }) => {
    const generated = generatedContainers(subject.stack, component);
    const names = new Set([...generated, ...sidecars.map(({ value }) => value.name)]);
    return [
      ...sidecars.filter(({ value }) => generated.includes(value.name)),
      ...initContainers.filter(({ value }) => names.has(value.name)),
    ];
  });
  return once([
    ...wrong.map(({ path }) =>
      finding(
        'MP-CONTAINER-NAME',
        [...path, 'name'],
        "a container's name is a DNS-1123 label: lower-case letters, digits and dashes, at most 63 characters",
      ),
    ),
    ...taken.map(({ path, value }) =>
      finding(
        'MP-CONTAINER-NAME',
        [...path, 'name'],
        `another container of the pod is called \`${value.name}\`: choose another name`,
      ),
    ),
  ]);
};
