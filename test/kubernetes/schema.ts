/**
 * Strict validation of generated objects against the published Kubernetes models, in two halves: the models' own
 * validators check types, enumerations, integer ranges, quantities and required fields; a walk beside the declared
 * fields adds what those let pass, which is unknown keys and null.
 *
 * kubernetes-models 5.1.0 declares exactly the fields of Kubernetes 1.36. Generated objects must also be right for 1.33,
 * so the fields that came since are refused. What only an API server knows (names, immutable fields, rules across
 * fields) is checked by `api-server.test.ts`.
 */
import { Application } from '@kubernetes-models/argo-cd/argoproj.io/v1alpha1/Application';
import { Certificate } from '@kubernetes-models/cert-manager/cert-manager.io/v1/Certificate';
import { Kustomization } from '@kubernetes-models/flux-cd/kustomize.toolkit.fluxcd.io/v1/Kustomization';
import { OCIRepository } from '@kubernetes-models/flux-cd/source.toolkit.fluxcd.io/v1/OCIRepository';
import { Deployment } from 'kubernetes-models/apps/v1/Deployment';
import { StatefulSet } from 'kubernetes-models/apps/v1/StatefulSet';
import { HorizontalPodAutoscaler } from 'kubernetes-models/autoscaling/v2/HorizontalPodAutoscaler';
import { CronJob } from 'kubernetes-models/batch/v1/CronJob';
import { Job } from 'kubernetes-models/batch/v1/Job';
import { Ingress } from 'kubernetes-models/networking.k8s.io/v1/Ingress';
import { NetworkPolicy } from 'kubernetes-models/networking.k8s.io/v1/NetworkPolicy';
import { PodDisruptionBudget } from 'kubernetes-models/policy/v1/PodDisruptionBudget';
import { ConfigMap } from 'kubernetes-models/v1/ConfigMap';
import { PersistentVolumeClaim } from 'kubernetes-models/v1/PersistentVolumeClaim';
import { Service } from 'kubernetes-models/v1/Service';
import { ServiceAccount } from 'kubernetes-models/v1/ServiceAccount';
import { isKubernetesObject } from '../../src/k8s/object.ts';
import { type FieldPath, formatPath } from '../../src/results.ts';
import { declaredShape, type Shape } from './declared-fields.ts';

/** A model class, as far as it is used here: what it is for, and its validator. */
interface Model {
  readonly apiVersion: string;
  readonly kind: string;
  new (data?: never): { validate(): void };
}

const MODELS: readonly Model[] = [
  ConfigMap,
  PersistentVolumeClaim,
  Service,
  ServiceAccount,
  Deployment,
  StatefulSet,
  CronJob,
  Job,
  HorizontalPodAutoscaler,
  PodDisruptionBudget,
  Ingress,
  NetworkPolicy,
  Certificate,
  Application,
  Kustomization,
  OCIRepository,
];

/** The packages of custom resources, by API group. */
const PACKAGES: Readonly<Record<string, string>> = {
  'argoproj.io': '@kubernetes-models/argo-cd',
  'cert-manager.io': '@kubernetes-models/cert-manager',
  'kustomize.toolkit.fluxcd.io': '@kubernetes-models/flux-cd',
  'source.toolkit.fluxcd.io': '@kubernetes-models/flux-cd',
};

/** The fields that the models have and Kubernetes 1.33 hasn't; `api-server.test.ts` proves the list against 1.33 itself. */
export const NEWER_THAN_1_33: ReadonlySet<string> = new Set([
  'IContainer.restartPolicyRules',
  'IEnvVarSource.fileKeyRef',
  'IEphemeralContainer.restartPolicyRules',
  'IPodSpec.hostnameOverride',
  'IPodSpec.schedulingGroup',
  'IVolumeProjection.podCertificate',
]);

/**
 * What is wrong with an object, one line for each field (`spec.replicas: must be integer`); empty when it is valid. A
 * kind without a model is an error too, so nothing passes for want of a schema. Keys whose value is `undefined` count
 * as absent, as they do when the object is written.
 */
export function schemaErrors(object: unknown): string[] {
  if (!isKubernetesObject(object)) return ['not an object with an apiVersion and a kind'];
  const { apiVersion, kind } = object;
  const model = modelOf(apiVersion, kind);
  if (model === undefined) return [`no schema for ${apiVersion} ${kind}`];
  return [...new Set([...undeclared(object, shapeOf(apiVersion, kind), []), ...modelErrors(model, object)])];
}

/** The declared fields of a kind; undefined where there is no model of it. */
export function shapeOfKind(apiVersion: string, kind: string): Shape | undefined {
  return modelOf(apiVersion, kind) && shapeOf(apiVersion, kind);
}

function modelOf(apiVersion: string, kind: string): Model | undefined {
  return MODELS.find((model) => model.apiVersion === apiVersion && model.kind === kind);
}

function shapeOf(apiVersion: string, kind: string): Shape {
  const models = PACKAGES[apiVersion.split('/')[0] ?? ''] ?? 'kubernetes-models';
  return declaredShape(`${models}/${apiVersion}/${kind}`, `I${kind}`);
}

/** Unknown keys and nulls at any depth. Values of the wrong type are left to the model's validator. */
function undeclared(value: unknown, shape: Shape, path: FieldPath): string[] {
  if (value === null) return [`${formatPath(path)}: must not be null`];
  if (typeof value !== 'object' || shape.kind === 'leaf') return [];
  if (shape.kind === 'list') {
    return Array.isArray(value)
      ? value.flatMap((item, index) => undeclared(item, shape.of(), [...path, index]))
      : [];
  }
  if (Array.isArray(value)) return [];
  return Object.entries(value).flatMap(([key, item]) => {
    if (item === undefined) return [];
    const below = shape.kind === 'map' ? shape.of() : knownField(shape, key);
    const here = [...path, key];
    return below === undefined ? [`${formatPath(here)}: unknown field`] : undeclared(item, below, here);
  });
}

function knownField(shape: Extract<Shape, { kind: 'fields' }>, key: string): Shape | undefined {
  return NEWER_THAN_1_33.has(`${shape.name}.${key}`) ? undefined : shape.fields.get(key)?.();
}

/** An error of the models' validators, which are compiled by ajv. */
interface ModelError {
  readonly instancePath: string;
  readonly keyword: string;
  readonly params: object;
  readonly message?: string;
}

function modelErrors(model: Model, object: unknown): string[] {
  try {
    new model(object as never).validate();
    return [];
  } catch (error) {
    if (!(error instanceof Error && 'errors' in error)) throw error;
    return describe(error.errors as readonly ModelError[]);
  }
}

/** Drops the branches of a failed union: an int-or-string says once that neither matched. */
function describe(errors: readonly ModelError[]): string[] {
  const unions = new Set(
    errors.filter(({ keyword }) => keyword === 'oneOf').map(({ instancePath }) => instancePath),
  );
  return errors
    .filter(({ instancePath, keyword }) => keyword === 'oneOf' || !unions.has(instancePath))
    .map((error) => `${pathOf(error.instancePath)}: ${messageOf(error)}`);
}

function messageOf({ keyword, message, params }: ModelError): string {
  if (keyword === 'oneOf') return 'must be one of the allowed types and formats';
  return keyword === 'enum' ? `${message} ${JSON.stringify(params)}` : (message ?? keyword);
}

/** A JSON pointer as a field path. */
function pathOf(pointer: string): string {
  const steps = pointer.split('/').slice(1);
  const plain = steps.map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'));
  return formatPath(plain.map((step) => (/^\d+$/.test(step) ? Number(step) : step)));
}
