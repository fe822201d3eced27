import { describe, expect, it } from 'vitest';
import { podSecurity } from '../../src/rules/pod-security.ts';
import { find, places } from '../support/findings.ts';

const FINE = { allowPrivilegeEscalation: false, capabilities: { drop: ['ALL'] } };
const container = (securityContext?: object, name = 'proxy') => ({
  name,
  image: 'proxy:1',
  ...(securityContext && { securityContext }),
});

const sidecar = (securityContext?: object) => ({ sidecars: [container(securityContext)] });

describe('MP-POD-SECURITY', () => {
  it('finds a container without a security context of its own, once for all pods', () => {
    expect(find(podSecurity, { ...sidecar(), workers: { mail: {} }, beat: {} })).toEqual([
      'MP-POD-SECURITY spec.sidecars[0].securityContext: a namespace that enforces Pod Security `restricted` refuses pods with this: give it `allowPrivilegeEscalation: false` and `capabilities: {drop: [ALL]}`',
    ]);
  });

  it('finds each container where it is written', () => {
    expect(
      places(podSecurity, {
        ...sidecar(FINE),
        app: { initContainers: [container(FINE, 'a'), container({}, 'b')] },
        redis: { sidecars: [container()] },
      }),
    ).toEqual(['spec.app.initContainers[1].securityContext', 'spec.redis.sidecars[0].securityContext']);
  });

  it('says all that a container needs', () => {
    const context = {
      ...FINE,
      capabilities: { drop: ['ALL'], add: ['NET_BIND_SERVICE', 'SYS_TIME'] },
      runAsNonRoot: false,
      privileged: true,
    };
    expect(find(podSecurity, sidecar(context))).toEqual([
      'MP-POD-SECURITY spec.sidecars[0].securityContext: a namespace that enforces Pod Security `restricted` refuses pods with this: give it no `capabilities.add` but `NET_BIND_SERVICE`, no `runAsNonRoot: false` and no `privileged: true`',
    ]);
  });

  it('finds ports of the node', () => {
    const ports = [
      { containerPort: 1, hostPort: 0 },
      { containerPort: 2, hostPort: 2 },
    ];
    expect(find(podSecurity, { sidecars: [{ ...container(FINE), ports }] })).toEqual([
      'MP-POD-SECURITY spec.sidecars[0].ports[1].hostPort: a namespace that enforces Pod Security `restricted` refuses pods with this: remove `hostPort`',
    ]);
  });

  it('finds volumes of other types', () => {
    const volumes = [
      { name: 'a', emptyDir: {} },
      { name: 'b', hostPath: { path: '/var/run' } },
      { name: 'c', nfs: { server: 'nfs', path: '/' } },
    ];
    expect(places(podSecurity, { volumes })).toEqual(['spec.volumes[1]', 'spec.volumes[2]']);
    const baseline = { volumes, security: { profile: 'baseline' as const } };
    expect(find(podSecurity, baseline)).toEqual([
      'MP-POD-SECURITY spec.volumes[1]: a namespace that enforces Pod Security `baseline` refuses pods with this: take a volume of another type, such as `persistentVolumeClaim`',
    ]);
  });

  it('asks for what the profile asks for', () => {
    const withProfile = (profile: 'baseline' | 'none', context: object) =>
      find(podSecurity, { ...sidecar(context), security: { profile } }).length;
    expect(withProfile('baseline', {})).toBe(0);
    expect(withProfile('baseline', { capabilities: { add: ['CHOWN'] } })).toBe(0);
    expect(withProfile('baseline', { capabilities: { add: ['SYS_ADMIN'] } })).toBe(1);
    expect(withProfile('none', { privileged: true })).toBe(0);
  });

  it('says the most where pods differ', () => {
    const app = { security: { profile: 'baseline' as const } };
    expect(find(podSecurity, { ...sidecar({ privileged: true }), app, init: { migrate: false } })).toEqual([
      expect.stringContaining('`baseline` refuses pods with this: give it no `privileged: true`'),
    ]);
    expect(find(podSecurity, { ...sidecar({ privileged: true }), app })).toEqual([
      expect.stringMatching(/`restricted` .*`allowPrivilegeEscalation: false`.* and no `privileged: true`$/),
    ]);
  });
});
