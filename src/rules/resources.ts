/** Amounts of resources and storage: what the API server refuses, and what it takes although nobody means it. */
import type { ResourceRequirements } from '../k8s/models.ts';
import { parseQuantity } from '../k8s/quantity.ts';
import type { Finding } from '../results.ts';
import { one, type Sited, sitedEntries } from './parts/sited.ts';
import { containers, levels, writtenComponents } from './parts/written.ts';
import { finding, type Rule, type Subject } from './rule.ts';

/** Counted in bytes: a fraction of one is a slip (`512m` for `512Mi`). */
const BYTES: readonly string[] = ['memory', 'ephemeral-storage'];
const STANDARD = /^(cpu|memory|ephemeral-storage|hugepages-.+)$/;

export const resourceQuantities: Rule = (subject) => [
  ...resourcesOf(subject).flatMap(({ path, value }) =>
    (['requests', 'limits'] as const).flatMap((part) =>
      sitedEntries([...path, part], value[part]).flatMap(({ key, ...amount }) =>
        BYTES.includes(key) ? badBytes(amount) : badAmount(amount),
      ),
    ),
  ),
  ...storageSizes(subject).flatMap(badSize),
];

/** A misspelt resource has no unit to say so: the API server refuses what it doesn't know. */
export const resourceNames: Rule = (subject) =>
  resourcesOf(subject).flatMap(({ path, value }) =>
    (['requests', 'limits'] as const).flatMap((part) =>
      sitedEntries([...path, part], value[part])
        .filter(({ key }) => !key.includes('/') && !STANDARD.test(key))
        .map(({ key, path: place }) =>
          finding(
            'MP-RESOURCES-NAME',
            place,
            `Kubernetes knows no resource \`${key}\`: write \`cpu\`, \`memory\` or \`ephemeral-storage\``,
          ),
        ),
    ),
  );

export const resourceLimits: Rule = (subject) =>
  resourcesOf(subject).flatMap(({ path, value: { requests, limits } }) =>
    sitedEntries([...path, 'limits'], limits).flatMap(({ key, path: place, value }) => {
      const request = parseQuantity(requests?.[key] ?? 0) ?? 0;
      if ((parseQuantity(value) ?? request) >= request) return [];
      const message = `the ${key} limit is below the ${key} request: raise the limit or lower the request`;
      return [finding('MP-RESOURCES-LIMIT', place, message)];
    }),
  );

/** The resources that are written anywhere. */
function resourcesOf({ object }: Subject): readonly Sited<ResourceRequirements>[] {
  const nginx = one(['spec', 'static', 'nginx'], object.spec.static?.nginx);
  const owners: readonly Sited<{ resources?: ResourceRequirements }>[] = [
    ...writtenComponents(object),
    ...nginx,
    ...containers(object),
  ];
  return owners.flatMap(({ path, value: { resources } }) =>
    resources === undefined ? [] : [{ path: [...path, 'resources'], value: resources }],
  );
}

/** Sizes of volumes: those of beat and Redis, and the limits of the user's own `emptyDir`s. */
function storageSizes({ object }: Subject): readonly Sited<string | number>[] {
  const { beat, redis, media } = object.spec;
  return [
    ...one(['spec', 'beat', 'storage'], beat?.storage),
    ...one(['spec', 'redis', 'storage'], redis?.storage || undefined),
    ...one(['spec', 'media', 'storage', 'size'], media?.storage?.size),
    ...levels(object).flatMap(({ path, value: { volumes = [] } }) =>
      volumes.flatMap(({ emptyDir }, index) =>
        one([...path, 'volumes', index, 'emptyDir', 'sizeLimit'], emptyDir?.sizeLimit),
      ),
    ),
  ];
}

function badAmount({ path, value }: Sited<string | number>): readonly Finding[] {
  const amount = parseQuantity(value);
  if (amount !== undefined && amount >= 0 && Number.isFinite(amount)) return [];
  return [finding('MP-RESOURCES-QUANTITY', path, 'not an amount: write one such as `500m` or `1Gi`')];
}

/** `m` means thousandths: the API server takes it for bytes, and nothing fits in. */
function badBytes(size: Sited<string | number>): readonly Finding[] {
  if (!/\d[num]$/.test(String(size.value))) return badAmount(size);
  const message = 'this is a fraction of a byte: write a unit of bytes, such as `Mi` or `Gi`';
  return [finding('MP-RESOURCES-QUANTITY', size.path, message)];
}

function badSize(size: Sited<string | number>): readonly Finding[] {
  if (parseQuantity(size.value) !== 0) return badBytes(size);
  return [finding('MP-RESOURCES-QUANTITY', size.path, 'a volume of no size: write an amount such as `1Gi`')];
}
