// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { rowsOf } from './rows.ts';
import { VirtualTable } from './virtual-table.tsx';

const columns = [{ key: 'name', label: 'Name', width: '160px', cell: (row: { id: string }) => row.id }];
const many = Array.from({ length: 10_000 }, (_, place) => ({ id: `buoy ${place + 1}` }));

function show(items: typeof many, onGo: (index: number) => void = () => {}) {
  return (
    <VirtualTable
      label="Buoys"
      columns={columns}
      rows={rowsOf(items, ({ id }) => id, String(items.length))}
      at={0}
      onGo={onGo}
    />
  );
}

const indexes = () => screen.getAllByRole('row').map((row) => Number(row.getAttribute('aria-rowindex')));
const shown = () => screen.getAllByRole('gridcell').map(({ textContent }) => textContent);

describe('a table of ten thousand rows', () => {
  afterEach(cleanup);

  it('holds those that fit into the window, the first ones first, and tells how many there are', async () => {
    render(show(many));
    const grid = screen.getByRole('grid');
    expect(grid.getAttribute('aria-rowcount')).toBe('10001');
    expect(indexes().slice(0, 4)).toEqual([1, 2, 3, 4]);
    await waitFor(() => expect(indexes().length).toBeGreaterThan(12));
    expect(indexes()).toEqual(indexes().map((_, place) => place + 1));
    expect(indexes().length).toBeLessThan(60);
  });

  it('shows no row of those that were there before where fewer are left', () => {
    const { rerender } = render(show(many));
    rerender(show(many.slice(41, 43)));
    expect(screen.getByRole('grid').getAttribute('aria-rowcount')).toBe('3');
    expect(shown()).toEqual(['buoy 42', 'buoy 43']);
  });

  it('takes up the rows that a shorter list left over when it is longer again, the first ones first', async () => {
    const { rerender } = render(show(many.slice(0, 9)));
    const [, built] = screen.getAllByRole('row').slice(1);
    rerender(show(many.slice(3, 4)));
    expect(screen.getAllByRole('row')).toHaveLength(2);
    rerender(show(many.slice(100, 109)));
    const wanted = many.slice(100, 109).map(({ id }) => id);
    expect(shown()).toEqual(wanted.slice(0, shown().length));
    await waitFor(() => expect(shown()).toEqual(wanted));
    expect(built?.isConnected).toBe(true);
  });

  it('draws the same list in full where it comes back while somebody types, its first rows first', async () => {
    const { rerender } = render(show(many));
    await waitFor(() => expect(screen.getAllByRole('row').length).toBeGreaterThan(12));
    const rows = screen.getAllByRole('row').length;
    rerender(show(many.slice(500, 501)));
    rerender(show(many));
    expect(screen.getAllByRole('row').length).toBeLessThan(rows);
    await waitFor(() => expect(screen.getAllByRole('row')).toHaveLength(rows));
  });

  it('goes to its last row by the key for it', () => {
    const gone: number[] = [];
    render(show(many, (index) => gone.push(index)));
    fireEvent.keyDown(screen.getByRole('grid'), { key: 'End' });
    expect(gone).toEqual([9999]);
  });
});
