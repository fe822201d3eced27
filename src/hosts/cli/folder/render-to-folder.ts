/** `render -o`: a file for each object. */
import { dirname, resolve } from 'node:path';
import type { MergedItem } from '../../../merge/merge-items.ts';
import { isOwnedBy } from '../../../merge/owners.ts';
import type { SourceDocument } from '../../../yaml/document.ts';
import { writeYaml } from '../../../yaml/write.ts';
import type { HostOutput } from '../../output.ts';
import { formatResults } from '../../report.ts';
import type { ExpandedManifests } from '../expand-manifests.ts';
import type { Io } from '../io.ts';
import { readFolder } from './folder-files.ts';
import { type FolderPlan, planFolder, type RenderedObject } from './plan.ts';

/** Plans everything, then writes; prints one line for each file that changed. There must be no error among the results. */
export function renderToFolder(expanded: ExpandedManifests, folder: string, io: Io): HostOutput {
  const plan = planFolder(renderedObjects(expanded, folder), readFolder(folder, io), folder, expanded.owners);
  if (plan.errors.length > 0) {
    return { stdout: '', stderr: formatResults([...plan.errors, ...expanded.results]), exitCode: 1 };
  }
  io.makeFolder(folder);
  for (const { path, text } of [...plan.created, ...plan.updated]) io.writeFile(path, text);
  for (const path of plan.removed) io.removeFile(path);
  return { stdout: summary(plan, folder), stderr: formatResults(expanded.results), exitCode: 0 };
}

/** What belongs into the folder; other people's objects that stand there already stay in the files they are in. */
function renderedObjects(
  { items, output, owners }: ExpandedManifests,
  folder: string,
): readonly RenderedObject[] {
  const itemOf = new Map(items.map((item) => [item.document, item]));
  const isThere = (document: SourceDocument): boolean => {
    const path = itemOf.get(document)?.file?.path;
    return path !== undefined && resolve(dirname(path)) === resolve(folder);
  };
  return output.flatMap((merged: MergedItem) => {
    if (merged.kind !== 'kept') return [{ object: merged.value, text: writeYaml(merged.value) }];
    const object = itemOf.get(merged.document)?.object;
    if (object === undefined) return [];
    const isOurs = isOwnedBy(object, owners);
    if (!isOurs && isThere(merged.document)) return [];
    return [{ object, text: withNewline(merged.document.text) }];
  });
}

function withNewline(text: string): string {
  return text.endsWith('\n') ? text : `${text}\n`;
}

function summary({ created, updated, removed, unchanged, strangers }: FolderPlan, folder: string): string {
  const lines = [
    ...created.map(({ path }) => `created ${path}`),
    ...updated.map(({ path }) => `updated ${path}`),
    ...removed.map((path) => `removed ${path}`),
    ...strangers.map((name) => `kept what is generated from ${name}: delete it if that is gone`),
    `${folder}: ${created.length} created, ${updated.length} updated, ${removed.length} removed, ${unchanged} unchanged`,
  ];
  return `${lines.join('\n')}\n`;
}
