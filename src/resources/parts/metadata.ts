/** Metadata of generated objects: name, namespace, the recommended labels, the owner mark. */
import { INSTANCE_LABEL, MANAGED_BY_LABEL, NAME_LABEL, VERSION_LABEL } from '../../k8s/labels.ts';
import type { ObjectMetadata } from '../../k8s/object.ts';
import { omitEmpty } from '../../k8s/omit-empty.ts';
import { OWNER_ANNOTATION } from '../../k8s/owner.ts';
import type { Component, Labels, Stack } from '../../stack/stack.ts';

/** What `app.kubernetes.io/managed-by` says; the user's labels may say otherwise (Helm's do). */
const MANAGED_BY = { [MANAGED_BY_LABEL]: 'moneypositive' };

/** Labels that every object and pod of a stack bears. */
export function stackLabels({ name }: Pick<Stack, 'name'>): Labels {
  return { [NAME_LABEL]: name, [INSTANCE_LABEL]: name };
}

/** Metadata of an object that belongs to one component. */
export function componentMetadata(
  stack: Stack,
  { name, selector, version }: Pick<Component, 'name' | 'selector' | 'version'>,
): ObjectMetadata & { readonly name: string } {
  return metadata(stack, name, { ...selector, ...versionLabels(version) });
}

/** Metadata of an object that belongs to the whole stack, or to the part that `labels` say. */
export function metadata(
  stack: Stack,
  name: string,
  labels: Labels = stackLabels(stack),
  annotations: Labels = {},
): ObjectMetadata & { readonly name: string } {
  return omitEmpty({
    name,
    namespace: stack.namespace,
    labels: { ...labels, ...MANAGED_BY, ...stack.labels, ...labels },
    annotations: { [OWNER_ANNOTATION]: stack.name, ...annotations },
  });
}

/** The version label; nothing without a version. */
export function versionLabels(version: string | undefined): Labels {
  return version === undefined ? {} : { [VERSION_LABEL]: version };
}
