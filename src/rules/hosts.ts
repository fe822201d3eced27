/** Hosts are DNS names, each listed once, the canonical one first. */
import type { Finding } from '../results.ts';
import { repeated, type Sited, sited } from './parts/sited.ts';
import { finding, type Rule } from './rule.ts';

const DNS_NAME = /^[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?(\.[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?)*$/;
const IP_V4 = /^\d+(\.\d+){3}$/;
const MAX_DNS_NAME = 253;

export const hostFormat: Rule = ({ object: { spec } }) => {
  const hosts = sited(['spec', 'hosts'], spec.hosts);
  return [...hosts.flatMap(badHost), ...(spec.app?.probes?.host === undefined ? wildcardFirst(hosts) : [])];
};

export const hostDuplicate: Rule = ({ object: { spec } }) =>
  repeated(sited(['spec', 'hosts'], spec.hosts), nameIn).map(({ path }) =>
    finding('MP-HOST-DUPLICATE', path, 'this host is listed before: remove it'),
  );

function badHost({ path, value }: Sited<string>): readonly Finding[] {
  if (isHost(value)) return [];
  const name = nameIn(value);
  if (isHost(name)) {
    const message = `a host is a name alone, in lower case, without scheme, port and path: write \`${name}\``;
    return [finding('MP-HOST-FORMAT', path, message, name)];
  }
  const message =
    'not a DNS name: write labels of letters, digits and dashes with dots between, such as `app.example.com`';
  return [finding('MP-HOST-FORMAT', path, message)];
}

/** Probes send the first host as their Host header, and a pattern is none. */
function wildcardFirst([first]: readonly Sited<string>[]): readonly Finding[] {
  if (first === undefined || !first.value.startsWith('*')) return [];
  const message =
    'the first host is the canonical one and stands in the probes: put one without `*` first, or give `app.probes.host`';
  return [finding('MP-HOST-FORMAT', first.path, message)];
}

/** What the API server takes in an Ingress, which knows a wildcard for the first label. */
function isHost(text: string): boolean {
  const name = text.startsWith('*.') ? text.slice(2) : text;
  return text.length <= MAX_DNS_NAME && DNS_NAME.test(name) && !IP_V4.test(name);
}

/** The host in what may be a URL. Never with its user part: that may be a password. */
function nameIn(text: string): string {
  return text
    .trim()
    .toLowerCase()
    .replace(/^[a-z][a-z0-9+.-]*:\/\//, '')
    .replace(/[/?#].*$/s, '')
    .replace(/^.*@/s, '')
    .replace(/:\d*$/, '')
    .replace(/\.$/, '');
}
