/** A chart for the tests of Helm, and Helm with folders of its own. */
import { run } from './programs.ts';
import { example, workspace } from './workspace.ts';

/** Somebody else's object, with what only its bytes preserve. */
export const SERVICE = `apiVersion: v1
kind: Service
metadata: {name: other} # a comment that stays
spec: {ports: [{port: 80}], selector: {app: other}}
`;

const HOOK = `apiVersion: v1
kind: ConfigMap
metadata: {name: hooked, annotations: {helm.sh/hook: pre-install}}
`;

/** Values templated into the object, as charts do it. */
function templated(text: string): string {
  return text.replace(/^ {2}version: .*$/m, '  version: {{ .Values.version | quote }}');
}

/** A chart with a Service, and the MoneyPositive as a template of it. */
export function chart(text: string, files: Readonly<Record<string, string>> = {}): string {
  return foreignChart({ 'templates/money-positive.yaml': templated(text), ...files });
}

/** A chart that somebody else wrote, and files in it. */
export function foreignChart(files: Readonly<Record<string, string>> = {}): string {
  return workspace({
    'Chart.yaml': 'apiVersion: v2\nname: shop\nversion: 0.1.0\n',
    'values.yaml': 'version: "2021.12.1"\n',
    'templates/service.yaml': SERVICE,
    ...files,
  });
}

/** The chart with all that a chart may have: a hook, and another MoneyPositive in a subchart. */
export function largeChart(): string {
  return chart(example('minimal'), {
    'templates/hook.yaml': HOOK,
    'charts/store/Chart.yaml': 'apiVersion: v2\nname: store\nversion: 0.1.0\n',
    'charts/store/templates/money-positive.yaml': example('minimal').replace('name: shop', 'name: store'),
  });
}

/** Runs Helm where it finds no plugins but those in the folder, which it may also install there. */
export function helmIn(data: string, helm: string, args: readonly string[], cwd: string) {
  const home = [`XDG_DATA_HOME=${data}`, `XDG_CACHE_HOME=${data}/cache`, `XDG_CONFIG_HOME=${data}/config`];
  return run('env', ['-u', 'HELM_PLUGINS', ...home, helm, ...args], { cwd });
}
