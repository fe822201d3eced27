import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { validateSpec } from '../../src/api/validate.ts';
import { CODES } from '../../src/codes.ts';
import { readStream } from '../../src/yaml/stream.ts';
import { plainCopy, valueDocument } from '../../src/yaml/value-document.ts';
import { writeYaml } from '../../src/yaml/write.ts';
import { deepFreeze } from '../support/deep-freeze.ts';
import { fullObject } from './examples-of-schema.ts';

type Path = readonly (string | number)[];

// Each run validates an object that has every field; on a busy machine that takes its time.
vi.setConfig({ testTimeout: 60_000 });

const FULL = fullObject();
const PATHS = pathsOf(FULL, []);

function pathsOf(value: unknown, path: Path): readonly Path[] {
  if (typeof value !== 'object' || value === null) return [path];
  const members = Array.isArray(value) ? [...value.entries()] : Object.entries(value);
  return [path, ...members.flatMap(([step, member]) => pathsOf(member, [...path, step]))];
}

/** The object with another value at a path; a key that a list can't have (`length` is none of JSON's) appends to the list. */
function withValue(path: Path, value: unknown): unknown {
  const copy: unknown = plainCopy({ root: FULL });
  let parent = copy as Record<string | number, unknown>;
  let last: string | number = 'root';
  for (const step of path) {
    parent = parent[last] as Record<string | number, unknown>;
    last = step;
  }
  if (Array.isArray(parent) && typeof last === 'string') last = parent.length;
  // Not an assignment: that would lose a key `__proto__`.
  Object.defineProperty(parent, last, { value, enumerable: true, configurable: true, writable: true });
  return (copy as { readonly root: unknown }).root;
}

const anyPath = fc.constantFrom(...PATHS);
const anyKey = fc.oneof(
  fc.string(),
  fc.constantFrom('__proto__', 'constructor', 'toString', 'a/b', '~', '0', 'enabled', 'value'),
);
const anyValue = fc.oneof(
  fc.jsonValue(),
  fc.constantFrom(null, true, false, {}, [], '', -1, 1.5, 1e300, 'x'.repeat(300)),
);

describe('any object', () => {
  it('that was valid and is changed somewhere gets findings with codes and paths, or none, and no exception', () => {
    const change = fc.oneof(
      fc.record({ path: anyPath, value: anyValue }),
      fc
        .record({ path: anyPath, key: anyKey, value: anyValue })
        .map(({ path, key, value }) => ({ path: [...path, key], value })),
    );
    let found = 0;
    fc.assert(
      fc.property(change, ({ path, value }) => {
        const object = isInside(path) ? withValue(path, value) : value;
        const findings = validateSpec(valueDocument(deepFreeze(object)));
        found += findings.length;
        for (const { code, severity, path: field, message } of findings) {
          expect(CODES[code].severity).toBe(severity);
          expect(field.every((step) => typeof step === 'string' || Number.isInteger(step))).toBe(true);
          expect(message).toMatch(/^[^\n]+$/);
        }
      }),
      { numRuns: 1000 },
    );
    expect(found).toBeGreaterThan(250);
  });

  it('has findings that lie at or below the one thing that is wrong, or at the map it stands in', () => {
    fc.assert(
      fc.property(anyPath, anyValue, (path, value) => {
        for (const finding of validateSpec(valueDocument(withValue(path, value)))) {
          const shared = finding.path.filter((step, index) => step === path[index]).length;
          expect(shared).toBeGreaterThanOrEqual(Math.min(path.length, finding.path.length) - 1);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('gets the same findings from its text, with positions in it', () => {
    fc.assert(
      fc.property(anyPath, fc.constantFrom(null, true, 1.5, -1, [], {}, [{}], 'a b'), (path, value) => {
        const object = withValue(path, value);
        const text = writeYaml(object);
        const lines = text.split('\n');
        const [document] = readStream(text);
        if (document === undefined) throw new Error('no document');
        const findings = validateSpec(document);
        expect(findings.map(({ message }) => message).sort()).toEqual(
          validateSpec(valueDocument(object))
            .map(({ message }) => message)
            .sort(),
        );
        for (const { position } of findings) {
          expect(position?.column).toBeLessThanOrEqual((lines[(position?.line ?? 0) - 1]?.length ?? -1) + 1);
        }
      }),
      { numRuns: 100 },
    );
  });
});

describe('a secret', () => {
  const SECRET = 'hunter2-S3cr3t';
  const CARRIERS = [
    SECRET,
    [SECRET],
    { value: SECRET },
    [{ secret: SECRET }],
    { secretKeyRef: SECRET },
    `${SECRET}\n: [`,
  ];

  it('stands in no finding, wherever it stands as a value', () => {
    fc.assert(
      fc.property(anyPath, fc.constantFrom(...CARRIERS), (path, carrier) => {
        const object = path.length === 0 ? carrier : withValue(path, carrier);
        for (const document of [valueDocument(object), ...readStream(writeYaml(object))]) {
          expect(JSON.stringify(validateSpec(document))).not.toContain(SECRET);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('stands in no finding of a text that is cut off anywhere', () => {
    const text = writeYaml(withValue(['spec', 'env'], { PASSWORD: SECRET, TOKEN: [SECRET, { a: SECRET }] }));
    fc.assert(
      fc.property(
        fc.nat(text.length),
        fc.constantFrom('', '"', '{', '- [', ': :', '*x', '!x', '<<: '),
        (end, tail) => {
          const findings = readStream(text.slice(0, end) + tail).flatMap(validateSpec);
          expect(findings.map(({ message }) => message).join('\n')).not.toContain(SECRET);
        },
      ),
      { numRuns: 200 },
    );
  });
});

/** Whether a path leads into an object or list of the full object, so that something can be set there. */
function isInside(path: Path): boolean {
  const parent = path
    .slice(0, -1)
    .reduce<unknown>((value, step) => (value as Record<string, unknown> | null)?.[step], FULL);
  return path.length > 0 && typeof parent === 'object' && parent !== null;
}
