import { defineConfig } from 'tsdown';

/**
 * One file of code and one of types. The types of the server and of core are written into it, so that whoever installs
 * the client installs neither.
 */
export default defineConfig({
  entry: ['src/index.ts', 'src/testing.ts'],
  platform: 'neutral',
  tsconfig: 'tsconfig.build.json',
  dts: true,
  clean: true,
  // Names stay as they are, for stack traces; blanks and comments would be most of the file.
  minify: { compress: true, mangle: false, codegen: { removeWhitespace: true } },
  // What the types of the server were made with is not named where nothing of it is left.
  treeshake: { moduleSideEffects: false },
  deps: { neverBundle: (id) => !/^[./]|^@genglossary\//u.test(id) },
});
