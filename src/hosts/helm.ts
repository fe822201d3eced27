/**
 * The Helm post-renderer: a stream of manifests in, a stream out. Helm builds objects after it, so the MoneyPositive itself
 * goes, and no cluster needs to know its kind. The order of the output is the order in which Helm 3 creates objects.
 */
import { expandItems } from '../expand.ts';
import { type Item, toItem } from '../merge/item.ts';
import type { MergeOptions } from '../merge/merge-items.ts';
import { findSources } from '../merge/sources.ts';
import type { Result } from '../results.ts';
import { decodeUtf8 } from '../yaml/decode.ts';
import type { SourceDocument } from '../yaml/document.ts';
import { readStream } from '../yaml/stream.ts';
import { readConfig } from './helm/config.ts';
import type { Manifest } from './manifest.ts';
import type { HostOutput } from './output.ts';
import { exitCodeOf, formatResults, problemResults, withoutPosition } from './report.ts';
import { checkReleases } from './stale-releases.ts';
import { sourceComment, writeStream } from './stream.ts';

/** Helm 4 keeps each document's template file here, and sorts documents back into files by it. */
const HELM_4_FILE = 'postrenderer.helm.sh/postrender-filename';

/**
 * Runs the post-renderer. After an error nothing is printed: what Helm would go on with must not be half a release.
 *
 * @param config files with MoneyPositives that the chart does not contain.
 */
export function runPostRenderer(input: Uint8Array, config: readonly Manifest[] = []): HostOutput {
  const decoded = decodeUtf8(input);
  if ('problem' in decoded) {
    return { stdout: '', stderr: formatResults(problemResults([decoded.problem])), exitCode: 1 };
  }
  // Helm 3's `template --output-dir` sends nothing here; Helm 4 takes no empty answer.
  const isEmpty = decoded.text.trim() === '';
  if (isEmpty && config.length === 0) return { stdout: '# no manifests\n', stderr: '', exitCode: 0 };
  const stream = isEmpty ? [] : readStream(decoded.text).map(toHelmItem);
  const added = readConfig(config, stream);
  const items = [...stream, ...added.items];
  const { output, results } = expandItems(items, undefined, MERGE);
  const said = config.length === 0 ? results : [...added.results, ...results.filter(isNews)];
  const stale = checkReleases(items, findSources(items, undefined));
  const all = [...said, ...stale].map((result) => asSeen(result, config));
  const exitCode = exitCodeOf(all);
  return { stdout: exitCode === 0 ? writeStream(output) : '', stderr: formatResults(all), exitCode };
}

/** The template that a document comes from: Helm 3 says it in a comment, Helm 4 in an annotation. */
function toHelmItem(document: SourceDocument): Item {
  const item = toItem(document);
  const path = sourceComment(document.text) ?? helm4File(item);
  return path === undefined ? item : { ...item, file: { path } };
}

function helm4File({ object }: Item): string | undefined {
  const file: unknown = object?.metadata?.annotations?.[HELM_4_FILE];
  return typeof file === 'string' ? file : undefined;
}

/** Whoever names files has a MoneyPositive in mind: where there is none, that was said of the file. */
function isNews({ code }: Result): boolean {
  return code !== 'MP-NOTHING-TO-DO';
}

/** Lines are those of the user's file only where we have read it ourselves. */
function asSeen(result: Result, config: readonly Manifest[]): Result {
  const { file } = result;
  const isOwn = file === undefined || config.some(({ path }) => path === file.path);
  return isOwn ? result : withoutPosition(result);
}

const MERGE: MergeOptions = {
  keeps: () => false,
  place: (_object, { source }) => {
    const file = helm4File(source.item);
    return file === undefined ? {} : { [HELM_4_FILE]: file };
  },
};
