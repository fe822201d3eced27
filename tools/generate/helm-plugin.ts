/** `plugin.yaml`: what Helm 4 runs. It is strict about it: an unknown key is an error. */

interface Plugin {
  readonly version: string;
  /** Whether the bundle has to be built where the plugin is installed: in a clone, `dist/` is not there yet. */
  readonly builds: boolean;
}

/**
 * The log is why: Helm 4 shows nobody what a post-renderer says (docs/adr/0009). `node` is named, since `#!` says nothing to
 * Windows, and Helm itself then says that it is missing.
 */
export function helmPlugin({ version, builds }: Plugin): string {
  return `# Written by \`npm run generate\`. How to install it: docs/helm.md
apiVersion: v1
type: postrenderer/v1
name: moneypositive
version: ${version}
runtime: subprocess
config: {}
runtimeConfig:
  platformCommand:
    - command: node
      args:
        - \${HELM_PLUGIN_DIR}/dist/moneypositive.cjs
        - post-render
        - --log
        - \${HELM_PLUGIN_DIR}/last-run.log
${builds ? HOOKS : ''}`;
}

const BUILD = `\${HELM_PLUGIN_DIR}/tools/build-helm-plugin.sh`;

const HOOKS = `  platformHooks:
    install:
      - command: ${BUILD}
    update:
      - command: ${BUILD}
        args: [--again]
`;
