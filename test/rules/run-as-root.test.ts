import { describe, expect, it } from 'vitest';
import { runAsRoot } from '../../src/rules/run-as-root.ts';
import { find, places } from '../support/findings.ts';

const container = (securityContext: object) => ({ name: 'proxy', image: 'proxy:1', securityContext });

describe('MP-RUN-AS-ROOT', () => {
  it('finds user 0 where it is written, once', () => {
    expect(find(runAsRoot, { security: { runAsUser: 0 }, beat: {}, redis: {} })).toEqual([
      'MP-RUN-AS-ROOT spec.security.runAsUser: `restricted` forbids user 0, and the kubelet does not start the container: give another user, or choose `security.profile: baseline`',
    ]);
    expect(places(runAsRoot, { workers: { mail: { security: { runAsUser: 0 } } } })).toEqual([
      'spec.workers.mail.security.runAsUser',
    ]);
  });

  it('finds it in containers of your own', () => {
    expect(
      places(runAsRoot, {
        sidecars: [container({ runAsUser: 0 })],
        beat: { initContainers: [{ ...container({ runAsUser: 0 }), name: 'chown' }] },
      }),
    ).toEqual([
      'spec.sidecars[0].securityContext.runAsUser',
      'spec.beat.initContainers[0].securityContext.runAsUser',
    ]);
  });

  it('lets be what starts: another user, another profile, a container that takes root back', () => {
    expect(
      find(runAsRoot, {
        security: { runAsUser: 0 },
        app: { security: { runAsUser: 1 } },
        init: { migrate: false },
      }),
    ).toEqual([]);
    expect(find(runAsRoot, { security: { profile: 'baseline', runAsUser: 0 } })).toEqual([]);
    expect(find(runAsRoot, { sidecars: [container({ runAsUser: 0, runAsNonRoot: false })] })).toEqual([]);
  });
});
