/**
 * The fields that the published Kubernetes models declare, read from their `.d.ts` files. The models' own validators
 * check the types of declared fields but let every other key pass, so the declarations are the only closed list there
 * is. They are read as syntax, without the type checker, and only where an object goes: some 50 ms for a
 * Deployment, so nothing is generated, cached or committed that could drift from the installed packages.
 */
import ts from 'typescript';

/** What may stand below a field: named fields, a map or a list of one shape, or nothing that is looked into. */
export type Shape =
  | { readonly kind: 'fields'; readonly name: string; readonly fields: ReadonlyMap<string, () => Shape> }
  | { readonly kind: 'map'; readonly of: () => Shape }
  | { readonly kind: 'list'; readonly of: () => Shape }
  | { readonly kind: 'leaf' };

const RESOLUTION = {
  module: ts.ModuleKind.ESNext,
  moduleResolution: ts.ModuleResolutionKind.Bundler,
} as const satisfies ts.CompilerOptions;

const HERE = ts.sys.resolvePath(import.meta.filename);
const resolutions = ts.createModuleResolutionCache(ts.sys.getCurrentDirectory(), (name) => name, RESOLUTION);
const files = new Map<string, ts.SourceFile>();
const shapes = new Map<string, Shape>();

/**
 * The shape of an exported interface or alias, for instance `('kubernetes-models/apps/v1/Deployment', 'IDeployment')`.
 * Throws on a module or a declaration that isn't found, and on a type that it doesn't know: never a wrong shape.
 */
export function declaredShape(module: string, name: string): Shape {
  return shapeOfName(readModule(module, HERE), name);
}

/** A `.d.ts` file, parsed once. */
function readModule(module: string, importer: string): ts.SourceFile {
  const { resolvedModule } = ts.resolveModuleName(module, importer, RESOLUTION, ts.sys, resolutions);
  const path = resolvedModule?.resolvedFileName;
  const text = path === undefined ? undefined : ts.sys.readFile(path);
  if (path === undefined || text === undefined)
    throw new Error(`no declarations of ${module}, imported by ${importer}`);
  const file = files.get(path) ?? ts.createSourceFile(path, text, ts.ScriptTarget.ES2023);
  files.set(path, file);
  return file;
}

function shapeOfName(file: ts.SourceFile, name: string): Shape {
  const key = `${file.fileName}#${name}`;
  const shape = shapes.get(key) ?? readShape(file, name);
  shapes.set(key, shape);
  return shape;
}

/** Looks a name up in a file: an interface, an alias, or an import followed to where it is declared. */
function readShape(file: ts.SourceFile, name: string): Shape {
  for (const statement of file.statements) {
    if (ts.isInterfaceDeclaration(statement) && statement.name.text === name)
      return interfaceShape(file, statement);
    if (ts.isTypeAliasDeclaration(statement) && statement.name.text === name)
      return typeShape(file, statement.type);
    if (ts.isImportDeclaration(statement) && specifiers(statement.importClause?.namedBindings).has(name)) {
      return shapeOfName(readModule(moduleName(statement.moduleSpecifier), file.fileName), name);
    }
    if (ts.isExportDeclaration(statement) && statement.moduleSpecifier === undefined) {
      const local = specifiers(statement.exportClause).get(name);
      if (local !== undefined) return shapeOfName(file, local);
    }
  }
  throw new Error(`${file.fileName} declares no ${name}`);
}

/** The names that an import or export clause gives, each with the name it has on the other side. */
function specifiers(
  clause: ts.NamedImportBindings | ts.NamedExportBindings | undefined,
): Map<string, string> {
  if (clause === undefined || !('elements' in clause)) return new Map();
  return new Map(clause.elements.map(({ name, propertyName }) => [name.text, (propertyName ?? name).text]));
}

function moduleName(specifier: ts.Expression): string {
  if (!ts.isStringLiteral(specifier)) throw new Error('an import without a literal module name');
  return specifier.text;
}

/** `extends TypeMeta` adds nothing: the interfaces of kinds declare apiVersion and kind themselves. */
function interfaceShape(file: ts.SourceFile, { members, name }: ts.InterfaceDeclaration): Shape {
  return { kind: 'fields', name: name.text, fields: new Map(members.map((member) => field(file, member))) };
}

function field(file: ts.SourceFile, member: ts.TypeElement): readonly [string, () => Shape] {
  if (
    !ts.isPropertySignature(member) ||
    member.type === undefined ||
    ts.isComputedPropertyName(member.name)
  ) {
    throw new Error(`${file.fileName}: a member that is no plain property`);
  }
  const { type } = member;
  return [member.name.text, () => typeShape(file, type)];
}

const LEAVES: ReadonlySet<ts.SyntaxKind> = new Set([
  ts.SyntaxKind.StringKeyword,
  ts.SyntaxKind.NumberKeyword,
  ts.SyntaxKind.BooleanKeyword,
  ts.SyntaxKind.AnyKeyword,
  ts.SyntaxKind.LiteralType,
]);

function typeShape(file: ts.SourceFile, type: ts.TypeNode): Shape {
  if (LEAVES.has(type.kind)) return { kind: 'leaf' };
  if (ts.isUnionTypeNode(type) && type.types.every(({ kind }) => LEAVES.has(kind))) return { kind: 'leaf' };
  if (ts.isTypeLiteralNode(type)) return literalShape(file, type);
  if (ts.isTypeReferenceNode(type) && ts.isIdentifier(type.typeName)) {
    const element = type.typeName.text === 'Array' ? type.typeArguments?.[0] : undefined;
    if (element !== undefined) return { kind: 'list', of: () => typeShape(file, element) };
    return shapeOfName(file, type.typeName.text);
  }
  throw new Error(`${file.fileName}: a type that this reader doesn't know: ${ts.SyntaxKind[type.kind]}`);
}

/** `{[key: string]: T}` is a map; `{}` may hold anything; else the fields stand inline (a StatefulSet's claim templates). */
function literalShape(file: ts.SourceFile, { members }: ts.TypeLiteralNode): Shape {
  const [first] = members;
  if (first === undefined) return { kind: 'leaf' };
  if (ts.isIndexSignatureDeclaration(first)) return { kind: 'map', of: () => typeShape(file, first.type) };
  return { kind: 'fields', name: '', fields: new Map(members.map((member) => field(file, member))) };
}
