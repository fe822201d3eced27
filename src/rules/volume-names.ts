/** Volumes of a pod have different names, generated ones included: a claim of that name would silently take its place. */
import { isDnsLabel } from '../k8s/names.ts';
import { generatedVolumes } from './parts/generated.ts';
import { pods } from './parts/pods.ts';
import { sited } from './parts/sited.ts';
import { levels } from './parts/written.ts';
import { finding, once, type Rule } from './rule.ts';

export const volumeName: Rule = (subject) => {
  const wrong = levels(subject.object)
    .flatMap(({ path, value }) => sited([...path, 'volumes'], value.volumes))
    .filter(({ value }) => !isDnsLabel(value.name));
  const taken = pods(subject).flatMap(({ component, volumes }) => {
    const generated = new Set(generatedVolumes(subject.stack, component).map(({ name }) => name));
    return volumes.filter(({ value }) => generated.has(value.name));
  });
  return once([
    ...wrong.map(({ path }) =>
      finding(
        'MP-VOLUME-NAME',
        [...path, 'name'],
        "a volume's name is a DNS-1123 label: lower-case letters, digits and dashes, at most 63 characters",
      ),
    ),
    ...taken.map(({ path, value }) =>
      finding(
        'MP-VOLUME-NAME',
        [...path, 'name'],
        `another volume of the pod is called \`${value.name}\`: choose another name`,
      ),
    ),
  ]);
};
