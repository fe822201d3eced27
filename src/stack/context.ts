/** What the normalization of every component needs to know about the whole stack. */
import type { Env } from '../api/v1alpha1/component.ts';
import type { MoneyPositive, MoneyPositiveSpec } from '../api/v1alpha1/money-positive.ts';
import { fitName, MAX_LABEL, MAX_STATEFUL_SET } from '../k8s/names.ts';
import { imageReference, versionLabel } from './image.ts';
import { redisEnv } from './redis-env.ts';

export interface StackContext {
  readonly name: string;
  readonly spec: MoneyPositiveSpec;
  /** Reference of the project's image. */
  readonly image: string;
  readonly version: string | undefined;
  /** Variables that every Django container gets, under the user's own. */
  readonly env: Env;
  readonly serviceAccountName: string;
  /** Name of Redis' StatefulSet and of its Service, and so the host in its URL: one name, or nobody finds Redis. */
  readonly redisName: string;
  /** `<stack>-<part>`, cut to fit. */
  readonly nameOf: (part: string, max?: number) => string;
}

export function stackContext({ metadata, spec }: MoneyPositive): StackContext {
  const { name } = metadata;
  const nameOf = (part: string, max: number = MAX_LABEL): string => fitName(`${name}-${part}`, max);
  const image = imageReference(spec.image, spec.version);
  const redisName = nameOf('redis', MAX_STATEFUL_SET);
  return {
    name,
    spec,
    image,
    version: versionLabel(image),
    env: { ...djangoEnv(spec), ...redisEnv(spec.redis, redisName) },
    serviceAccountName: spec.serviceAccount?.name ?? name,
    redisName,
    nameOf,
  };
}

/** Unbuffered, so that the last lines before a crash reach the log. */
function djangoEnv({ settingsModule }: MoneyPositiveSpec): Env {
  return {
    PYTHONUNBUFFERED: '1',
    ...(settingsModule !== undefined && { DJANGO_SETTINGS_MODULE: settingsModule }),
  };
}
