/** A mount needs a volume of its pod, and a path of its own in its container. */
import type { VolumeMount } from '../k8s/models.ts';
import { generatedVolumes } from './parts/generated.ts';
import { type Pod, pods } from './parts/pods.ts';
import { type Sited, sited } from './parts/sited.ts';
import { finding, once, type Rule } from './rule.ts';

export const volumeUnknown: Rule = (subject) =>
  once(
    pods(subject).flatMap((pod) => {
      const known = new Set([
        ...generatedVolumes(subject.stack, pod.component).map(({ name }) => name),
        ...pod.volumes.map(({ value }) => value.name),
      ]);
      return [...pod.volumeMounts, ...containerMounts(pod)]
        .filter(({ value }) => !known.has(value.name))
        .map(({ path, value }) =>
          finding(
            'MP-VOLUME-UNKNOWN',
            [...path, 'name'],
            `the pods of ${pod.title} have no volume \`${value.name}\`: add it to \`volumes\``,
          ),
        );
    }),
  );

export const mountConflict: Rule = (subject) =>
  once(
    pods(subject).flatMap(({ component, volumeMounts }) => {
      const generated = new Set(generatedVolumes(subject.stack, component).map(({ path }) => path));
      return volumeMounts
        .filter(({ value }) => generated.has(value.mountPath))
        .map(({ path, value }) =>
          finding(
            'MP-MOUNT-CONFLICT',
            [...path, 'mountPath'],
            `a generated volume is mounted at \`${value.mountPath}\`: choose another path`,
          ),
        );
    }),
  );

/** The mounts of the user's own containers. */
function containerMounts({ sidecars, initContainers }: Pod): readonly Sited<VolumeMount>[] {
  return [...sidecars, ...initContainers].flatMap(({ path, value }) =>
    sited([...path, 'volumeMounts'], value.volumeMounts),
  );
}
