import { assert, property, stringMatching } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { withoutMarks } from './without-marks.ts';

describe('words around a place', () => {
  it.each([
    ['A **tray** is a *shallow* box.', 'A tray is a shallow box.'],
    ['## What a tray is', 'What a tray is'],
    ['- > see the [tray list](trays.md) and `tray.id`', 'see the tray list and tray.id'],
    ['| Tray | A shallow box. |', 'Tray · A shallow box.'],
    ['A tray\n|------|:----:|\nis', 'A tray\n\nis'],
    ['the :term:`tray` and ``tray_id``', 'the tray and tray_id'],
    ['**浅い箱**を「トレイ」と呼ぶ', '浅い箱を「トレイ」と呼ぶ'],
    ['<b>Tray</b> or <br> box', 'Tray or  box'],
  ])('%j reads %j', (marked, read) => {
    expect(withoutMarks(marked)).toBe(read);
  });

  it('lose halves of marks that the excerpt was cut at', () => {
    expect(withoutMarks('called a **')).toBe('called a ');
    expect(withoutMarks('** is a box')).toBe(' is a box');
    expect(withoutMarks('tray` is')).toBe('tray is');
    expect(withoutMarks('see [')).toBe('see ');
    expect(withoutMarks('](trays.md) for it')).toBe(' for it');
  });

  it('have no marks of a line where they begin within one', () => {
    expect(withoutMarks(' - a box\n- A box', { startsLine: false })).toBe(' - a box\nA box');
    expect(withoutMarks(' | A box | Shallow', { startsLine: false })).toBe(' · A box · Shallow');
    expect(withoutMarks(' | A box |\n|---|\n| Shallow |', { startsLine: false })).toBe(' · A box\n\nShallow');
    expect(withoutMarks('| Shallow | A ', { endsLine: false })).toBe('Shallow · A ');
    expect(withoutMarks('| Shallow | ', { endsLine: false })).toBe('Shallow · ');
  });

  it('keep what only looks like a mark', () => {
    for (const plain of ['3 * 4 = 12', 'snake_case_name', 'a < b and b > c', 'one-off', 'x__y']) {
      expect(withoutMarks(plain)).toBe(plain);
    }
  });

  it('are the same when nothing is marked', () => {
    assert(
      property(stringMatching(/^[\p{L}\p{N} ,.]*$/u), (plain) => {
        expect(withoutMarks(plain)).toBe(plain);
      }),
    );
  });
});
