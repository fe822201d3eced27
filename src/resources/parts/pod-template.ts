/** The pod of a component: what all kinds of workload share. */
import type { Container, PodTemplateSpec, Volume, VolumeMount } from '../../k8s/models.ts';
import { omitEmpty } from '../../k8s/omit-empty.ts';
import type { Component, Probes } from '../../stack/stack.ts';
import { fileMounts, fileVolumes } from './files.ts';
import { versionLabels } from './metadata.ts';
import { containerSecurityContext, podSecurityContext } from './security-context.ts';
import { writableMounts, writableVolumes } from './writable.ts';

/** What a workload adds to its component's pod. */
export interface PodParts {
  readonly container: Container;
  /** Run to their end before the container, after the user's own init containers. */
  readonly initContainers?: readonly Container[];
  readonly volumes?: readonly Volume[];
  readonly annotations?: Readonly<Record<string, string>>;
  readonly restartPolicy?: 'Never';
}

/** The pod template of a component. Sidecars come first: a database proxy must serve the gate and the steps too. */
export function podTemplate(component: Component, parts: PodParts): PodTemplateSpec {
  const { selector, version, podLabels, podAnnotations } = component;
  return {
    metadata: omitEmpty({
      labels: { ...selector, ...versionLabels(version), ...podLabels, ...selector },
      annotations: { ...parts.annotations, ...podAnnotations },
    }),
    spec: omitEmpty<NonNullable<PodTemplateSpec['spec']>>({
      serviceAccountName: component.serviceAccountName,
      automountServiceAccountToken: component.automountServiceAccountToken,
      // A Service named like a setting (`redis`) would set variables of that name (`REDIS_PORT=tcp://…`).
      enableServiceLinks: false,
      imagePullSecrets: [...component.imagePullSecrets],
      securityContext: podSecurityContext(component.security),
      restartPolicy: parts.restartPolicy,
      terminationGracePeriodSeconds: component.terminationGracePeriodSeconds,
      priorityClassName: component.priorityClassName,
      nodeSelector: component.nodeSelector,
      affinity: component.affinity,
      tolerations: [...component.tolerations],
      topologySpreadConstraints: [...component.topologySpreadConstraints],
      initContainers: [...component.sidecars, ...component.initContainers, ...(parts.initContainers ?? [])],
      containers: [parts.container],
      volumes: [
        ...(parts.volumes ?? []),
        ...fileVolumes(component),
        ...writableVolumes(component),
        ...component.volumes,
      ],
    }),
  };
}

/** What one container of a component has beside what they all have. */
export interface ContainerParts {
  readonly command?: readonly string[] | undefined;
  readonly args?: readonly string[] | undefined;
  readonly ports?: Container['ports'];
  readonly env?: Container['env'];
  readonly resources?: Container['resources'];
  readonly probes?: Probes;
  readonly lifecycle?: Container['lifecycle'];
  readonly volumeMounts?: readonly VolumeMount[];
}

/** A container of a component: its image, variables, mounts and security, with its keys in the order people write them. */
export function container(component: Component, name: string, parts: ContainerParts): Container {
  const { image, imagePullPolicy, envFrom, volumeMounts, security } = component;
  return omitEmpty<Container>({
    name,
    image,
    imagePullPolicy,
    command: parts.command && [...parts.command],
    args: parts.args && [...parts.args],
    ports: parts.ports,
    env: parts.env ?? [...component.env],
    envFrom: [...envFrom],
    resources: parts.resources ?? component.resources,
    startupProbe: parts.probes?.startup,
    readinessProbe: parts.probes?.readiness,
    livenessProbe: parts.probes?.liveness,
    lifecycle: parts.lifecycle,
    volumeMounts: [
      ...(parts.volumeMounts ?? []),
      ...fileMounts(component),
      ...writableMounts(component),
      ...volumeMounts,
    ],
    securityContext: containerSecurityContext(security),
  });
}

/** The component's own process. */
export function mainContainer(component: Component, parts: ContainerParts = {}): Container {
  return container(component, component.component, {
    command: component.command,
    args: component.args,
    ...parts,
  });
}
