import { Toast } from '@base-ui/react/toast';
import './toast.css';

interface Notice {
  readonly message: string;
  readonly detail?: string;
  readonly tone?: 'bad';
  /** Takes back what was done; the notice stays at least ten seconds. */
  readonly undo?: { readonly label: string; readonly run: () => void };
}

const manager = Toast.createToastManager();
const undoMs = 12_000;
const readMs = 6_000;

/** So many notices stand at once; the oldest make room. */
const mostNotices = 3;
/** So many things can be taken back by the key, the last one first. */
const mostUndoable = 10;
const standing: string[] = [];
const undoable: { readonly id: string; readonly run: () => void }[] = [];

/** Says what was done, politely; where it can be taken back, a button does, or `undoLast`. */
export function notify({ message, detail, tone, undo }: Notice): void {
  const takeBack = () => {
    const at = undoable.findIndex((one) => one.id === id);
    if (at < 0) return;
    undoable.splice(at, 1);
    manager.close(id);
    undo?.run();
  };
  const id: string = manager.add({
    title: message,
    description: detail,
    type: tone ?? 'done',
    timeout: tone === 'bad' ? 0 : undo === undefined ? readMs : undoMs,
    priority: tone === 'bad' ? 'high' : 'low',
    ...(undo === undefined
      ? {}
      : {
          actionProps: {
            children: undo.label,
            onClick: takeBack,
          },
        }),
  });
  standing.push(id);
  if (standing.length > mostNotices) manager.close(standing.shift());
  if (undo === undefined) return;
  undoable.push({ id, run: takeBack });
  if (undoable.length > mostUndoable) undoable.shift();
}

/** Takes back what was done last, also when its notice is gone. */
export function undoLast(): void {
  undoable.at(-1)?.run();
}

/** Where notices stand: one place, at the foot of the window. */
export function Toasts({ closeLabel }: { readonly closeLabel: string }) {
  return (
    <Toast.Provider toastManager={manager} limit={mostNotices}>
      <Toast.Portal>
        <Toast.Viewport className="toasts">
          <List closeLabel={closeLabel} />
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
