import { describe, expect, it } from 'vitest';
import { probeHttpHost } from '../../src/rules/probe-http-host.ts';
import { find, places } from '../support/findings.ts';

const httpGet = { host: 'shop.example.com', port: 8000 };
const PROXY = { name: 'proxy', image: 'proxy:1' };

describe('MP-PROBE-HTTP-HOST', () => {
  it('finds a host in the probes of workers', () => {
    expect(find(probeHttpHost, { workers: { a: { probes: { liveness: { httpGet } } } } })).toEqual([
      'MP-PROBE-HTTP-HOST spec.workers.a.probes.liveness.httpGet.host: Pod Security forbids `host` in probes and hooks: remove it; a Host header goes into `httpGet.httpHeaders`',
    ]);
  });

  it('finds one in the probes and hooks of own containers', () => {
    const readinessProbe = { tcpSocket: { host: '127.0.0.1', port: 1 } };
    expect(
      places(probeHttpHost, {
        sidecars: [{ ...PROXY, startupProbe: { httpGet } }],
        app: {
          sidecars: [{ ...PROXY, readinessProbe }],
          initContainers: [{ ...PROXY, name: 'wait', lifecycle: { preStop: { httpGet } } }],
        },
      }),
    ).toEqual([
      'spec.sidecars[0].startupProbe.httpGet.host',
      'spec.app.sidecars[0].readinessProbe.tcpSocket.host',
      'spec.app.initContainers[0].lifecycle.preStop.httpGet.host',
    ]);
  });

  it('lets probes be that ask their own pod', () => {
    const liveness = { httpGet: { port: 8000, httpHeaders: [{ name: 'Host', value: 'shop.example.com' }] } };
    const sidecars = [{ ...PROXY, livenessProbe: { tcpSocket: { port: 1, host: '' } } }];
    expect(find(probeHttpHost, { workers: { a: { probes: { liveness } } }, sidecars })).toEqual([]);
  });
});
