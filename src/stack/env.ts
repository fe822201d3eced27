/** Environment variables: a map in the API, an ordered list in a container. */
import type { Env, EnvValue } from '../api/v1alpha1/component.ts';
import type { EnvVar } from '../k8s/models.ts';

/** A variable reference, or the `$$` that escapes one. Source: Kubernetes, dependent environment variables. */
const REFERENCE = /\$\$|\$\(([^()]+)\)/g;

/** The names that a text refers to by `$(NAME)`. */
export function referencesIn(value: EnvValue): readonly string[] {
  if (typeof value !== 'string') return [];
  return [...value.matchAll(REFERENCE)].flatMap(([, name]) => (name === undefined ? [] : [name]));
}

/**
 * The variables as a container lists them: by name, but each after those its text refers to, since Kubernetes resolves
 * `$(NAME)` only backwards. The order of the map plays no part: hosts sort keys. Within a cycle (a rule reports it) the
 * order is by name.
 */
export function envVars(env: Env): readonly EnvVar[] {
  const ordered = new Map<string, EnvVar>();
  const visiting = new Set<string>();
  const visit = (name: string): void => {
    const value = lookup(env, name);
    if (value === undefined || visiting.has(name)) return;
    visiting.add(name);
    for (const reference of [...referencesIn(value)].sort()) visit(reference);
    ordered.set(name, envVar(name, value));
  };
  for (const name of Object.keys(env).sort()) visit(name);
  return [...ordered.values()];
}

/** The value of a variable; a name such as `constructor` is none that every object has. */
function lookup(env: Env, name: string): EnvValue | undefined {
  return Object.hasOwn(env, name) ? env[name] : undefined;
}

function envVar(name: string, value: EnvValue): EnvVar {
  return typeof value === 'string' ? { name, value } : { name, valueFrom: { ...value } };
}

/** The names on a cycle of `$(NAME)` references, in the order of the cycle, or undefined where there is none. */
export function findEnvCycle(env: Env): readonly string[] | undefined {
  const done = new Set<string>();
  const search = (name: string, trail: readonly string[]): readonly string[] | undefined => {
    const start = trail.indexOf(name);
    if (start >= 0) return trail.slice(start);
    const value = lookup(env, name);
    if (value === undefined || done.has(name)) return undefined;
    for (const reference of referencesIn(value)) {
      const cycle = search(reference, [...trail, name]);
      if (cycle) return cycle;
    }
    done.add(name);
    return undefined;
  };
  for (const name of Object.keys(env).sort()) {
    const cycle = search(name, []);
    if (cycle) return cycle;
  }
  return undefined;
}
