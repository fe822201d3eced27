import { describe, expect, it } from 'vitest';
import type { Container } from '../../src/k8s/models.ts';
import { portConflict } from '../../src/rules/port-conflict.ts';
import { find, places } from '../support/findings.ts';

const withPorts = (name: string, ...ports: NonNullable<Container['ports']>): Container => ({
  name,
  image: 'x:1',
  ports,
});

describe('MP-PORT-CONFLICT', () => {
  it('finds a port that is taken in the pod', () => {
    expect(find(portConflict, { sidecars: [withPorts('a', { containerPort: 8000 })], beat: {} })).toEqual([
      'MP-PORT-CONFLICT spec.sidecars[0].ports[0].containerPort: the pod has another port `8000`: choose another',
    ]);
    const sidecars = [
      withPorts('a', { containerPort: 1 }),
      withPorts('b', { containerPort: 2 }, { containerPort: 1 }),
    ];
    expect(places(portConflict, { beat: { sidecars } })).toEqual([
      'spec.beat.sidecars[1].ports[1].containerPort',
    ]);
    expect(
      places(portConflict, { redis: { sidecars: [withPorts('a', { containerPort: 6379 })] } }),
    ).toHaveLength(1);
  });

  it('finds a name that a generated port has, or another one of the container', () => {
    expect(
      find(portConflict, { app: { sidecars: [withPorts('a', { name: 'http', containerPort: 1 })] } }),
    ).toEqual([
      'MP-PORT-CONFLICT spec.app.sidecars[0].ports[0].name: the pod has another port `http`: choose another',
    ]);
    const twice = withPorts('a', { name: 'x', containerPort: 1 }, { name: 'x', containerPort: 2 });
    expect(places(portConflict, { beat: { sidecars: [twice] } })).toEqual([
      'spec.beat.sidecars[0].ports[1].name',
    ]);
  });

  it('lets different ports be, protocols, pods, and a name in two sidecars', () => {
    const a = withPorts(
      'a',
      { containerPort: 8000, protocol: 'UDP' },
      { name: 'metrics', containerPort: 9000 },
    );
    const b = withPorts('b', { name: 'metrics', containerPort: 9001 }, { containerPort: 6379 });
    expect(find(portConflict, { sidecars: [a, b], redis: {} })).toEqual([]);
    expect(
      find(portConflict, {
        app: { port: 9000 },
        beat: { sidecars: [withPorts('a', { containerPort: 9000 })] },
      }),
    ).toEqual([]);
  });
});
