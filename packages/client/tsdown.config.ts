import { defineConfig } from 'tsdown';
import { docsOfTheDoor } from './docs-of-the-door.ts';

/**
 * One file of code and one of types for each door. The types of the server and of core are written into the first one,
 * so that whoever installs the client installs neither.
 */
export default defineConfig({
  entry: ['src/index.ts', 'src/testing.ts'],
  platform: 'neutral',
  tsconfig: 'tsconfig.build.json',
  dts: true,
  plugins: [docsOfTheDoor()],
  clean: true,
  // Names of functions stay as they are, for stack traces; blanks and comments would be most of the file.
  minify: { compress: true, mangle: { keepNames: true }, codegen: { removeWhitespace: true } },
  // What the types of the server were made with is not named where nothing of it is left.
  treeshake: { moduleSideEffects: false },
  // The door for tests takes the other one by its name, as everybody does: nothing is written twice.
  deps: { neverBundle: (id) => id === '@genglossary/client' || !/^[./]|^@genglossary\//u.test(id) },
});
