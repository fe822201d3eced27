/** The Job that initializes a release: its steps in order, then the record that opens the gate. */

import type { Container, EnvVar, Job } from '../k8s/models.ts';
import { releaseVariable } from '../release/placeholder.ts';
import { ONCE_VARIABLE, STEP_VARIABLE } from '../release/step-variables.ts';
import { RECORD_CONTAINER } from '../stack/pod-names.ts';
import type { Init, Stack, Step } from '../stack/stack.ts';
import { componentMetadata } from './parts/metadata.ts';
import { container, podTemplate } from './parts/pod-template.ts';
import { runScript, SCRIPTS_MOUNT, scriptEnv, scriptsVolume } from './parts/scripts.ts';

/** Where `init.revision` stands: in the pod template, so that another revision is another Job. */
const REVISION_ANNOTATION = 'moneypositive.coop/revision';

/** The exit code by which a script says that the database refused its credentials. */
const REFUSED = 77;

/**
 * What doesn't count as a failure: a drained node, and refused credentials. Only a new pod reads a rotated Secret, so the
 * Job goes on trying, at growing intervals, until its deadline.
 */
const NO_FAILURES: NonNullable<NonNullable<Job['spec']>['podFailurePolicy']>['rules'] = [
  { action: 'Ignore', onPodConditions: [{ type: 'DisruptionTarget', status: 'True' }] },
  { action: 'Ignore', onExitCodes: { operator: 'In', values: [REFUSED] } },
];

/**
 * The init Job, named without its hash as yet. A Job's pod template can't be changed, so any change of it makes a new Job;
 * it is never removed by a time to live: a GitOps engine would make a removed Job again, for ever.
 */
export function job(stack: Stack, init: Init): Job {
  return {
    apiVersion: 'batch/v1',
    kind: 'Job',
    metadata: componentMetadata(stack, init),
    spec: {
      parallelism: 1,
      completions: 1,
      backoffLimit: init.backoffLimit,
      activeDeadlineSeconds: init.activeDeadlineSeconds,
      // Two pods of one Job at a time would only wait for each other's lock.
      podReplacementPolicy: 'Failed',
      podFailurePolicy: { rules: NO_FAILURES },
      template: podTemplate(init, {
        restartPolicy: 'Never',
        annotations: init.revision === undefined ? {} : { [REVISION_ANNOTATION]: init.revision },
        initContainers: init.steps.map((step) => stepContainer(init, step)),
        container: recordContainer(init),
        volumes: [scriptsVolume(stack)],
      }),
    },
  };
}

function stepContainer(init: Init, step: Step): Container {
  return container(init, step.name, {
    ...runScript(init.manage, 'step'),
    env: [...step.env, ...scriptEnv(init), ...stepEnv(init, step)],
    volumeMounts: [SCRIPTS_MOUNT],
  });
}

function stepEnv({ manage }: Init, { argv, once }: Step): readonly EnvVar[] {
  return [
    { name: 'MONEYPOSITIVE_MANAGE', value: toVariable(manage) },
    { name: STEP_VARIABLE, value: toVariable(argv) },
    ...(once === undefined ? [] : [{ name: ONCE_VARIABLE, value: once }]),
  ];
}

/**
 * An argv as the value of a variable. `$` is doubled: Kubernetes would resolve `$(NAME)` within the JSON, where a quote in the
 * value breaks it; the script resolves it argument by argument.
 */
function toVariable(argv: readonly string[]): string {
  return JSON.stringify(argv).replaceAll('$', '$$$$');
}

function recordContainer(init: Init): Container {
  return container(init, RECORD_CONTAINER, {
    ...runScript(init.manage, 'record'),
    env: [...init.env, ...scriptEnv(init), releaseVariable()],
    volumeMounts: [SCRIPTS_MOUNT],
  });
}
