import { describe, expect, it } from 'vitest';
import { normalizeSecurity } from '../../src/stack/security.ts';
import { writableDirectories } from '../../src/stack/writable.ts';

const directories = (
  writablePaths: string[],
  mounted: string[] = [],
  readOnlyRootFilesystem = true,
  files: string[] = [],
) =>
  writableDirectories({
    security: normalizeSecurity(undefined, { writablePaths, readOnlyRootFilesystem }),
    volumeMounts: mounted.map((mountPath) => ({ name: 'own', mountPath })),
    files: files.map((path) => ({ volume: { name: 'media' }, path })),
  }).map(({ name, path }) => `${name} ${path}`);

describe('writableDirectories', () => {
  it('are /tmp on a read-only root, and what is asked for', () => {
    expect(directories(['/app/var'])).toEqual(['tmp /tmp', 'writable-app-var /app/var']);
    expect(directories(['/app/var'], [], false)).toEqual(['writable-app-var /app/var']);
  });

  it('have different names, even if the paths look alike', () => {
    expect(directories(['/app/var', '/app-var', '/App/var', '/app/var-2'], [], false)).toEqual([
      'writable-app-var /app/var',
      'writable-app-var-2 /app-var',
      'writable-app-var-3 /App/var',
      'writable-app-var-2-2 /app/var-2',
    ]);
  });

  it('are not where files of the project are', () => {
    expect(directories(['/app/media', '/a'], [], false, ['/app/media'])).toEqual(['writable-a /a']);
  });

  it('are there once, and not where the user mounts something', () => {
    expect(directories(['/tmp', '/a', '/a'])).toEqual(['tmp /tmp', 'writable-a /a']);
    expect(directories(['/a'], ['/tmp', '/a'])).toEqual([]);
  });
});
