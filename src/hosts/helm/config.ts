/**
 * MoneyPositives in files of their own (`--config`), for charts that contain none. They are to Helm what a functionConfig is
 * to kpt and kustomize: one that also stands in the chart counts once, and must be the same.
 */
import { locate } from '../../locate.ts';
import type { Item } from '../../merge/item.ts';
import { differsFromTwin, findTwin, isMoneyPositive } from '../../merge/sources.ts';
import type { Result } from '../../results.ts';
import { checkDocuments } from '../documents.ts';
import { type Manifest, type ReadManifest, readManifest } from '../manifest.ts';

/** What the files add to the stream, and what is wrong with them. */
export function readConfig(files: readonly Manifest[], stream: readonly Item[]): ReadManifest {
  const readings = files.map(readFile);
  const items = readings.flatMap((reading) => reading.items);
  return {
    items: items.filter((item) => findTwin(stream, item) === undefined),
    results: [
      ...readings.flatMap((reading) => reading.results),
      ...items.flatMap((item) => checkTwin(item, stream)),
    ],
  };
}

/** The documents of one file, without empty ones. A file that gives nothing is most likely the wrong one. */
function readFile(file: Manifest): ReadManifest {
  const reading = readManifest(file);
  const items = reading.items.filter(
    ({ document }) => document.value !== undefined || document.problems.length > 0,
  );
  const results = [...reading.results, ...checkDocuments(items), ...items.flatMap(checkKind)];
  if (items.length > 0 || results.length > 0) return { items, results };
  const message = `there is no MoneyPositive in ${file.path}`;
  return { items, results: [{ code: 'MP-NOTHING-FOUND', severity: 'error', message }] };
}

function checkKind(item: Item): readonly Result[] {
  if (item.object === undefined || isMoneyPositive(item.object)) return [];
  const message = 'a file of --config holds MoneyPositives only: put other objects into the chart';
  return [locate({ code: 'MP-FUNCTION-CONFIG-KIND', severity: 'error', message, path: ['kind'] }, item)];
}

function checkTwin(item: Item, stream: readonly Item[]): readonly Result[] {
  if (!differsFromTwin(stream, item)) return [];
  const where = findTwin(stream, item)?.file?.path ?? 'the chart';
  const message = `this MoneyPositive also stands in ${where}, with another spec: keep one of them`;
  const path = ['metadata', 'name'];
  return [locate({ code: 'MP-FUNCTION-CONFIG-DIFFERS', severity: 'error', message, path }, item)];
}
