/**
 * The Helm post-renderer: a stream of manifests in, a stream out. Helm builds objects after it, so the MoneyPositive itself
 * goes, and no cluster needs to know its kind. The order of the output is the order in which Helm 3 creates objects.
 */
import { expandItems } from '../expand.ts';
import { type Item, toItem } from '../merge/item.ts';
import type { MergeOptions } from '../merge/merge-items.ts';
import { findSources } from '../merge/sources.ts';
import { decodeUtf8 } from '../yaml/decode.ts';
import { readStream } from '../yaml/stream.ts';
import type { HostOutput } from './output.ts';
import { exitCodeOf, formatResults, problemResults, withoutPosition } from './report.ts';
import { checkReleases } from './stale-releases.ts';
import { sourceComment, writeStream } from './stream.ts';

/** Helm 4 keeps each document's template file here, and sorts documents back into files by it. */
const HELM_4_FILE = 'postrenderer.helm.sh/postrender-filename';

/** Runs the post-renderer. After an error nothing is printed: what Helm would go on with must not be half a release. */
export function runPostRenderer(input: Uint8Array): HostOutput {
  const decoded = decodeUtf8(input);
  if ('problem' in decoded) {
    return { stdout: '', stderr: formatResults(problemResults([decoded.problem])), exitCode: 1 };
  }
  // Helm 3's `template --output-dir` sends nothing here; Helm 4 takes no empty answer.
  if (decoded.text.trim() === '') return { stdout: '# no manifests\n', stderr: '', exitCode: 0 };
  const items = readStream(decoded.text).map(toHelmItem);
  const expansion = expandItems(items, undefined, MERGE);
  const { output } = expansion;
  const results = [...expansion.results, ...checkReleases(items, findSources(items, undefined))];
  const exitCode = exitCodeOf(results);
  const stderr = formatResults(results.map((result) => (result.file ? withoutPosition(result) : result)));
  return { stdout: exitCode === 0 ? writeStream(output) : '', stderr, exitCode };
}

function toHelmItem(document: Parameters<typeof toItem>[0]): Item {
  const path = sourceComment(document.text);
  return toItem(document, path === undefined ? undefined : { path });
}

const MERGE: MergeOptions = {
  keeps: () => false,
  place: (_object, { source }) => {
    const file = source.item.object?.metadata?.annotations?.[HELM_4_FILE];
    return file === undefined ? {} : { [HELM_4_FILE]: file };
  },
};
