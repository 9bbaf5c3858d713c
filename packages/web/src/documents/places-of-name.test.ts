import { describe, expect, it } from 'vitest';
import { placesOfName } from './places-of-name.ts';

const found = (name: string, text: string) => placesOfName(name, text).map(({ start, end }) => text.slice(start, end));

describe('where a name stands in a text', () => {
  it('is found whatever its case, and not within a word', () => {
    expect(found('Wave pump', 'A wave pump, WAVE PUMP; wave pumps.')).toEqual(['wave pump', 'WAVE PUMP']);
  });

  it('is found where a line ends within it', () => {
    expect(found('wave pump', 'The wave\n  pump and the wave pump.')).toEqual(['wave\n  pump', 'wave pump']);
    expect(found('狐の洲', '狐の\n洲へ、狐の洲から')).toEqual(['狐の\n洲', '狐の洲']);
  });

  it('takes signs as they are written', () => {
    expect(found('C++ (fast)', 'In C++ (fast) or C.')).toEqual(['C++ (fast)']);
  });
});
