/** What a functionConfig may be: nothing, a MoneyPositive, or the ConfigMap that kpt always sends. */
import type { Code } from '../../codes.ts';
import { locate } from '../../locate.ts';
import type { Item } from '../../merge/item.ts';
import { isMoneyPositive } from '../../merge/sources.ts';
import type { FieldPath, Result } from '../../results.ts';

/** Results for a functionConfig that is something else: what it asks for would be passed over in silence. */
export function checkFunctionConfig(functionConfig: Item | undefined): readonly Result[] {
  if (functionConfig === undefined || isMoneyPositive(functionConfig.object)) return [];
  const { object } = functionConfig;
  if (object === undefined) {
    return isNothing(functionConfig)
      ? []
      : [error(functionConfig, 'MP-FUNCTION-CONFIG-KIND', KIND_MESSAGE, [])];
  }
  if (object.kind !== 'ConfigMap' || object.apiVersion !== 'v1') {
    return [error(functionConfig, 'MP-FUNCTION-CONFIG-KIND', KIND_MESSAGE, ['kind'])];
  }
  const [option] = Object.keys((object as { data?: object | null }).data ?? {});
  if (option === undefined) return [];
  const message =
    'this function takes no options from a ConfigMap: give a MoneyPositive by configPath, or as an item';
  return [error(functionConfig, 'MP-FUNCTION-CONFIG-DATA', message, ['data', option])];
}

const KIND_MESSAGE = 'the functionConfig must be a MoneyPositive (or an empty ConfigMap, or absent)';

function isNothing({ document }: Item): boolean {
  return document.value === undefined || document.value === null;
}

function error(item: Item, code: Code, message: string, path: FieldPath): Result {
  return locate({ code, severity: 'error', message, path }, item);
}
