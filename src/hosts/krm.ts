/**
 * The KRM function: a ResourceList in, a ResourceList out, for kpt and kustomize.
 * Source: KRM Functions Specification v1; what the hosts do beyond it is in the comments.
 */
import { type Item, toItem } from '../merge/item.ts';
import type { Result } from '../results.ts';
import { decodeUtf8 } from '../yaml/decode.ts';
import type { SourceDocument } from '../yaml/document.ts';
import { type ResourceList, readResourceList } from '../yaml/resource-list.ts';
import { expandPackage } from './krm/expand-package.ts';
import { fileOf, isOnKustomize } from './krm/files.ts';
import { modeOf } from './krm/function-config.ts';
import { isLocalConfig } from './krm/local-config.ts';
import { toKrmResult } from './krm/result.ts';
import { VALIDATED } from './krm/validated.ts';
import type { HostOutput } from './output.ts';
import { exitCodeOf, formatResults, problemResults, withoutPosition } from './report.ts';

/** Runs the function. After an error the items are written as they came: a host deletes what is missing. */
export function runFunction(input: Uint8Array): HostOutput {
  const decoded = decodeUtf8(input);
  if ('problem' in decoded) return unreadable('', problemResults([decoded.problem]));
  const list = readResourceList(decoded.text);
  if (list === undefined) return unreadable(decoded.text, [NOT_A_RESOURCE_LIST]);
  if (list.problems.length > 0) return unreadable(decoded.text, problemResults(list.problems));
  return runOnList(list);
}

const NOT_A_RESOURCE_LIST: Result = {
  code: 'MP-KRM-INPUT',
  severity: 'error',
  message: 'stdin is not a ResourceList (apiVersion config.kubernetes.io/v1, kind ResourceList)',
};

function runOnList(list: ResourceList): HostOutput {
  const items = list.items.map(toKrmItem);
  const functionConfig = list.functionConfig && toKrmItem(list.functionConfig);
  const expansion = expandPackage(items, functionConfig, keeps);
  const results = expansion.results.map(withoutPosition);
  const exitCode = exitCodeOf(results);
  const isValidator = exitCode === 0 && modeOf(functionConfig) === 'validate' && items.some(isOnKustomize);
  return {
    stdout: list.write(isValidator ? VALIDATED : expansion.output, results.map(toKrmResult)),
    stderr: stderrFor(results, items),
    exitCode,
  };
}

/** What can't be read goes back as it came: nothing of the user's may get lost, and the exit code says the rest. */
function unreadable(text: string, results: readonly Result[]): HostOutput {
  return { stdout: text, stderr: formatResults(results), exitCode: 1 };
}

/** kustomize shows stderr and no results. kpt shows results, and keeps the stderr of a function that succeeded. */
function stderrFor(results: readonly Result[], items: readonly Item[]): string {
  const isKpt = items.some(({ file }) => file !== undefined);
  return exitCodeOf(results) === 0 && isKpt ? '' : formatResults(results);
}

function toKrmItem(document: SourceDocument): Item {
  const item = toItem(document);
  return { ...item, file: item.object && fileOf(item.object) };
}

/**
 * A MoneyPositive stays if it has a file, which kpt would delete, or is marked as not for the cluster. Otherwise it goes:
 * kustomize would print it, and somebody apply it.
 */
function keeps({ file, object }: Item): boolean {
  return file !== undefined || (object !== undefined && isLocalConfig(object));
}
