import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import ts from 'typescript';

export interface Import {
  /** A path from the repository's root for our own files, else the name of the package, `node:` included. */
  readonly target: string;
  readonly own: boolean;
  /** Gone after compiling. */
  readonly typeOnly: boolean;
}

export interface Module {
  readonly path: string;
  readonly lines: number;
  readonly text: string;
  readonly imports: readonly Import[];
  readonly hasDefaultExport: boolean;
}

const leftOut = ['src/platform/prisma/generated', 'node_modules', 'dist'];
const extensions = ['', '.ts', '.tsx', '/index.ts', '/index.tsx'];

function filesBelow(directory: string): string[] {
  if (!existsSync(directory)) return [];
  return readdirSync(directory, { withFileTypes: true }).flatMap((entry) => {
    const path = join(directory, entry.name);
    if (leftOut.some((prefix) => path.startsWith(prefix))) return [];
    if (entry.isDirectory()) return filesBelow(path);
    return /\.tsx?$/.test(entry.name) && !entry.name.endsWith('.d.ts') ? [path] : [];
  });
}

const isFile = (path: string): boolean => existsSync(path) && statSync(path).isFile();

function packageOf(specifier: string): string {
  const parts = specifier.split('/');
  return specifier.startsWith('@') ? parts.slice(0, 2).join('/') : (parts[0] ?? specifier);
}

function resolveImport(from: string, specifier: string, typeOnly: boolean): Import {
  if (!specifier.startsWith('.')) return { target: packageOf(specifier), own: false, typeOnly };
  // Vite's `?worker&url` and the like say how a file is taken in, not which.
  const base = normalize(join(dirname(from), specifier.replace(/\?.*$/, '')));
  const target = extensions.map((extension) => base + extension).find(isFile) ?? base;
  return { target, own: true, typeOnly };
}

const allNamesAreTypes = (clause: ts.ImportClause): boolean =>
  clause.name === undefined &&
  clause.namedBindings !== undefined &&
  ts.isNamedImports(clause.namedBindings) &&
  clause.namedBindings.elements.length > 0 &&
  clause.namedBindings.elements.every((element) => element.isTypeOnly);

function specifierOf(node: ts.Node): { specifier: string; typeOnly: boolean } | undefined {
  if (ts.isImportDeclaration(node) && ts.isStringLiteral(node.moduleSpecifier)) {
    const clause = node.importClause;
    const typeOnly =
      clause !== undefined && (clause.phaseModifier === ts.SyntaxKind.TypeKeyword || allNamesAreTypes(clause));
    return { specifier: node.moduleSpecifier.text, typeOnly };
  }
  if (ts.isExportDeclaration(node) && node.moduleSpecifier !== undefined && ts.isStringLiteral(node.moduleSpecifier)) {
    return { specifier: node.moduleSpecifier.text, typeOnly: node.isTypeOnly };
  }
  if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) {
    const [first] = node.arguments;
    if (first !== undefined && ts.isStringLiteral(first)) return { specifier: first.text, typeOnly: false };
  }
  return undefined;
}

const isDefaultExport = (node: ts.Node): boolean =>
  ts.isExportAssignment(node) ||
  (ts.canHaveModifiers(node) &&
    (ts.getModifiers(node)?.some((modifier) => modifier.kind === ts.SyntaxKind.DefaultKeyword) ?? false));

function readModule(path: string): Module {
  const text = readFileSync(path, 'utf8');
  const source = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
  const imports: Import[] = [];
  let hasDefaultExport = false;
  const visit = (node: ts.Node): void => {
    const found = specifierOf(node);
    if (found !== undefined) imports.push(resolveImport(path, found.specifier, found.typeOnly));
    hasDefaultExport ||= isDefaultExport(node);
    ts.forEachChild(node, visit);
  };
  visit(source);
  return { path, text, imports, hasDefaultExport, lines: text.split('\n').length };
}

export const readModules = (...directories: readonly string[]): Module[] =>
  directories.flatMap(filesBelow).map(readModule);

/** Rings of modules that need each other, each named once by its smallest member. */
export function findCircles(modules: readonly Module[]): string[][] {
  const edges = new Map(
    modules.map((one) => [one.path, one.imports.filter((to) => to.own && !to.typeOnly).map((to) => to.target)]),
  );
  const finished = new Set<string>();
  const circles: string[][] = [];
  const walk = (path: string, trail: string[]): void => {
    const at = trail.indexOf(path);
    if (at >= 0) {
      circles.push([...trail.slice(at), path]);
      return;
    }
    if (finished.has(path)) return;
    for (const next of edges.get(path) ?? []) walk(next, [...trail, path]);
    finished.add(path);
  };
  for (const { path } of modules) walk(path, []);
  return circles;
}
