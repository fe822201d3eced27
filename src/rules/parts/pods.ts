/** The pods of a stack: the parts that the user gave each, where they are written, inherited ones included. */
import type { ContainerSettings } from '../../api/v1alpha1/component.ts';
import type { Container, Volume, VolumeMount } from '../../k8s/models.ts';
import { mergeByKey } from '../../stack/inherit.ts';
import type { Subject } from '../rule.ts';
import { type Place, places } from './places.ts';
import { type Sited, sited } from './sited.ts';

export interface Pod extends Place {
  readonly sidecars: readonly Sited<Container>[];
  readonly initContainers: readonly Sited<Container>[];
  readonly volumes: readonly Sited<Volume>[];
  /** Mounts of the component's own container. */
  readonly volumeMounts: readonly Sited<VolumeMount>[];
}

type Inherited = 'sidecars' | 'volumes' | 'volumeMounts';

/** One pod for each component; Redis inherits none of these parts. */
export function pods(subject: Subject): readonly Pod[] {
  return places(subject).map((place) => {
    const { path, own, component } = place;
    const top: ContainerSettings = component.component === 'redis' ? {} : subject.object.spec;
    const merge = <T>(field: Inherited, keyOf: (entry: T) => string, inherited?: T[], given?: T[]) =>
      mergeByKey(sited(['spec', field], inherited), sited([...path, field], given), ({ value }) =>
        keyOf(value),
      );
    return {
      ...place,
      sidecars: merge('sidecars', ({ name }) => name, top.sidecars, own.sidecars),
      initContainers: sited([...path, 'initContainers'], own.initContainers),
      volumes: merge('volumes', ({ name }) => name, top.volumes, own.volumes),
      volumeMounts: merge('volumeMounts', ({ mountPath }) => mountPath, top.volumeMounts, own.volumeMounts),
    };
  });
}
