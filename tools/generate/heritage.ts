/** Which interface extends which: the schemas have it flattened, people want to read it once. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';

export interface Heritage {
  /** Names of the interfaces it extends, in order. */
  readonly bases: readonly string[];
  /** Names of the members it declares itself. */
  readonly members: readonly string[];
}

/** The interfaces declared in the TypeScript files of a folder, by name. Throws for a folder that can't be read. */
export function readHeritage(folder: string): Readonly<Record<string, Heritage>> {
  const files = readdirSync(folder).filter((file) => file.endsWith('.ts'));
  return Object.fromEntries(files.flatMap((file) => interfacesOf(join(folder, file))));
}

function interfacesOf(path: string): readonly (readonly [string, Heritage])[] {
  const source = ts.createSourceFile(path, readFileSync(path, 'utf8'), ts.ScriptTarget.Latest);
  return source.statements.filter(ts.isInterfaceDeclaration).map((declaration) => [
    declaration.name.text,
    {
      bases: (declaration.heritageClauses ?? []).flatMap((clause) =>
        clause.types.map((type) => type.getText(source)),
      ),
      members: declaration.members.flatMap((member) =>
        member.name === undefined ? [] : [member.name.getText(source)],
      ),
    },
  ]);
}
