/** `$(NAME)` is resolved in the order of the list, so variables that refer to each other in a circle have none. */
import type { Env } from '../api/v1alpha1/component.ts';
import type { EnvVar } from '../k8s/models.ts';
import type { FieldPath, Finding } from '../results.ts';
import { findEnvCycle } from '../stack/env.ts';
import { redisEnv } from '../stack/redis-env.ts';
import { places } from './parts/places.ts';
import { type Sited, sited } from './parts/sited.ts';
import { finding, once, type Rule, type Subject } from './rule.ts';

export const envCycle: Rule = (subject) => once(environments(subject).flatMap(cycleIn));

/** All variables of a container, and where they may be written: the innermost place, whose value counts, first. */
interface Environment {
  readonly variables: readonly EnvVar[];
  readonly written: readonly Sited<Env | undefined>[];
  /** Whether a variable's own `$(NAME)` may mean a key of a Secret or ConfigMap, unknown here. */
  readonly mayReferToItself: (name: string) => boolean;
}

function environments(subject: Subject): readonly Environment[] {
  const { stack, object } = subject;
  const top: Sited<Env | undefined> = { path: ['spec', 'env'], value: object.spec.env };
  // Who refers to the URL of Redis in a variable of that name means the generated one, which is lost then.
  const generated = Object.keys(redisEnv(object.spec.redis, ''));
  const means = (envFrom: readonly unknown[]) => (name: string) =>
    envFrom.length > 0 && !generated.includes(name);
  const components = places(subject).map(({ path, own, component }) => ({
    variables: component.env,
    written: [{ path: [...path, 'env'], value: own.env }, ...(component.component === 'redis' ? [] : [top])],
    mayReferToItself: means(component.envFrom),
  }));
  const init = { path: ['spec', 'init', 'env'], value: object.spec.init?.env };
  const commands = sited(['spec', 'init', 'commands'], object.spec.init?.commands);
  const first = (stack.init?.steps.length ?? 0) - commands.length;
  const steps = commands.map(({ path, value }, index) => ({
    variables: stack.init?.steps[first + index]?.env ?? [],
    written: [{ path: [...path, 'env'], value: value.env }, init, top],
    mayReferToItself: means(stack.init?.envFrom ?? []),
  }));
  return [...components, ...steps];
}

function cycleIn({ variables, written, mayReferToItself }: Environment): readonly Finding[] {
  const cycle = findEnvCycle(asMap(variables, mayReferToItself));
  if (cycle === undefined) return [];
  const [name = ''] = cycle;
  const message =
    cycle.length === 1
      ? `\`${name}\` refers to itself, which nothing resolves: give it another name than the one it refers to`
      : `${cycle.map((one) => `\`${one}\``).join(' → ')} → \`${name}\` refer to each other in a circle: give one of them its value`;
  return [finding('MP-ENV-CYCLE', siteOf(cycle, written), message)];
}

/** With `envFrom`, a variable that names itself means the value from there, which it replaces: no cycle. */
function asMap(variables: readonly EnvVar[], mayReferToItself: Environment['mayReferToItself']): Env {
  return Object.fromEntries(
    variables.flatMap(({ name, value }) =>
      value === undefined
        ? []
        : [[name, mayReferToItself(name) ? value.replaceAll(`$(${name})`, '') : value]],
    ),
  );
}

/** The first variable of the cycle that is written at the innermost place: without it there would be no cycle. */
function siteOf(cycle: readonly string[], written: Environment['written']): FieldPath {
  for (const { path, value } of written) {
    const name = cycle.find((one) => value !== undefined && Object.hasOwn(value, one));
    if (name !== undefined) return [...path, name];
  }
  return ['spec', 'env'];
}
