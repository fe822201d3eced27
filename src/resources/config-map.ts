/** ConfigMap with the scripts of the init Job and the gate. */
import { COMPONENT_LABEL, SCRIPTS_COMPONENT } from '../k8s/labels.ts';
import type { ConfigMap } from '../k8s/models.ts';
import type { Stack } from '../stack/stack.ts';
import { metadata, stackLabels } from './parts/metadata.ts';
import { scriptsName } from './parts/scripts.ts';
import gate from './scripts/gate.py';
import common from './scripts/moneypositive_common.py';
import lock from './scripts/moneypositive_lock.py';
import record from './scripts/record.py';
import step from './scripts/step.py';

export function scriptsConfigMap(stack: Stack): ConfigMap {
  return {
    apiVersion: 'v1',
    kind: 'ConfigMap',
    metadata: metadata(stack, scriptsName(stack), {
      ...stackLabels(stack),
      [COMPONENT_LABEL]: SCRIPTS_COMPONENT,
    }),
    data: {
      'moneypositive_common.py': common,
      'moneypositive_lock.py': lock,
      'step.py': step,
      'record.py': record,
      'gate.py': gate,
    },
  };
}
