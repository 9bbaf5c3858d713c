import { mkdirSync, writeFileSync } from 'node:fs';
import { tmpdir, userInfo } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import sparticuz from '@sparticuz/chromium';
import { type Browser, chromium } from 'playwright-core';

const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  // Nothing leaves the machine, not even a socket; what would is counted besides (`visit.ts`).
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--font-render-hinting=none',
];

/** A real Chromium without a window: the one that `CHROMIUM_PATH` names, or the one of the npm package. */
export async function openBrowser(): Promise<Browser> {
  const directory = ownDirectory();
  const executablePath = process.env['CHROMIUM_PATH'] ?? (await unpackedChromium(directory));
  const env = { ...process.env, ...fontSettings(directory) };
  return chromium.launch({ executablePath, headless: true, args: flags, env });
}

/** Kept for the next browser; the temporary folder of a machine may be shared by people who cannot read each other's. */
function ownDirectory(): string {
  const directory = join(tmpdir(), `genglossary-browser-${userInfo().uid}`);
  mkdirSync(directory, { recursive: true });
  return directory;
}

/** The package unpacks into the temporary folder, wherever that is. */
async function unpackedChromium(directory: string): Promise<string> {
  const { TMPDIR } = process.env;
  process.env['TMPDIR'] = directory;
  try {
    return await sparticuz.executablePath();
  } finally {
    if (TMPDIR === undefined) delete process.env['TMPDIR'];
    else process.env['TMPDIR'] = TMPDIR;
  }
}

/** Bare machines have no Japanese glyphs: the fonts of the system, then one that the tests bring along. */
function fontSettings(directory: string): Readonly<Record<string, string>> {
  const font = fileURLToPath(
    import.meta.resolve('@expo-google-fonts/noto-sans-jp/400Regular/NotoSansJP_400Regular.ttf'),
  );
  const file = join(directory, 'fonts.conf');
  writeFileSync(
    file,
    `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <include ignore_missing="yes">/etc/fonts/fonts.conf</include>
  <dir>${dirname(font)}</dir>
  <cachedir>${directory}</cachedir>
</fontconfig>
`,
  );
  return { FONTCONFIG_FILE: file };
}
