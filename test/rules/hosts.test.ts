import { describe, expect, it } from 'vitest';
import { hostDuplicate, hostFormat } from '../../src/rules/hosts.ts';
import { find, moneyPositive, subjectOf } from '../support/findings.ts';

const firstProposal = (host: string) =>
  hostFormat(subjectOf(moneyPositive({ hosts: [host] })))[0]?.proposedValue;

describe('MP-HOST-FORMAT', () => {
  it('finds what is more than a name, and proposes the name', () => {
    expect(find(hostFormat, { hosts: ['https://Shop.Example.com:8443/path'] })).toEqual([
      'MP-HOST-FORMAT spec.hosts[0]: a host is a name alone, in lower case, without scheme, port and path: write `shop.example.com`',
    ]);
  });

  it.each([
    'https://shop.example.com',
    'shop.example.com:443',
    'shop.example.com/',
    'Shop.example.com',
    'shop.example.com.',
    ' shop.example.com',
  ])('proposes the name in %j', (host) => {
    expect(firstProposal(host)).toBe('shop.example.com');
  });

  it('never repeats a password', () => {
    const [message] = find(hostFormat, { hosts: ['https://shop:hunter2@shop.example.com/'] });
    expect(message).toContain('`shop.example.com`');
    expect(message).not.toContain('hunter2');
  });

  it.each([
    'shop_1.example.com',
    '-shop.example.com',
    'shop..example.com',
    '10.0.0.1',
    '[::1]',
    '',
    'a.*.example.com',
    'ä.example.com',
    `${'a'.repeat(64)}.com`,
  ])('finds %j, which is no DNS name', (host) => {
    expect(find(hostFormat, { hosts: [host] })).toEqual([
      'MP-HOST-FORMAT spec.hosts[0]: not a DNS name: write labels of letters, digits and dashes with dots between, such as `app.example.com`',
    ]);
    expect(firstProposal(host)).toBeUndefined();
  });

  it('finds a wildcard in the first place', () => {
    const hosts = ['*.example.com', 'app.example.com'];
    expect(find(hostFormat, { hosts, app: { probes: {} } })).toEqual([
      'MP-HOST-FORMAT spec.hosts[0]: the first host is the canonical one and stands in the probes: put one without `*` first, or give `app.probes.host`',
    ]);
    expect(find(hostFormat, { hosts, app: { probes: { host: 'app.example.com' } } })).toEqual([]);
  });

  it('lets names be', () => {
    const hosts = [
      'app.example.com',
      'localhost',
      'xn--4ca.example.com',
      '*.app.example.com',
      '1.example.com',
    ];
    expect(find(hostFormat, { hosts, app: { probes: {} } })).toEqual([]);
  });
});

describe('MP-HOST-DUPLICATE', () => {
  it('finds a host that is listed before, however it is written', () => {
    expect(find(hostDuplicate, { hosts: ['a.example.com', 'b.example.com', 'A.example.com'] })).toEqual([
      'MP-HOST-DUPLICATE spec.hosts[2]: this host is listed before: remove it',
    ]);
  });

  it('lets different hosts be', () => {
    expect(find(hostDuplicate, { hosts: ['example.com', 'www.example.com', '*.example.com'] })).toEqual([]);
  });
});
