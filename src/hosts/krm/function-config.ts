/** What a functionConfig may be: nothing, a MoneyPositive, or a ConfigMap (kpt always sends one) that says how to run. */
import { nearest } from '../../api/suggest.ts';
import { code, listed } from '../../api/wording.ts';
import type { Code } from '../../codes.ts';
import type { KubernetesObject } from '../../k8s/object.ts';
import { locate } from '../../locate.ts';
import type { Item } from '../../merge/item.ts';
import { isMoneyPositive } from '../../merge/sources.ts';
import type { FieldPath, Result } from '../../results.ts';

/** How the function runs: `render` expands, `validate` only says what is wrong. */
const MODES = ['render', 'validate'] as const;

type Mode = (typeof MODES)[number];

/** The options that a ConfigMap can give. */
const OPTIONS = ['mode'] as const;

/** The mode on a MoneyPositive that is the functionConfig itself, which has no room for options. */
const MODE_ANNOTATION = 'moneypositive.coop/mode';

/** Results for a functionConfig that is something else: what it asks for would be passed over in silence. */
export function checkFunctionConfig(functionConfig: Item | undefined): readonly Result[] {
  if (functionConfig === undefined || isNothing(functionConfig)) return [];
  const { object } = functionConfig;
  if (isMoneyPositive(object)) return checkMode(functionConfig);
  if (!isConfigMap(object)) {
    const path = object === undefined ? [] : ['kind'];
    return [error(functionConfig, 'MP-FUNCTION-CONFIG-KIND', KIND_MESSAGE, path)];
  }
  return [...checkOptions(functionConfig, object), ...checkMode(functionConfig)];
}

/** The mode that is asked for; `render` where none is, or none that there is. */
export function modeOf(functionConfig: Item | undefined): Mode {
  const { value } = writtenMode(functionConfig?.object);
  return MODES.find((mode) => mode === value) ?? 'render';
}

const KIND_MESSAGE =
  'the functionConfig must be a MoneyPositive, a ConfigMap with options (`mode: validate`), or absent';

function checkOptions(item: Item, object: KubernetesObject): readonly Result[] {
  const known: readonly string[] = OPTIONS;
  return Object.keys(dataOf(object))
    .filter((option) => !known.includes(option))
    .map((option) => {
      const path = ['data', option];
      return error(item, 'MP-FUNCTION-CONFIG-DATA', unknown('option', option, known), path);
    });
}

function checkMode(item: Item): readonly Result[] {
  const { value, path } = writtenMode(item.object);
  if (value === undefined || MODES.some((mode) => mode === value)) return [];
  return [error(item, 'MP-FUNCTION-CONFIG-DATA', unknown('mode', String(value), MODES), path)];
}

function unknown(what: string, word: string, known: readonly string[]): string {
  const near = nearest(word, known);
  const advice = near === undefined ? `; there is ${listed(known)}` : `; did you mean ${code(near)}?`;
  return `the functionConfig asks for an unknown ${what}${advice}`;
}

/** The mode as it was written, and where. */
function writtenMode(object: KubernetesObject | undefined): {
  readonly value: unknown;
  readonly path: FieldPath;
} {
  if (isMoneyPositive(object)) {
    const value = object?.metadata?.annotations?.[MODE_ANNOTATION];
    return { value, path: ['metadata', 'annotations', MODE_ANNOTATION] };
  }
  return { value: isConfigMap(object) ? dataOf(object)['mode'] : undefined, path: ['data', 'mode'] };
}

function dataOf(object: KubernetesObject): Readonly<Record<string, unknown>> {
  return (object as { data?: Readonly<Record<string, unknown>> | null }).data ?? {};
}

function isConfigMap(object: KubernetesObject | undefined): object is KubernetesObject {
  return object?.kind === 'ConfigMap' && object.apiVersion === 'v1';
}

function isNothing({ document }: Item): boolean {
  return document.value === undefined || document.value === null;
}

function error(item: Item, code: Code, message: string, path: FieldPath): Result {
  return locate({ code, severity: 'error', message, path }, item);
}
