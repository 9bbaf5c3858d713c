// @vitest-environment happy-dom
import { cleanup, render, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { prefer } from '../preferences/store.ts';
import { InlineForm } from '../ui/inline-form.tsx';
import { listenToKeys, useShortcuts } from './shortcuts.ts';

const pressed: string[] = [];
const named = ['list.next', 'go.entries', 'editing.save', 'everywhere.sheet'] as const;

function List() {
  useShortcuts(
    'list',
    named.map((command) => ({ command, run: () => pressed.push(command) })),
  );
  return <input aria-label="Filter" />;
}

let stop = () => {};
beforeEach(() => {
  pressed.length = 0;
  stop = listenToKeys();
  prefer({ singleKeys: true, chosenKeys: {} });
});
afterEach(() => {
  stop();
  cleanup();
});

describe('keys', () => {
  it('do what they say, also two after each other', async () => {
    render(<List />);
    await userEvent.keyboard('jge?');
    expect(pressed).toEqual(['list.next', 'go.entries', 'everywhere.sheet']);
  });

  it('are letters while a field has the focus, but for those with Ctrl', async () => {
    render(<List />);
    const field = screen.getAllByLabelText('Filter').at(-1);
    if (field === undefined) throw new Error('There is no field.');
    await userEvent.type(field, 'jge');
    await userEvent.keyboard('{Control>}s{/Control}');
    expect(pressed).toEqual(['editing.save']);
    expect((field as HTMLInputElement).value).toBe('jge');
  });

  it('do nothing alone when they are switched off', async () => {
    render(<List />);
    prefer({ singleKeys: false });
    await userEvent.click(document.body);
    await userEvent.keyboard('j{Control>}s{/Control}');
    expect(pressed).toEqual(['editing.save']);
  });

  it('are the ones that were chosen, and the usual ones do nothing then', async () => {
    render(<List />);
    prefer({ chosenKeys: { 'list.next': 'g l', 'go.entries': null, 'everywhere.sheet': 'j' } });
    await userEvent.keyboard('jglge?');
    expect(pressed).toEqual(['everywhere.sheet', 'list.next']);
  });

  it('do nothing while an input method converts', () => {
    render(<List />);
    document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'j', bubbles: true, isComposing: true }));
    expect(pressed).toEqual([]);
  });

  it('do nothing alone while a form is open within the page, wherever the focus is', async () => {
    const closed: string[] = [];
    const { rerender } = render(
      <>
        <List />
        <InlineForm onSubmit={() => {}} onClose={() => closed.push('closed')}>
          <input aria-label="Name" />
          <button type="submit">Add</button>
        </InlineForm>
      </>,
    );
    const name = screen.getByLabelText<HTMLInputElement>('Name');
    await userEvent.keyboard('j');
    expect(name.value).toBe('j');
    screen.getByText('Add').focus();
    await userEvent.keyboard('j');
    (document.activeElement as HTMLElement).blur();
    await userEvent.keyboard('j{Control>}s{/Control}');
    expect(pressed).toEqual(['editing.save']);
    await userEvent.click(name);
    await userEvent.keyboard('{Escape}');
    expect(closed).toEqual(['closed']);
    rerender(<List />);
    await userEvent.click(document.body);
    await userEvent.keyboard('j');
    expect(pressed).toEqual(['editing.save', 'list.next']);
  });

  it('are gone with what registered them', async () => {
    const { unmount } = render(<List />);
    unmount();
    await userEvent.keyboard('j');
    expect(pressed).toEqual([]);
  });
});
