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

/** Says what was done, politely; where it can be taken back, a button does. */
export function notify({ message, detail, tone, undo }: Notice): void {
  const id = manager.add({
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
            onClick() {
              manager.close(id);
              undo.run();
            },
          },
        }),
  });
}

/** Where notices stand: one place, at the foot of the window. */
export function Toasts({ closeLabel }: { readonly closeLabel: string }) {
  return (
    <Toast.Provider toastManager={manager} limit={3}>
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
