import { describe, expect, it } from 'vitest';
import { fileRoots, nginxConflicts, staticCollect } from '../../src/rules/static-files.ts';
import { find } from '../support/findings.ts';

const claimName = 'uploads';

describe('MP-STATIC-COLLECT', () => {
  it('finds nginx without files', () => {
    expect(find(staticCollect, { static: { serve: 'nginx', collect: false } })).toEqual([
      'MP-STATIC-COLLECT spec.static.collect: nginx has its own image and sees only what is collected when the pod starts: remove `collect: false`',
    ]);
  });

  it('lets an image that brings them be, and nginx with files', () => {
    expect(find(staticCollect, { static: { collect: false } })).toEqual([]);
    expect(find(staticCollect, { static: { serve: 'nginx', collect: true } })).toEqual([]);
    expect(find(staticCollect, { static: { serve: 'nginx' } })).toEqual([]);
  });
});

describe('the conflicts of nginx', () => {
  it('are a port that app has, said where it is written', () => {
    const message = 'app and its nginx listen on one port: choose another';
    expect(find(nginxConflicts, { static: { serve: 'nginx', nginx: { port: 8000 } } })).toEqual([
      `MP-PORT-CONFLICT spec.static.nginx.port: ${message}`,
    ]);
    expect(find(nginxConflicts, { static: { serve: 'nginx' }, app: { port: 8080 } })).toEqual([
      `MP-PORT-CONFLICT spec.app.port: ${message}`,
    ]);
    expect(find(nginxConflicts, { static: { collect: true }, app: { port: 8080 } })).toEqual([]);
  });

  it('are one URL for two directories', () => {
    const found = find(nginxConflicts, { static: { serve: 'nginx' }, media: { claimName, url: '/static/' } });
    expect(found).toEqual([
      'MP-URL-CONFLICT spec.media.url: static files and uploads have one URL, and nginx serves one of them there: choose another',
    ]);
    expect(find(nginxConflicts, { static: { serve: 'nginx' }, media: { claimName } })).toEqual([]);
  });
});

describe('MP-MOUNT-CONFLICT of files', () => {
  const message = 'another generated volume is mounted here: choose another directory';

  it('finds two volumes in one directory', () => {
    expect(
      find(fileRoots, {
        static: { collect: true, root: '/srv/files' },
        media: { claimName, root: '/srv/files' },
      }),
    ).toEqual([`MP-MOUNT-CONFLICT spec.media.root: ${message}`]);
    expect(find(fileRoots, { static: { collect: true, root: '/opt/moneypositive' } })).toEqual([
      `MP-MOUNT-CONFLICT spec.static.root: ${message}`,
    ]);
  });

  it('lets directories of their own be, also where they are writable anyway', () => {
    expect(find(fileRoots, { static: { collect: true }, media: { claimName } })).toEqual([]);
    expect(
      find(fileRoots, { media: { claimName, root: '/tmp' }, security: { writablePaths: ['/tmp'] } }),
    ).toEqual([]);
  });
});
