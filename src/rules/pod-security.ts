/**
 * What Pod Security asks of every container and volume of a pod, the user's own included: a namespace that enforces the profile
 * refuses the whole pod. What a container may leave to its pod is given there. Source: Kubernetes, Pod Security Standards;
 * `host` in probes, which is part of them, has a rule of its own.
 */
import type { Container, SecurityContext, Volume } from '../k8s/models.ts';
import type { FieldPath, Finding } from '../results.ts';
import { pods } from './parts/pods.ts';
import { type Sited, sited } from './parts/sited.ts';
import { finding, once, type Rule } from './rule.ts';

/** The stricter first: what several components inherit is found once, with all that is wrong. */
const PROFILES = ['restricted', 'baseline'] as const;
type Profile = (typeof PROFILES)[number];

export const podSecurity: Rule = (subject) => {
  const all = pods(subject);
  return once(
    PROFILES.flatMap((profile) =>
      all
        .filter(({ component }) => component.security.profile === profile)
        .flatMap(({ sidecars, initContainers, volumes }) => [
          ...[...sidecars, ...initContainers].flatMap((container) => containerFaults(container, profile)),
          ...volumes.flatMap((volume) => volumeFault(volume, profile)),
        ]),
    ),
  );
};

function containerFaults({ path, value }: Sited<Container>, profile: Profile): readonly Finding[] {
  const context = value.securityContext ?? {};
  const needs = NEEDS[profile].filter(([, lacks]) => lacks(context)).map(([need]) => need);
  return [
    ...(needs.length === 0 ? [] : [refused(profile, [...path, 'securityContext'], `give it ${and(needs)}`)]),
    ...sited([...path, 'ports'], value.ports)
      .filter((port) => port.value.hostPort)
      .map((port) => refused(profile, [...port.path, 'hostPort'], 'remove `hostPort`')),
  ];
}

/** What a security context needs, in words, and whether it lacks that. */
type Need = readonly [string, (context: SecurityContext) => boolean];

const ALWAYS: readonly Need[] = [
  ['no `privileged: true`', ({ privileged }) => privileged === true],
  ['no `procMount: Unmasked`', ({ procMount }) => procMount === 'Unmasked'],
  [
    'no `seLinuxOptions` but a `level` and the `type` of a container',
    ({ seLinuxOptions = {} }) => !isContainerLabel(seLinuxOptions),
  ],
  ['no unconfined `seccompProfile`', ({ seccompProfile }) => seccompProfile?.type === 'Unconfined'],
  ['no unconfined `appArmorProfile`', ({ appArmorProfile }) => appArmorProfile?.type === 'Unconfined'],
  ['no `hostProcess: true`', ({ windowsOptions }) => windowsOptions?.hostProcess === true],
];

const NEEDS: Readonly<Record<Profile, readonly Need[]>> = {
  restricted: [
    ['`allowPrivilegeEscalation: false`', (context) => context.allowPrivilegeEscalation !== false],
    ['`capabilities: {drop: [ALL]}`', ({ capabilities }) => !capabilities?.drop?.includes('ALL')],
    ['no `capabilities.add` but `NET_BIND_SERVICE`', adds((name) => name !== 'NET_BIND_SERVICE')],
    ['no `runAsNonRoot: false`', ({ runAsNonRoot }) => runAsNonRoot === false],
    ...ALWAYS,
  ],
  baseline: [
    ['no `capabilities.add` beyond the default ones', adds((name) => !isDefaultCapability(name))],
    ...ALWAYS,
  ],
};

function adds(isTooMuch: (capability: string) => boolean): Need[1] {
  return ({ capabilities }) => (capabilities?.add ?? []).some(isTooMuch);
}

/** Those that a runtime gives a container anyway. */
function isDefaultCapability(name: string): boolean {
  return /^(AUDIT_WRITE|CHOWN|DAC_OVERRIDE|FOWNER|FSETID|KILL|MKNOD|NET_BIND_SERVICE|SET(FCAP|GID|PCAP|UID)|SYS_CHROOT)$/.test(
    name,
  );
}

function isContainerLabel({
  type = '',
  user = '',
  role = '',
}: NonNullable<SecurityContext['seLinuxOptions']>): boolean {
  return /^(container(_init|_kvm|_engine)?_t)?$/.test(type) && user === '' && role === '';
}

/** The volumes that `restricted` lets a pod have. */
const VOLUMES: readonly (keyof Volume)[] = [
  ...(['configMap', 'csi', 'downwardAPI', 'emptyDir', 'ephemeral', 'image'] as const),
  ...(['persistentVolumeClaim', 'projected', 'secret'] as const),
];

function volumeFault({ path, value }: Sited<Volume>, profile: Profile): readonly Finding[] {
  const isAllowed =
    profile === 'restricted'
      ? VOLUMES.some((type) => value[type] !== undefined)
      : value.hostPath === undefined;
  return isAllowed
    ? []
    : [refused(profile, path, 'take a volume of another type, such as `persistentVolumeClaim`')];
}

function refused(profile: Profile, path: FieldPath, fix: string): Finding {
  const message = `a namespace that enforces Pod Security \`${profile}\` refuses pods with this: ${fix}`;
  return finding('MP-POD-SECURITY', path, message);
}

function and(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
}
