// @vitest-environment happy-dom
import { cleanup, render, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, describe, expect, it } from 'vitest';
import { toasts } from '../words/en/shell.ts';
import { closeChapter, notify, redoLast, type TakeBack, Toasts, undoLast } from './toast.tsx';

/** A switch that can be turned, and turned back, any number of times. */
function turned(name: string, log: string[]): void {
  const back: TakeBack = () => Promise.resolve((log.push(`${name} back`), forth));
  const forth: TakeBack = () => Promise.resolve((log.push(`${name} forth`), back));
  notify({ message: name, undo: { label: 'Undo', run: back } });
}

const told = (message: string) => screen.findByText(message, { selector: '.toast-title' });

describe('what was done', () => {
  afterEach(cleanup);

  it('is taken back by the key with a word about what it was, done again, and taken back again', async () => {
    const log: string[] = [];
    render(<Toasts words={toasts} />);
    turned('“Quay” is saved', log);
    undoLast();
    await told('Undone: “Quay” is saved');
    redoLast();
    await told('Done again: “Quay” is saved');
    undoLast();
    await told('Undone: “Quay” is saved');
    expect(log).toEqual(['“Quay” is saved back', '“Quay” is saved forth', '“Quay” is saved back']);
  });

  it('before a run or a version is asked for before it is taken back', async () => {
    const log: string[] = [];
    render(<Toasts words={toasts} />);
    turned('“Pier” is saved', log);
    closeChapter();
    undoLast();
    await told('Undo this too? “Pier” is saved');
    expect(log).toEqual([]);
    const buttons = screen.getAllByRole('button', { name: 'Undo' });
    const asked = buttons.find((one) => one.closest('.toast')?.textContent?.includes('Undo this too?') === true);
    await userEvent.click(asked ?? document.body);
    await told('Undone: “Pier” is saved');
    expect(log).toEqual(['“Pier” is saved back']);
  });

  it('is nothing where nothing was done, which is said', async () => {
    render(<Toasts words={toasts} />);
    undoLast();
    await told('There is nothing to undo.');
  });
});
