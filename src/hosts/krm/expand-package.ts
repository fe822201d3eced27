/** The function on a package of files, whoever reads and writes them: kpt, or a program that uses its SDK. */
import { type Expansion, expandItems } from '../../expand.ts';
import type { Item } from '../../merge/item.ts';
import { findSources } from '../../merge/sources.ts';
import { hasErrors, type Result } from '../../results.ts';
import { checkOrphans } from '../orphans.ts';
import { checkReleases } from '../stale-releases.ts';
import { checkFiles } from './file-conflicts.ts';
import { fileAnnotations } from './files.ts';
import { checkFunctionConfig, modeOf } from './function-config.ts';
import { checkLocalConfig } from './local-config.ts';

/**
 * Expands the items, and says what only these hosts are to be told. After an error the items are the input's, and so they
 * are where the functionConfig asks to validate only.
 *
 * @param keeps whether a MoneyPositive stays among the items.
 */
export function expandPackage(
  items: readonly Item[],
  functionConfig: Item | undefined,
  keeps: (item: Item) => boolean,
): Expansion {
  const { output, results } = expandItems(items, functionConfig, { keeps, place: fileAnnotations });
  const sources = findSources(items, functionConfig);
  const renders = modeOf(functionConfig) === 'render';
  const all: readonly Result[] = [
    ...checkFunctionConfig(functionConfig),
    ...results,
    ...checkFiles(output),
    ...checkLocalConfig(items),
    ...checkOrphans(items, sources),
    ...checkReleases(items, renders ? sources : []),
  ];
  if (!hasErrors(all) && renders) return { output, results: all };
  return { output: items.map(({ document }) => ({ kind: 'kept', document })), results: all };
}
