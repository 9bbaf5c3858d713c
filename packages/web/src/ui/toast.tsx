import { Toast } from '@base-ui/react/toast';
import { useEffect } from 'react';
import { whenQuiet } from './when-quiet.ts';
import './toast.css';

/** Takes something back; answers how that is taken back in turn, where it can be. */
export type TakeBack = () => Promise<TakeBack | undefined>;

interface Notice {
  readonly message: string;
  readonly detail?: string;
  readonly tone?: 'bad';
  /** Takes back what was done; the notice stays at least ten seconds. */
  readonly undo?: { readonly label: string; readonly run: TakeBack };
  /** Goes where there is more about it. */
  readonly link?: { readonly label: string; readonly run: () => void };
}

/** What notices about notices say. */
export interface ToastWords {
  readonly close: string;
  /** Names the place where notices stand. */
  readonly region: string;
  readonly undo: string;
  readonly redo: string;
  readonly undone: (what: string) => string;
  readonly redone: (what: string) => string;
  readonly askUndo: (what: string) => string;
  readonly askUndoDetail: string;
  readonly nothingToUndo: string;
}

const manager = Toast.createToastManager();
const undoMs = 12_000;
const readMs = 6_000;

/** So many notices stand at once; the oldest make room. */
const mostNotices = 3;
/** So many things can be taken back by the key, the last one first. */
const mostUndoable = 10;

interface Undoable {
  readonly message: string;
  /** Something came after it that the whole glossary went through: a run, a published version. */
  isBehind: boolean;
  readonly run: () => void;
}

/** Between two things that are done one after the other (milliseconds). */
const pauseMs = 250;
/**
 * Of many that come one after the other those are told that would stand, when the hand rests: what is decided is seen
 * where it is decided, and drawing notices meanwhile holds up the next decision.
 */
const telling = whenQuiet(
  pauseMs,
  (all: readonly (() => void)[]) => {
    for (const tell of all.slice(-mostNotices)) tell();
  },
  { mostPauses: 20 },
);
const standing: string[] = [];
const undoable: Undoable[] = [];
const redoable: { readonly id: string; readonly run: () => void }[] = [];
let said: ToastWords | undefined;

/**
 * Says what was done, politely; where it can be taken back, a button does, or `undoLast`. What is only being done can be
 * taken back as well; it is told when it is `done`, and nothing more is for a moment.
 */
export function notify(notice: Notice, { done }: { readonly done?: Promise<unknown> } = {}): void {
  const { undo } = notice;
  if (undo === undefined) {
    const { link } = notice;
    const id = show(
      notice,
      link === undefined
        ? undefined
        : {
            label: link.label,
            run() {
              manager.close(id);
              link.run();
            },
          },
    );
    return;
  }
  // Something new was done: what was taken back before it stays so.
  for (const { id } of redoable.splice(0)) manager.close(id);
  offerUndo(notice, { what: notice.message, takeBack: undo.run, ...(done === undefined ? {} : { done }) });
  if (undoable.length > mostUndoable) undoable.shift();
}

/** Takes back what was done last, also when its notice is gone. What lies behind a run or a version is asked for first. */
export function undoLast(): void {
  const last = undoable.at(-1);
  if (last === undefined) {
    if (said !== undefined) show({ message: said.nothingToUndo });
  } else if (last.isBehind) {
    if (said === undefined) return;
    const { askUndo, askUndoDetail, undo } = said;
    const id = show({ message: askUndo(last.message), detail: askUndoDetail }, { label: undo, run: () => answer() });
    const answer = () => {
      manager.close(id);
      last.run();
    };
  } else last.run();
}

/** Does again what was taken back last. */
export function redoLast(): void {
  redoable.at(-1)?.run();
}

/** From now on the key asks before it takes back anything that was done until now. */
export function closeChapter(): void {
  for (const one of undoable) one.isBehind = true;
}

/** A notice whose button, or the key, takes back what it tells; that is told too, and can be done again. */
function offerUndo(
  { undo, ...notice }: Notice,
  { what, takeBack, done }: { readonly what: string; readonly takeBack: TakeBack; readonly done?: Promise<unknown> },
): void {
  let id: string | undefined;
  let isTakenBack = false;
  const run = once(async () => {
    isTakenBack = true;
    remove(undoable, offered);
    if (id !== undefined) manager.close(id);
    const again = await takeBack();
    offerRedo(what, again);
  });
  const offered: Undoable = { message: what, isBehind: false, run };
  undoable.push(offered);
  const tell = () => {
    if (!isTakenBack) id = show(notice, { label: undo?.label ?? said?.undo ?? '', run });
  };
  if (done === undefined) tell();
  else {
    done.then(
      () => telling.add(tell),
      () => remove(undoable, offered),
    );
  }
}

function offerRedo(what: string, again: TakeBack | undefined): void {
  if (said === undefined) return;
  const { undone, redo, redone } = said;
  if (again === undefined) {
    show({ message: undone(what) });
    return;
  }
  const run = once(async () => {
    remove(redoable, offered);
    manager.close(id);
    const back = await again();
    if (back === undefined) show({ message: redone(what) });
    else offerUndo({ message: redone(what) }, { what, takeBack: back });
  });
  const id = show({ message: undone(what) }, { label: redo, run });
  const offered = { id, run };
  redoable.push(offered);
}

/** What was pressed twice is done once; a failure is told by whoever does it. */
function once(work: () => Promise<void>): () => void {
  let isDone = false;
  return () => {
    if (isDone) return;
    isDone = true;
    void work().catch(() => undefined);
  };
}

function remove<One>(list: One[], one: One): void {
  const at = list.indexOf(one);
  if (at >= 0) list.splice(at, 1);
}

function show(
  { message, detail, tone }: Pick<Notice, 'message' | 'detail' | 'tone'>,
  action?: { readonly label: string; readonly run: () => void },
): string {
  const id: string = manager.add({
    title: message,
    description: detail,
    type: tone ?? 'done',
    timeout: tone === 'bad' ? 0 : action === undefined ? readMs : undoMs,
    priority: tone === 'bad' ? 'high' : 'low',
    ...(action === undefined ? {} : { actionProps: { children: action.label, onClick: action.run } }),
  });
  standing.push(id);
  if (standing.length > mostNotices) manager.close(standing.shift());
  return id;
}

/** Where notices stand: one place, at the foot of the window. */
export function Toasts({ words }: { readonly words: ToastWords }) {
  useEffect(() => {
    said = words;
  }, [words]);
  return (
    <Toast.Provider toastManager={manager} limit={mostNotices}>
      <Toast.Portal>
        <Toast.Viewport className="toasts" aria-label={words.region}>
          <List closeLabel={words.close} />
        </Toast.Viewport>
      </Toast.Portal>
    </Toast.Provider>
  );
}

function List({ closeLabel }: { readonly closeLabel: string }) {
  const { toasts } = Toast.useToastManager();
  return toasts.map((toast) => (
    <Toast.Root key={toast.id} toast={toast} className={`toast toast-${toast.type ?? 'done'}`}>
      <div className="toast-text">
        <Toast.Title className="toast-title" render={<p />} />
        <Toast.Description className="toast-detail" />
      </div>
      <Toast.Action className="button button-small toast-action" />
      <Toast.Close className="toast-close" aria-label={closeLabel}>
        ×
      </Toast.Close>
    </Toast.Root>
  ));
}
