/** The program `moneypositive`. */
import { nodeIo, writeOutput } from './hosts/cli/node-io.ts';
import { runProgram } from './hosts/cli/program.ts';

void runProgram(process.argv.slice(2), nodeIo).then(writeOutput);
