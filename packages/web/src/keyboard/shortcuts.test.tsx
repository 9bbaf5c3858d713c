// @vitest-environment happy-dom
import { act, cleanup, render, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { useLayoutEffect } from 'react';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { prefer } from '../preferences/store.ts';
import { InlineForm } from '../ui/inline-form.tsx';
import { Skeleton } from '../ui/states.tsx';
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

function Row({ at }: { readonly at: number }) {
  useShortcuts('list', [{ command: 'list.next', run: () => pressed.push(`next of ${at}`) }]);
  useShortcuts('go', [{ command: 'go.entries', run: () => pressed.push('go.entries') }]);
  return null;
}

/** Pressed before anything else happens. */
function Quick({ at }: { readonly at: number }) {
  useLayoutEffect(() => {
    document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'j', bubbles: true }));
  }, [at]);
  return <Row at={at} />;
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

  it('wait for the first page, and act on it in their order', async () => {
    await userEvent.keyboard('j');
    const { rerender } = render(<Skeleton lines={1} label="Loading" />);
    await userEvent.keyboard('ge');
    rerender(
      <>
        <Skeleton lines={1} label="Loading" />
        <Row at={1} />
      </>,
    );
    await userEvent.keyboard('j');
    expect(pressed).toEqual([]);
    await act(async () => rerender(<Row at={2} />));
    expect(pressed).toEqual(['next of 2', 'go.entries', 'next of 2']);
    await act(async () => rerender(<Skeleton lines={1} label="Loading" />));
    await userEvent.keyboard('j');
    await act(async () => rerender(<Row at={3} />));
    expect(pressed).toHaveLength(3);
  });

  it('are forgotten where somebody goes on by the pointer before the first page is there', async () => {
    const { rerender } = render(<Skeleton lines={1} label="Loading" />);
    await userEvent.keyboard('j');
    await userEvent.click(document.body);
    await act(async () => rerender(<Row at={1} />));
    expect(pressed).toEqual([]);
  });

  it('act on what is drawn from the moment it is drawn', () => {
    const { rerender } = render(<Quick at={1} />);
    rerender(<Quick at={2} />);
    expect(pressed).toEqual(['next of 1', 'next of 2']);
  });

  it('are gone with what registered them', async () => {
    const { unmount } = render(<List />);
    unmount();
    await userEvent.keyboard('j');
    expect(pressed).toEqual([]);
  });
});
