/** Which hosts are served, and by whom. */
import type { KubernetesObject } from '../k8s/object.ts';
import type { Result } from '../results.ts';
import { notice } from './notice.ts';
import type { Pair } from './objects.ts';
import { printable } from './printable.ts';
import { at, listAt, textAt } from './read.ts';

export interface HostChanges {
  readonly added: readonly string[];
  readonly removed: readonly string[];
}

/** Hosts of all Ingresses and HTTPRoutes of one side that the other side hasn't. */
export function hostChanges(pairs: readonly Pair[]): HostChanges {
  const [before, after] = hostsOfSides(pairs);
  return {
    added: [...after].filter((host) => !before.has(host)).map(printable),
    removed: [...before].filter((host) => !after.has(host)).map(printable),
  };
}

function hostsOfSides(pairs: readonly Pair[]): readonly [ReadonlySet<string>, ReadonlySet<string>] {
  return [
    new Set(pairs.flatMap(({ former }) => (former ? hostsOf(former) : []))),
    new Set(pairs.flatMap(({ next }) => (next ? hostsOf(next) : []))),
  ];
}

function hostsOf(object: KubernetesObject): readonly string[] {
  if (object.kind === 'HTTPRoute') return listAt(object, 'spec', 'hostnames').filter(isText);
  if (object.kind !== 'Ingress') return [];
  return listAt(object, 'spec', 'rules').flatMap((rule) => textAt(rule, 'host') ?? []);
}

function isText(value: unknown): value is string {
  return typeof value === 'string';
}

export function hostNotices(pairs: readonly Pair[]): readonly Result[] {
  const [, served] = hostsOfSides(pairs);
  return pairs.flatMap(({ former, next }) => [
    ...(former ? lostHosts(former, served) : []),
    ...(former && next ? otherController(former, next) : []),
  ]);
}

function lostHosts(former: KubernetesObject, served: ReadonlySet<string>): readonly Result[] {
  const lost = [...new Set(hostsOf(former))].filter((host) => !served.has(host));
  return lost.map((host) => notice('MP-PLAN-HOST', former, `${printable(host)} is no longer served`));
}

function otherController(former: KubernetesObject, next: KubernetesObject): readonly Result[] {
  const field = next.kind === 'Ingress' ? 'ingressClassName' : 'parentRefs';
  if (next.kind !== 'Ingress' && next.kind !== 'HTTPRoute') return [];
  const [from, to] = [former, next].map((object) => JSON.stringify(at(object, 'spec', field)));
  if (from === to) return [];
  const message =
    'another controller serves these hosts: their addresses in the DNS may have to change as well';
  return [notice('MP-PLAN-INGRESS-CLASS', next, message, `spec.${field}`)];
}
