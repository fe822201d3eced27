/** A variable of the user's wins over a generated one of its name. Where a field is there to say the value, that is a contradiction. */
import { isDeepStrictEqual } from 'node:util';
import type { Env } from '../api/v1alpha1/component.ts';
import type { FieldPath, Finding } from '../results.ts';
import { passwordEnv } from '../stack/redis.ts';
import { redisEnv } from '../stack/redis-env.ts';
import { envMaps } from './parts/env-sites.ts';
import { type Sited, sitedEntries } from './parts/sited.ts';
import { finding, type Rule, type Subject } from './rule.ts';

export const envShadowed: Rule = (subject) => [
  ...envMaps(subject.object).flatMap((env) => shadowing(env, generatedAt(env.path, subject), subject)),
  ...settingsModule(subject),
];

/** What `redis` gives to the containers that a map is for. */
function generatedAt([, component]: FieldPath, { stack, object: { spec } }: Subject): Env {
  if (component !== 'redis') return redisEnv(spec.redis, stack.redis?.name ?? '');
  return stack.redis === undefined || spec.redis === undefined ? {} : passwordEnv(spec.redis);
}

function shadowing({ path, value }: Sited<Env>, generated: Env, { object }: Subject): readonly Finding[] {
  const urlEnv = object.spec.redis?.urlEnv ?? 'REDIS_URL';
  return sitedEntries(path, value)
    .filter(({ key, value: own }) => Object.hasOwn(generated, key) && !isDeepStrictEqual(own, generated[key]))
    .map(({ key, path: place }) =>
      finding(
        'MP-ENV-SHADOWED',
        place,
        `this takes the place of the \`${key}\` that \`redis\` gives: remove it, or ${
          key === urlEnv ? 'give that one another name by `redis.urlEnv`' : 'choose another name'
        }`,
      ),
    );
}

/** A component may have settings of its own; the stack has one field for them. */
function settingsModule({ object: { spec } }: Subject): readonly Finding[] {
  const own = spec.env?.['DJANGO_SETTINGS_MODULE'];
  if (spec.settingsModule === undefined || own === undefined || own === spec.settingsModule) return [];
  const message = 'this takes the place of `settingsModule`, which does nothing then: remove one of the two';
  return [finding('MP-ENV-SHADOWED', ['spec', 'env', 'DJANGO_SETTINGS_MODULE'], message)];
}
