/** A stream of manifests, written: what was kept as it came, what was generated with its source. */

import type { MergedItem } from '../merge/merge-items.ts';
import { joinDocuments } from '../yaml/stream.ts';
import { writeYaml } from '../yaml/write.ts';

/** Helm's comment that says which template a document comes from; `helm template --show-only` looks for it. */
const SOURCE_COMMENT = /^# Source: (.+?)\s*$/m;

/** The template a document comes from; undefined where no comment before its content says so. */
export function sourceComment(text: string): string | undefined {
  const [, path] = SOURCE_COMMENT.exec(leadingComments(text)) ?? [];
  return path;
}

/** The documents as one stream; a generated one bears the source comment of the MoneyPositive it came from, if it has one. */
export function writeStream(output: readonly MergedItem[]): string {
  return joinDocuments(output.map(documentText));
}

function documentText(item: MergedItem): string {
  if (item.kind === 'kept') return item.document.text;
  const { text } = item.kind === 'replaced' ? item.document : item.source.item.document;
  const source = sourceComment(text);
  const comment = source === undefined ? '' : `# Source: ${source}\n`;
  return `---\n${comment}${writeYaml(item.value)}`;
}

function leadingComments(text: string): string {
  return /^(?:\uFEFF?(?:---[^\n]*|[ \t]*#[^\n]*|[ \t\r]*)(?:\n|$))*/.exec(text)?.[0] ?? '';
}
