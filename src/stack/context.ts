/** What the normalization of every component needs to know about the whole stack. */
import type { Env } from '../api/v1alpha1/component.ts';
import type { MoneyPositive, MoneyPositiveSpec } from '../api/v1alpha1/money-positive.ts';
import { fitName, MAX_LABEL } from '../k8s/names.ts';
import { imageReference, versionLabel } from './image.ts';
import { type PublicNames, publicNames } from './public-names.ts';
import { redisEnv } from './redis-env.ts';

const DEFAULT_MANAGE: readonly string[] = ['python', 'manage.py'];

export interface StackContext {
  readonly name: string;
  readonly spec: MoneyPositiveSpec;
  /** Reference of the project's image. */
  readonly image: string;
  readonly version: string | undefined;
  /** What runs a management command, before the command's name. */
  readonly manage: readonly string[];
  /** Variables that every Django container gets, under the user's own. */
  readonly env: Env;
  readonly serviceAccountName: string;
  /** Names that others know the stack by. */
  readonly names: PublicNames;
  /** `<stack>-<part>`, cut to fit. */
  readonly nameOf: (part: string, max?: number) => string;
}

export function stackContext({ metadata, spec }: MoneyPositive): StackContext {
  const { name } = metadata;
  const nameOf = (part: string, max: number = MAX_LABEL): string => fitName(`${name}-${part}`, max);
  const image = imageReference(spec.image, spec.version);
  const names = publicNames(spec.names, name, nameOf);
  return {
    name,
    spec,
    image,
    version: versionLabel(image),
    manage: spec.manage ?? DEFAULT_MANAGE,
    env: { ...djangoEnv(spec), ...redisEnv(spec.redis, names.redis) },
    serviceAccountName: spec.serviceAccount?.name ?? name,
    names,
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
