import { describe, expect, it } from 'vitest';
import { fileNames } from '../../../../src/hosts/cli/folder/file-names.ts';
import { OWNER_ANNOTATION } from '../../../../src/k8s/owner.ts';

function object(kind: string, name: string, { apiVersion = 'v1', namespace = '', annotations = {} } = {}) {
  return { apiVersion, kind, metadata: { name, annotations, ...(namespace !== '' && { namespace }) } };
}

const OWNED = { annotations: { [OWNER_ANNOTATION]: 'shop' } };

describe('fileNames', () => {
  it('is kind and name', () => {
    expect(fileNames([object('ConfigMap', 'settings'), object('Secret', 'settings')])).toEqual([
      'configmap_settings.yaml',
      'secret_settings.yaml',
    ]);
  });

  it('leaves out the hash of an init Job, and nothing of another Job', () => {
    expect(fileNames([object('Job', 'shop-init-0a1b2c3d', OWNED), object('Job', 'report-0a1b2c3d')])).toEqual(
      ['job_shop-init.yaml', 'job_report-0a1b2c3d.yaml'],
    );
  });

  it('takes names of others as they come', () => {
    const named = (metadata: unknown) => ({ ...object('Secret', ''), metadata }) as ReturnType<typeof object>;
    expect(
      fileNames([named({ name: ['a'] }), named({ name: 7 }), named({ generateName: 3 }), named(1)]),
    ).toEqual(['secret_.yaml', 'secret_7.yaml', 'secret_3.yaml', 'secret_.yaml']);
  });

  it('tells namespaces and groups only where names would clash', () => {
    expect(
      fileNames([
        object('Service', 'app', { namespace: 'a' }),
        object('Service', 'app', { namespace: 'b' }),
        object('Service', 'app', { apiVersion: 'serving.knative.dev/v1' }),
        object('Service', 'other', { namespace: 'a' }),
      ]),
    ).toEqual([
      'a_service_app.yaml',
      'b_service_app.yaml',
      'service.serving.knative.dev_app.yaml',
      'service_other.yaml',
    ]);
  });

  it('never leads out of the folder', () => {
    expect(fileNames([object('../Role', 'system:node/../../x')])).toEqual([
      '..-role_system-node-..-..-x.yaml',
    ]);
  });

  it('copes with objects that have no name', () => {
    const metadata: object = { generateName: 'job-' };
    expect(
      fileNames([
        { apiVersion: 'v1', kind: 'Pod', metadata },
        { apiVersion: 'v1', kind: 'List' },
      ]),
    ).toEqual(['pod_job-.yaml', 'list_.yaml']);
  });
});
