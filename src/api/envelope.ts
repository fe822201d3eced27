/** The outermost look: is this an object of this API, in a version this program knows? */
import { API_GROUP, API_VERSION, KIND } from './group.ts';
import type { Statement } from './mistake.ts';
import { code, kindOf } from './wording.ts';

/** What keeps the fields from being looked at; undefined if they can be. Missing or mistyped members are the schema's business. */
export function envelopeStatement(value: unknown): Statement | undefined {
  if (kindOf(value) !== 'a map') {
    return {
      code: 'MP-SCHEMA-TYPE',
      message: 'a MoneyPositive is a map with `apiVersion`, `kind`, `metadata` and `spec`',
    };
  }
  const { apiVersion, kind } = value as Readonly<Record<string, unknown>>;
  if (typeof apiVersion === 'string' && apiVersion !== API_VERSION) return wrongVersion(apiVersion);
  if (typeof kind === 'string' && kind !== KIND) return wrongKind();
  return undefined;
}

function wrongVersion(apiVersion: string): Statement {
  const known = API_VERSION.slice(API_GROUP.length + 1);
  const message = apiVersion.startsWith(`${API_GROUP}/`)
    ? `this version of ${code(API_GROUP)} is unknown; known versions: ${code(known)}`
    : `\`apiVersion\` must be ${code(API_VERSION)}`;
  return { code: 'MP-SCHEMA-API-VERSION', message, path: ['apiVersion'], proposedValue: API_VERSION };
}

function wrongKind(): Statement {
  return {
    code: 'MP-SCHEMA-KIND',
    message: `\`kind\` must be ${code(KIND)}`,
    path: ['kind'],
    proposedValue: KIND,
  };
}
