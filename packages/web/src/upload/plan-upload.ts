import { documentSuffixes } from '@genglossary/core/domain';
import type { DroppedFile } from './dropped-files.ts';
import { textOfBytes } from './text-of-bytes.ts';

export type RejectReason = 'type' | 'old-word' | 'size' | 'binary' | 'ignored' | 'empty' | 'duplicate' | 'unreadable';

/** What will become of one file. */
export type PlannedFile = { readonly path: string; readonly size: number; readonly firstLine: string } & (
  | {
      readonly verdict: 'add' | 'update' | 'same';
      readonly content: Uint8Array;
      /** What it says is seen when it is sent. */
      readonly isWord: boolean;
    }
  | { readonly verdict: 'reject'; readonly reason: RejectReason }
);

/** What the project has already: the SHA-256 (hex) of each document's text, by name. */
export type KnownDocuments = ReadonlyMap<string, string>;

const readSuffixes: ReadonlySet<string> = new Set(Object.values(documentSuffixes).flat());
/** Their bytes are no text; the server reads them. */
const officeSuffixes: ReadonlySet<string> = new Set(documentSuffixes.docx);
/** What an office program keeps beside a document that is open in it. */
const ownerFiles = /(?:^|\/)~\$[^/]*$/u;
/** What Word wrote before 2007, and what it writes for others: it can save them as `.docx`. */
const oldWord = /\.(?:doc|rtf)$/iu;
const ignoredFolders = /(?:^|\/)(?:\.[^/]+|node_modules|__pycache__)(?:\/|$)/u;
const mostBytes = 10 * 1024 * 1024;
const looksBinaryBytes = 4096;

/**
 * Looks at every file before anything is sent: what will be added, updated, is the same already, or is left out and
 * why. Every file is in the plan, once.
 */
export async function planUpload(
  files: readonly DroppedFile[],
  { known, onLooked }: { readonly known: KnownDocuments; readonly onLooked?: (count: number) => void },
): Promise<PlannedFile[]> {
  const root = commonFolder(files);
  const seen = new Set<string>();
  const plan: PlannedFile[] = [];
  for (const { path: whole, file } of files) {
    const path = whole.slice(root.length);
    plan.push(await planFile(path, file, { known, isDuplicate: seen.has(path) }));
    seen.add(path);
    onLooked?.(plan.length);
  }
  return plan;
}

async function planFile(
  path: string,
  file: File,
  { known, isDuplicate }: { readonly known: KnownDocuments; readonly isDuplicate: boolean },
): Promise<PlannedFile> {
  const reject = (reason: RejectReason): PlannedFile => ({
    path,
    size: file.size,
    firstLine: '',
    verdict: 'reject',
    reason,
  });
  if (ignoredFolders.test(path)) return reject('ignored');
  if (oldWord.test(path)) return reject('old-word');
  if (!readSuffixes.has(suffixOf(path)) || ownerFiles.test(path)) return reject('type');
  if (isDuplicate) return reject('duplicate');
  if (file.size > mostBytes) return reject('size');
  if (file.size === 0) return reject('empty');
  let content: Uint8Array<ArrayBuffer>;
  try {
    content = new Uint8Array(await file.arrayBuffer());
  } catch {
    return reject('unreadable');
  }
  const isOffice = officeSuffixes.has(suffixOf(path));
  if (!isOffice && looksBinary(content)) return reject('binary');
  // What an office document says, only the server can tell.
  const text = isOffice ? '' : textOfBytes(content);
  const hash = known.get(path);
  const verdict = hash === undefined ? 'add' : hash === (await hashOf(text)) ? 'same' : 'update';
  return { path, size: file.size, firstLine: firstLineOf(text), verdict, content, isWord: isOffice };
}

/** The folder that all files are in: a dropped folder is the root, so its own name is not part of the paths. */
function commonFolder(files: readonly DroppedFile[]): string {
  const first = files[0]?.path ?? '';
  const folder = first.slice(0, first.indexOf('/') + 1);
  return folder !== '' && files.every(({ path }) => path.startsWith(folder)) ? folder : '';
}

/** A zero byte that is no part of UTF-16 text does not occur in documents. */
function looksBinary(content: Uint8Array): boolean {
  const [first, second] = content;
  const isUtf16 = (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff);
  return !isUtf16 && content.subarray(0, looksBinaryBytes).includes(0);
}

/** As the server computes it. */
async function hashOf(text: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** Something to recognise a document by: its title, or the first words in it. */
function firstLineOf(text: string): string {
  const lines = text
    .slice(0, 4096)
    .replaceAll(/<(style|script)\b.*?(?:<\/\1\s*>|$)/gisu, ' ')
    .replaceAll(/<[^>]*>/gu, ' ')
    .split(/\r?\n/u)
    .map((line) => line.replace(/^(?:title:|[#=\s-]+)/u, '').trim());
  return (lines.find((line) => /\p{L}/u.test(line)) ?? '').slice(0, 120);
}

function suffixOf(path: string): string {
  return path.slice(path.lastIndexOf('.')).toLowerCase();
}
