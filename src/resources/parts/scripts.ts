/**
 * How containers run the Python scripts of the init Job and the gate. The scripts stand once in a ConfigMap, so that no pod
 * repeats them; what they are told, they are told by environment variables. `scripts/README.md` says what each does.
 */
import type { EnvVar, Volume, VolumeMount } from '../../k8s/models.ts';
import { fitName } from '../../k8s/names.ts';
import { SCRIPTS_DIRECTORY, SCRIPTS_VOLUME } from '../../stack/pod-names.ts';
import type { Init, Stack } from '../../stack/stack.ts';

/**
 * Counts up when the scripts' behaviour changes, never else: pods of an earlier version may restart and need the scripts
 * they were made with, so a new behaviour is a new ConfigMap beside the former.
 */
const SCRIPTS_VERSION = 1;

export type Script = 'gate' | 'step' | 'record';

export function scriptsName({ name }: Pick<Stack, 'name'>): string {
  return fitName(`${name}-scripts-v${SCRIPTS_VERSION}`);
}

/** The argv that runs a script within Django. */
export function runScript(
  manage: readonly string[],
  script: Script,
): { readonly command: readonly string[]; readonly args: readonly string[] } {
  // run_path gives the script a namespace and a file name of its own; under `exec` both would be the shell's.
  const code = `import runpy; runpy.run_path('${SCRIPTS_DIRECTORY}/${script}.py')`;
  return { command: manage, args: ['shell', '-v', '0', '-c', code] };
}

/** What all three scripts are told. */
export function scriptEnv({ databases }: Pick<Init, 'databases'>): readonly EnvVar[] {
  return [{ name: 'MONEYPOSITIVE_DATABASES', value: databases.join(',') }];
}

export function scriptsVolume(stack: Pick<Stack, 'name'>): Volume {
  return { name: SCRIPTS_VOLUME, configMap: { name: scriptsName(stack) } };
}

export const SCRIPTS_MOUNT: VolumeMount = {
  name: SCRIPTS_VOLUME,
  mountPath: SCRIPTS_DIRECTORY,
  readOnly: true,
};
