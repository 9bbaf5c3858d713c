/** A file that a person dropped or chose, with the path that it has below the folder it came in. */
export interface DroppedFile {
  readonly path: string;
  readonly file: File;
}

/**
 * All files of a drop, folders included. Entries must be taken synchronously, in the handler of the drop itself;
 * after it the browser has emptied the list.
 */
export async function droppedFiles(items: DataTransferItemList): Promise<DroppedFile[]> {
  const found: DroppedFile[] = [];
  const entries: FileSystemEntry[] = [];
  for (const item of items) {
    const entry = item.webkitGetAsEntry();
    // What comes from another program, such as an attachment of a mail, may be a file that is in no folder.
    const file = entry === null ? item.getAsFile() : null;
    if (entry !== null) entries.push(entry);
    else if (file !== null) found.push({ path: pathOf(file.name), file });
  }
  for (const entry of entries) await collect(entry, found);
  return found;
}

/** All files of a file field; a folder field gives paths. */
export function chosenFiles(files: FileList | null): DroppedFile[] {
  return [...(files ?? [])].map((file) => ({ path: pathOf(file.webkitRelativePath || file.name), file }));
}

async function collect(entry: FileSystemEntry, found: DroppedFile[]): Promise<void> {
  if (isFile(entry)) {
    const file = await new Promise<File>((resolve, reject) => entry.file(resolve, reject));
    found.push({ path: pathOf(entry.fullPath), file });
  } else if (isDirectory(entry)) {
    const reader = entry.createReader();
    // Chromium gives at most 100 a call; it is empty when there are no more.
    for (;;) {
      const children = await new Promise<FileSystemEntry[]>((resolve, reject) => reader.readEntries(resolve, reject));
      if (children.length === 0) return;
      for (const child of children) await collect(child, found);
    }
  }
}

// By what they say of themselves: Chromium has these kinds of entries, and no classes of those names.
function isFile(entry: FileSystemEntry): entry is FileSystemFileEntry {
  return entry.isFile;
}

function isDirectory(entry: FileSystemEntry): entry is FileSystemDirectoryEntry {
  return entry.isDirectory;
}

function pathOf(path: string): string {
  return path.replace(/^\/+/u, '').normalize('NFC');
}
