/** What all components have in common: inheritance and the defaults that don't depend on the component. */
import type { Component as ComponentSpec, Env } from '../api/v1alpha1/component.ts';
import { COMPONENT_LABEL, INSTANCE_LABEL, NAME_LABEL } from '../k8s/labels.ts';
import type { ResourceRequirements } from '../k8s/models.ts';
import type { StackContext } from './context.ts';
import { envVars } from './env.ts';
import { fileDirectories } from './files.ts';
import { mergeByKey, mergeMaps } from './inherit.ts';
import { normalizeSecurity } from './security.ts';
import type { Component, ComponentKind, Labels } from './stack.ts';

/** A component's defaults: what it is when the user says nothing. */
export interface ComponentDefaults<Kind extends ComponentKind> {
  readonly component: Kind;
  readonly name: string;
  /** Labels that tell it from other components of its kind. */
  readonly selector?: Labels;
  readonly command?: readonly string[] | undefined;
  readonly args?: readonly string[] | undefined;
  /** Under the user's variables. */
  readonly env?: Env;
  readonly resources: ResourceRequirements;
  readonly terminationGracePeriodSeconds: number;
}

/** A component that runs the project's image: inherits everything from the top of `spec`. */
export function djangoComponent<Kind extends ComponentKind>(
  context: StackContext,
  own: ComponentSpec,
  defaults: ComponentDefaults<Kind>,
): Component & { readonly component: Kind } {
  const { spec } = context;
  return {
    ...podSettings(context, own),
    ...identity(context, defaults),
    version: context.version,
    image: context.image,
    ...argv(own, defaults),
    env: envVars(componentEnv(context, own, defaults.env)),
    envFrom: [...(spec.envFrom ?? []), ...(own.envFrom ?? [])],
    resources: own.resources ?? defaults.resources,
    volumes: mergeByKey(spec.volumes, own.volumes, ({ name }) => name),
    volumeMounts: mergeByKey(spec.volumeMounts, own.volumeMounts, ({ mountPath }) => mountPath),
    files: fileDirectories(context, defaults.component),
    sidecars: mergeByKey(spec.sidecars, own.sidecars, ({ name }) => name).map((container) => ({
      ...container,
      restartPolicy: 'Always',
    })),
    initContainers: own.initContainers ?? [],
    security: normalizeSecurity(spec.security, own.security),
    serviceAccountName: context.serviceAccountName,
    automountServiceAccountToken: spec.serviceAccount?.automountServiceAccountToken ?? false,
    terminationGracePeriodSeconds:
      own.terminationGracePeriodSeconds ?? defaults.terminationGracePeriodSeconds,
  };
}

/** The variables of a Django container: ours, then those of the component's kind, of the stack, of the component. */
export function componentEnv({ env, spec }: StackContext, own: ComponentSpec, defaults: Env = {}): Env {
  const { readOnlyRootFilesystem } = normalizeSecurity(spec.security, own.security);
  return { ...env, ...(readOnlyRootFilesystem && READ_ONLY_ROOT_ENV), ...defaults, ...spec.env, ...own.env };
}

/** What would write to the root file system otherwise: gunicorn's control socket and caches below HOME, byte code. */
const READ_ONLY_ROOT_ENV: Env = { HOME: '/tmp', PYTHONDONTWRITEBYTECODE: '1' };

/** Labels and name of a component. */
export function identity<Kind extends ComponentKind>(
  { name }: StackContext,
  { component, name: componentName, selector }: ComponentDefaults<Kind>,
): { readonly component: Kind; readonly name: string; readonly selector: Labels } {
  return {
    component,
    name: componentName,
    selector: {
      [NAME_LABEL]: name,
      [INSTANCE_LABEL]: name,
      [COMPONENT_LABEL]: component,
      ...selector,
    },
  };
}

/** What every pod of the stack inherits: pulling, scheduling, labels. */
export function podSettings({ spec }: StackContext, own: ComponentSpec) {
  return {
    imagePullPolicy: spec.imagePullPolicy,
    imagePullSecrets: spec.imagePullSecrets ?? [],
    nodeSelector: mergeMaps(spec.nodeSelector, own.nodeSelector),
    tolerations: own.tolerations ?? spec.tolerations ?? [],
    affinity: own.affinity ?? spec.affinity,
    topologySpreadConstraints: own.topologySpreadConstraints ?? spec.topologySpreadConstraints ?? [],
    priorityClassName: own.priorityClassName ?? spec.priorityClassName,
    podLabels: mergeMaps(spec.podLabels, own.podLabels),
    podAnnotations: mergeMaps(spec.podAnnotations, own.podAnnotations),
  } as const;
}

/** The argv: an own command replaces both parts, own args keep the default command. */
export function argv(
  own: ComponentSpec,
  defaults: {
    readonly command?: readonly string[] | undefined;
    readonly args?: readonly string[] | undefined;
  },
): Pick<Component, 'command' | 'args'> {
  if (own.command) return { command: own.command, args: own.args };
  return { command: defaults.command, args: own.args ?? defaults.args };
}
