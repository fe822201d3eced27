/** Parses the text of one document with the yaml package, and says in plain words what isn't YAML. */
import { type Document, type ErrorCode, isScalar, type Node, parseAllDocuments, type YAMLError } from 'yaml';
import type { YamlProblem } from './document.ts';
import type { Locate } from './locator.ts';

/** Something that isn't YAML, at an offset of the text. */
export interface Fault {
  readonly message: string;
  readonly offset: number;
}

/** A document's root node, `null` where there is nothing but comments, and what isn't YAML about it. */
export interface Parsed {
  readonly node: Node | null;
  readonly faults: readonly Fault[];
}

/**
 * Parses one document by the core schema of YAML 1.2, whatever its `%YAML` directive says. Keys may repeat, `<<` is a key
 * and unknown tags are left alone: that is for `inspect.ts` to judge. Never throws.
 *
 * @param tokens keep the concrete syntax tree (`srcToken`), which says where the bytes of each node are.
 */
export function parseOne(text: string, tokens = false): Parsed {
  const documents = parseTolerantly(text, tokens);
  const document = documents.find(hasContent) ?? documents[0];
  const faults = documents.flatMap(({ errors }) => errors.map(toFault));
  return {
    node: document && hasContent(document) ? document.contents : null,
    faults: [...faults, ...unprintable(text)],
  };
}

/** The faults as problems of a document. */
export function toProblems(faults: readonly Fault[], locate: Locate): readonly YamlProblem[] {
  return faults.map(({ message, offset }) => ({ kind: 'syntax', message, position: locate(offset) }));
}

function parseTolerantly(text: string, keepSourceTokens: boolean): readonly Document.Parsed[] {
  return [
    ...parseAllDocuments(text, {
      version: '1.2',
      schema: 'core',
      merge: false,
      resolveKnownTags: false,
      uniqueKeys: false,
      logLevel: 'silent',
      prettyErrors: false,
      keepSourceTokens,
    }),
  ];
}

/** An empty document reads as a null that was never written. */
function hasContent({ contents }: Document.Parsed): boolean {
  return !(isScalar(contents) && contents.value === null && contents.source === '');
}

/** The first character that YAML doesn't allow: the yaml package lets them pass, Go refuses the document. */
function unprintable(text: string): readonly Fault[] {
  const found = /(?![\t\n\r\u0085])\p{Cc}|[\ufffe\uffff]/u.exec(text);
  if (!found) return [];
  const code = found[0].charCodeAt(0).toString(16).toUpperCase().padStart(4, '0');
  const message = `the character U+${code} is not allowed in YAML; in double quotes it can be written as "\\u${code}"`;
  return [{ message, offset: found.index }];
}

/** Not the yaml package's own message: some of them quote the text, which may be a secret. */
function toFault({ code, message, pos }: YAMLError): Fault {
  const detail = DETAILS.find(([pattern]) => pattern.test(message));
  return { message: detail?.[1] ?? MESSAGES[code] ?? 'this is not valid YAML', offset: pos[0] };
}

/** Messages of the yaml package that tell more than their code. */
const DETAILS: readonly (readonly [RegExp, string])[] = [
  [/^Missing closing/, 'a quote is opened and never closed'],
  [
    /^Flow (?:map|sequence) .*must .*end with/,
    'a "{" or "[" is opened and not closed, or what is in it is not indented',
  ],
  [/^Missing , (?:or : )?between/, 'a comma is missing before this'],
  [/need to be followed by map values$/, 'this key is not followed by ":" and a space'],
  [/^Sequence item without -/, 'an item of a list starts with "- "'],
  [/^Comments must be separated/, 'a comment starts with a space before its "#"'],
  [/^Block collection cannot start on same line/, 'after "---" a mapping or list starts on a new line'],
];

const MESSAGES: Readonly<Partial<Record<ErrorCode, string>>> = {
  ALIAS_PROPS: 'an alias can have neither an anchor nor a tag',
  BAD_ALIAS: 'an anchor or alias needs a name',
  BAD_COLLECTION_TYPE: 'the tag here belongs to another type of collection',
  BAD_DIRECTIVE: 'this directive (a line that starts with %) is not one that YAML knows',
  BAD_DQ_ESCAPE:
    'in double quotes a backslash starts an escape, and this one is unknown; write "\\\\" for a backslash',
  BAD_INDENT: 'the indentation does not fit: the entries of one mapping or list start at the same column',
  BAD_PROP_ORDER: 'an anchor or tag stands after the "-", "?" or ":" it belongs to, not before it',
  BAD_SCALAR_START: "text can't start with this character; put it in quotes",
  BLOCK_AS_IMPLICIT_KEY:
    'a second ": " on one line: put the text in quotes, or the nested mapping on a line of its own',
  BLOCK_IN_FLOW: 'inside of {} or [] everything has to be in that style',
  IMPOSSIBLE: 'this is not valid YAML',
  KEY_OVER_1024_CHARS: 'the ":" of a key has to stand within 1024 characters',
  MISSING_CHAR:
    'something is missing here: a ":" after a key, a closing quote or bracket, a comma, or a space',
  MULTILINE_IMPLICIT_KEY: 'a key has to stand on one line and be followed by ":"',
  MULTIPLE_ANCHORS: 'a value can have one anchor only',
  MULTIPLE_TAGS: 'a value can have one tag only',
  RESOURCE_EXHAUSTION: 'this is nested too deeply to be read',
  TAB_AS_INDENT: "a tab can't be used for indentation; use spaces",
  TAG_RESOLVE_FAILED: "the tag here can't be resolved",
  UNEXPECTED_TOKEN: 'this is not expected here; a quote, bracket or indentation before it may be wrong',
};
