import { globSync, readFileSync } from 'node:fs';
import { dirname, join, posix, relative, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { allowedImports, coreRanks, packageImports } from './rooms.ts';

const root = resolve(import.meta.dirname, '../..');
const packagesDirectory = join(root, 'packages');

interface Import {
  /** Path below the package's `src`, POSIX. */
  readonly from: string;
  readonly specifier: string;
}

const packageNames = globSync('*/package.json', { cwd: packagesDirectory }).map((path) => dirname(path));
const importsByPackage = new Map(packageNames.map((name) => [name, importsOf(join(packagesDirectory, name, 'src'))]));
const coreImports = importsByPackage.get('core') ?? [];

describe('the house', () => {
  it('is not empty when it is scanned', () => {
    expect(coreImports.length).toBeGreaterThan(20);
    expect(new Set(coreImports.map((one) => roomOf(one.from))).size).toBeGreaterThan(3);
  });

  it('lets a room of core import only rooms below it', () => {
    const trespasses = coreImports.flatMap(({ from, specifier }) => {
      const target = targetRoom(from, specifier);
      if (target === undefined || target === roomOf(from) || isAllowed(from, target)) return [];
      return rankOf(target) < rankOf(roomOf(from)) ? [] : [`${from} imports ${target} (${specifier})`];
    });
    expect(trespasses).toEqual([]);
  });

  it.each(packageNames)('lets no two files of %s need each other', (name) => {
    const imports = Map.groupBy(importsByPackage.get(name) ?? [], ({ from }) => from);
    expect([...imports.keys()].flatMap((from) => circleFrom(from, imports))).toEqual([]);
  });

  it('keeps Node out of the rooms that a browser loads', () => {
    const nodeImports = coreImports.filter(
      ({ from, specifier }) =>
        ['domain', 'errors'].includes(roomOf(from)) && (specifier.startsWith('node:') || !specifier.startsWith('.')),
    );
    expect(nodeImports).toEqual([]);
  });

  it('lets a package import only the packages it may know, by their doors', () => {
    const trespasses = [...importsByPackage].flatMap(([name, imports]) =>
      imports.flatMap(({ from, specifier }) => {
        if (specifier.startsWith('.')) return leavesPackage(from, specifier) ? [`${name}/${from}: ${specifier}`] : [];
        if (!specifier.startsWith('@genglossary/')) return [];
        const known = packageImports[name] ?? [];
        return known.some((door) => specifier === door || specifier.startsWith(`${door}/`))
          ? []
          : [`${name}/${from}: ${specifier}`];
      }),
    );
    expect(trespasses).toEqual([]);
  });

  it('names every folder of the packages in ARCHITECTURE.md', () => {
    const architecture = readFileSync(join(root, 'ARCHITECTURE.md'), 'utf8');
    const rooms = packageNames.flatMap((name) => folders(join(packagesDirectory, name, 'src')));
    expect(rooms.length).toBeGreaterThan(3);
    expect(rooms.filter((room) => !architecture.includes(`${room}/`))).toEqual([]);
  });
});

function importsOf(directory: string): Import[] {
  return globSync('**/*.{ts,tsx}', { cwd: directory })
    .filter((path) => !/\.test(?:-d)?\.tsx?$/u.test(path))
    .flatMap((path) => {
      const source = readFileSync(join(directory, path), 'utf8');
      const specifiers = source.matchAll(
        /^(?:import|export)\b[^'"`;]*?from\s*'([^']+)'|^import\s+'([^']+)'|\bimport\('([^']+)'\)/gmu,
      );
      return [...specifiers].map((match) => ({
        from: relative('.', path).replaceAll('\\', '/'),
        specifier: match[1] ?? match[2] ?? match[3] ?? '',
      }));
    });
}

/** The shortest way from a file back to itself, told once for all files on it. */
function circleFrom(start: string, imports: ReadonlyMap<string, readonly Import[]>): string[] {
  const cameFrom = new Map<string, string>();
  const reached = [start];
  for (const from of reached) {
    for (const { specifier } of imports.get(from) ?? []) {
      if (!specifier.startsWith('.')) continue;
      const target = posix.normalize(posix.join(posix.dirname(from), specifier));
      if (target === start) {
        const circle = [from];
        for (let file = from; file !== start; ) circle.unshift((file = cameFrom.get(file) ?? start));
        return circle.every((file) => start <= file) ? [[...circle, start].join(' -> ')] : [];
      }
      if (!cameFrom.has(target)) {
        cameFrom.set(target, from);
        reached.push(target);
      }
    }
  }
  return [];
}

function folders(directory: string): string[] {
  const names = globSync('**/*.{ts,tsx}', { cwd: directory }).map((path) => dirname(path).split(/[\\/]/u)[0] ?? '');
  return [...new Set(names)].filter((name) => name !== '.' && name !== '');
}

function targetRoom(from: string, specifier: string): string | undefined {
  return specifier.startsWith('.') ? roomOf(posix.normalize(posix.join(posix.dirname(from), specifier))) : undefined;
}

function leavesPackage(from: string, specifier: string): boolean {
  return posix.normalize(posix.join(posix.dirname(from), specifier)).startsWith('..');
}

function roomOf(path: string): string {
  return path.split('/')[0] ?? path;
}

function rankOf(room: string): number {
  const rank = coreRanks[room];
  if (rank === undefined) throw new Error(`The room ${room} has no rank yet: add it to tooling/house/rooms.ts.`);
  return rank;
}

function isAllowed(from: string, target: string): boolean {
  return allowedImports.some(([path, room]) => path === from && room === target);
}
