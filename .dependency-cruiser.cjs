/**
 * Import directions, each with its reason. The pipeline reads from left to right:
 *
 *     hosts → expand → api, stack, rules, resources, release, merge → k8s, yaml
 *
 * and `plan` stands beside the pipeline: it compares what came out of it twice.
 */

/** What the layers may import of each other; a layer that isn't named may import what any may. */
const LAYERS = {
  k8s: { may: [], reason: 'Identity, names and types of Kubernetes know nothing of MoneyPositive.' },
  yaml: { may: ['results'], reason: 'Lossless YAML is of use without everything else, and is tested so.' },
  api: {
    may: ['k8s', 'yaml', 'results', 'codes'],
    reason: 'The API is what users write: it depends on no stage that works on it.',
  },
  stack: { may: ['api', 'k8s'], reason: 'Normalization sees the object alone: no items, no text, no host.' },
  rules: {
    may: ['stack', 'api', 'k8s', 'results', 'codes'],
    reason: 'A rule is a pure check on the stack; it knows no manifests.',
  },
  release: {
    may: ['k8s'],
    reason: 'Hashed names are given to any objects, after patches; nothing of the stack is needed.',
  },
  resources: {
    may: ['stack', 'k8s', 'release'],
    reason: 'An expander is pure and total: what can be wrong was found before.',
  },
  merge: {
    may: ['api', 'k8s', 'yaml', 'results', 'codes'],
    reason: 'Merging knows items and their owners, not what a stack is made of.',
  },
  plan: {
    may: ['k8s', 'release', 'results', 'codes'],
    reason: 'A plan compares any two sets of manifests; it knows nothing of what they were made from.',
  },
};

const LAYER_RULES = Object.entries(LAYERS).map(([layer, { may, reason }]) => ({
  name: `${layer}-imports-${may.length === 0 ? 'nothing' : may.join('-')}`,
  comment: reason,
  severity: 'error',
  from: { path: `^src/${layer}/` },
  to: { path: '^src/', pathNot: [layer, ...may].map((name) => `^src/${name}(/|\\.ts$)`) },
}));

module.exports = {
  forbidden: [
    ...LAYER_RULES,
    {
      name: 'no-cycles',
      comment: 'A cycle has no first file to read.',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'no-orphans',
      comment: 'A file that nothing imports and that imports nothing is dead.',
      severity: 'error',
      from: { orphan: true, path: '^src/', pathNot: '\\.d\\.ts$' },
      to: {},
    },
    {
      name: 'one-kind-per-file',
      comment:
        'A kind is read in one file; what several share stands in parts/. Only index.ts puts them together.',
      severity: 'error',
      from: { path: '^src/resources/[^/]+\\.ts$', pathNot: '/index\\.ts$' },
      to: { path: '^src/resources/[^/]+\\.ts$' },
    },
    {
      name: 'rules-stand-alone',
      comment: 'A rule is understood, added and removed by itself.',
      severity: 'error',
      from: { path: '^src/rules/[^/]+\\.ts$', pathNot: '/index\\.ts$' },
      to: { path: '^src/rules/', pathNot: '^src/rules/(rule\\.ts$|parts/)' },
    },
    {
      name: 'only-hosts-do-io',
      comment: 'Everything but the hosts is pure: same input, same output, on every host.',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/(hosts/|main\\.ts$)' },
      to: { dependencyTypes: ['core'], pathNot: '^(node:)?(crypto|util)$' },
    },
    {
      name: 'hosts-are-outermost',
      comment: 'Hosts use the pipeline; the pipeline knows no host.',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/(hosts/|main\\.ts$|index\\.ts$|kpt\\.ts$)' },
      to: { path: '^src/hosts/' },
    },
    {
      name: 'kpt-functions-only-in-kpt',
      comment:
        'Importing that package replaces the global console, and it is no wire path; only the KptFunc entry knows its types.',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/kpt(\\.ts|/)' },
      to: { path: 'kpt-functions' },
    },
    {
      name: 'kubernetes-models-only-as-types',
      comment: 'Nothing of the models is in the bundle.',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/k8s/models\\.ts$' },
      to: { path: 'kubernetes-models' },
    },
    {
      name: 'commander-only-in-the-cli',
      comment: 'Flags and help texts are the command line’s own affair.',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/hosts/cli/' },
      to: { path: 'node_modules/commander' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['types', 'import', 'default'] },
  },
};
