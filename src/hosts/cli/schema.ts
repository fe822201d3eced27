/** `moneypositive schema`: the API, for editors and clusters. */
import { type Command, Option } from 'commander';
import apiSchema from '../../../fn-config/money-positive.schema.json';
import type { JsonSchema } from '../../api/json-schema.ts';
import { crdText, jsonSchemaText } from '../../api/published.ts';
import type { Run } from './run.ts';

type Format = 'json-schema' | 'crd';

/** In the bundle: the program needs no file of its package. */
const SCHEMA = apiSchema as JsonSchema;

const EXAMPLES = `
The JSON Schema completes and checks a MoneyPositive in an editor that speaks
the YAML language server; name it in the first line of the file:

  # yaml-language-server: $schema=./money-positive.schema.json

The CustomResourceDefinition is for admission in CI and for kubectl explain;
nothing in a cluster acts on such an object.

Examples:
  $ moneypositive schema > money-positive.schema.json
  $ moneypositive schema --format crd > crd.yaml`;

export function addSchema(program: Command, run: Run): void {
  const format = new Option('--format <format>', 'which schema');
  program
    .command('schema')
    .description('print the JSON Schema or the CRD of MoneyPositive')
    .addOption(format.choices(['json-schema', 'crd']).default('json-schema'))
    .addHelpText('after', EXAMPLES)
    .action((options: { format: Format }) =>
      run(async () => ({
        stdout: options.format === 'crd' ? crdText(SCHEMA) : jsonSchemaText(SCHEMA),
        stderr: '',
        exitCode: 0,
      })),
    );
}
