import { describe, expect, it } from 'vitest';
import { containerName } from '../../src/rules/container-names.ts';
import { find, places } from '../support/findings.ts';

const named = (name: string) => ({ name, image: 'x:1' });

describe('MP-CONTAINER-NAME', () => {
  it('finds a name that a generated container has, once where it is written', () => {
    expect(find(containerName, { sidecars: [named('gate')], workers: { a: {} } })).toEqual([
      'MP-CONTAINER-NAME spec.sidecars[0].name: another container of the pod is called `gate`: choose another name',
    ]);
    const init = { commands: [{ run: ['seed_plans'] }] };
    const sidecars = ['app', 'worker', 'beat', 'record', 'migrate', 'seed-plans'].map(named);
    expect(places(containerName, { sidecars, init, workers: { a: {} }, beat: {} })).toHaveLength(6);
    expect(places(containerName, { redis: { sidecars: [named('redis')] } })).toEqual([
      'spec.redis.sidecars[0].name',
    ]);
  });

  it('finds an init container that is called like a sidecar', () => {
    const app = { initContainers: [named('proxy')] };
    expect(places(containerName, { sidecars: [named('proxy')], app })).toEqual([
      'spec.app.initContainers[0].name',
    ]);
  });

  it('finds a name that Kubernetes does not take', () => {
    expect(find(containerName, { redis: { initContainers: [named('Wait_For')] } })).toEqual([
      "MP-CONTAINER-NAME spec.redis.initContainers[0].name: a container's name is a DNS-1123 label: lower-case letters, digits and dashes, at most 63 characters",
    ]);
  });

  it('lets a name be that is taken in another pod only, and a sidecar in place of an inherited one', () => {
    const app = { sidecars: [named('proxy'), named('worker')], initContainers: [named('redis')] };
    expect(find(containerName, { sidecars: [named('proxy')], app, redis: {} })).toEqual([]);
    expect(
      find(containerName, { sidecars: [named('gate'), named('beat')], init: { migrate: false } }),
    ).toEqual([]);
  });
});
