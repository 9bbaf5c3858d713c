import { defineConfig } from 'tsdown';
import { docsOfTheDoor } from './docs-of-the-door.ts';

/** One file of types and no code. What it takes from the server and core is written into it, so that neither is installed. */
export default defineConfig({
  entry: ['src/index.ts'],
  platform: 'neutral',
  tsconfig: 'tsconfig.build.json',
  dts: { emitDtsOnly: true },
  plugins: [docsOfTheDoor()],
  clean: true,
  // What the types of the server were made with is not named where nothing of it is left.
  treeshake: { moduleSideEffects: false },
  deps: { neverBundle: (id) => !/^[./]|^@genglossary\//u.test(id) },
});
