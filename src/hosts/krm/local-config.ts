/** Objects that stay in their package and never go to the cluster. */
import type { KubernetesObject } from '../../k8s/object.ts';
import { locate } from '../../locate.ts';
import type { Item } from '../../merge/item.ts';
import { isMoneyPositive } from '../../merge/sources.ts';
import type { Result } from '../../results.ts';

const LOCAL_CONFIG = 'config.kubernetes.io/local-config';

/** Whether the annotation is there, written as text or, by other functions, as a truth value. */
export function isLocalConfig({ metadata }: KubernetesObject): boolean {
  return String(metadata?.annotations?.[LOCAL_CONFIG] ?? 'false') !== 'false';
}

/** On kpt a MoneyPositive without the annotation is sent to the cluster, which doesn't know its kind. */
export function checkLocalConfig(items: readonly Item[]): readonly Result[] {
  return items
    .filter(
      ({ object, file }) =>
        object !== undefined && file !== undefined && isMoneyPositive(object) && !isLocalConfig(object),
    )
    .map((item) =>
      locate(
        {
          code: 'MP-LOCAL-CONFIG',
          severity: 'warning',
          message: `kpt would apply this object to the cluster: add the annotation ${LOCAL_CONFIG}: "true"`,
          path: ['metadata', 'annotations', LOCAL_CONFIG],
          proposedValue: 'true',
        },
        item,
      ),
    );
}
