/** Every generated file and its text. */
import { version } from '../../package.json';
import { crdText, jsonSchemaText } from '../../src/api/published.ts';
import { CODES } from '../../src/codes.ts';
import { gaps } from './completeness.ts';
import { findingsPage } from './findings.ts';
import { helmPlugin } from './helm-plugin.ts';
import { publishedSchema } from './json-schema.ts';
import { readModel } from './model.ts';
import { openApi } from './openapi.ts';
import { referencePage } from './reference.ts';

/** A generated file: its path from the repository's root, and what it has to hold. */
export interface Output {
  readonly path: string;
  readonly text: string;
}

/** More than etcd and the annotation of `kubectl apply` would take is far off, but growth should be a decision. */
const LARGEST_CRD = 200 * 1024;

/** All outputs. Throws, naming the fields, when a field of the API lacks a type, description, default or example. */
export function outputs(): readonly Output[] {
  const model = readModel();
  const missing = gaps(model);
  if (missing.length > 0) throw new Error(`the API is not fully described:\n  ${missing.join('\n  ')}`);
  const schema = publishedSchema(model);
  return [
    { path: 'fn-config/money-positive.schema.json', text: jsonSchemaText(schema) },
    { path: 'fn-config/crd.yaml', text: limited(crdText(schema)) },
    { path: 'fn-config/openapi.json', text: `${JSON.stringify(openApi(schema), null, 2)}\n` },
    { path: 'docs/reference.md', text: referencePage(model) },
    { path: 'docs/findings.md', text: findingsPage(CODES) },
    { path: 'plugin.yaml', text: helmPlugin({ version, builds: true }) },
  ];
}

function limited(crd: string): string {
  const size = Buffer.byteLength(crd);
  if (size > LARGEST_CRD) throw new Error(`the CRD has ${size} bytes, more than ${LARGEST_CRD}`);
  return crd;
}
