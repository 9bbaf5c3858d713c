import { defineConfig } from 'tsdown';

/** One file of code and one of types for each door; what goes over the wire is typed by `@genglossary/contract`. */
export default defineConfig({
  entry: ['src/index.ts', 'src/testing.ts'],
  platform: 'neutral',
  tsconfig: 'tsconfig.build.json',
  dts: true,
  clean: true,
  // Names of functions stay as they are, for stack traces; blanks and comments would be most of the file.
  minify: { compress: true, mangle: { keepNames: true }, codegen: { removeWhitespace: true } },
  // The door for tests takes the other one by its name, as everybody does: nothing is written twice.
  deps: { neverBundle: (id) => !/^[./]/u.test(id) },
});
