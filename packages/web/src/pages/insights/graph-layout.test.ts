import { type ConceptId, conceptId } from '@genglossary/core/domain';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { distinctEdges, layOutGraph, otherEnd, walk } from './graph-layout.ts';

const id = (name: string): ConceptId => conceptId(name);
const node = (name: string) => ({ id: id(name), term: name, state: 'defined', degree: 1 }) as const;
const edge = (from: string, to: string) =>
  ({ from: id(from), to: id(to), kind: 'see-also', state: 'accepted' }) as const;

const harbour = {
  nodes: ['harbour', 'quay', 'mole', 'bollard', 'fender', 'lamp'].map(node),
  edges: [
    edge('harbour', 'quay'),
    edge('mole', 'harbour'),
    edge('mole', 'lamp'),
    edge('quay', 'bollard'),
    edge('fender', 'quay'),
    edge('bollard', 'lamp'),
  ],
};

describe('the graph around an entry', () => {
  it('puts what is one step away into one column, in the order of what it was reached from', () => {
    const { nodes, rows } = layOutGraph(harbour, id('harbour'));
    expect(nodes.map(({ term, column, row }) => [term, column, row])).toEqual([
      ['harbour', 0, 1],
      ['quay', 1, 0.5],
      ['mole', 1, 1.5],
      ['bollard', 2, 0],
      ['fender', 2, 1],
      ['lamp', 2, 2],
    ]);
    expect(rows).toBe(3);
  });

  it('says each relation once, as a person accepted it where one did', () => {
    const said = { from: id('mole'), to: id('quay'), kind: 'broader', state: 'proposed' } as const;
    const turned = { from: id('quay'), to: id('mole'), kind: 'narrower', state: 'accepted' } as const;
    const also = [edge('mole', 'lamp'), { ...edge('lamp', 'mole'), state: 'proposed' as const }];
    expect(distinctEdges([said, turned, ...also])).toEqual([turned, edge('mole', 'lamp')]);
    expect(distinctEdges([said, { ...said, kind: 'part-of' }])).toHaveLength(2);
  });

  it('is walked by arrows: to the side along relations, up and down within a column', () => {
    const layout = layOutGraph(harbour, id('harbour'));
    const steps = ['ArrowRight', 'ArrowRight', 'ArrowDown', 'ArrowDown', 'ArrowLeft', 'ArrowLeft', 'ArrowLeft'];
    const path = steps.reduce(
      (at, key) => [...at, walk(layout, at.at(-1) ?? id(''), key) ?? id('stays')],
      [id('harbour')],
    );
    expect(path).toEqual(['harbour', 'quay', 'bollard', 'fender', 'lamp', 'mole', 'harbour', 'stays']);
    expect(walk(layout, id('mole'), 'ArrowDown')).toBeUndefined();
    expect(walk(layout, id('mole'), 'x')).toBeUndefined();
  });

  it('shows everything that can be reached, each once, and every arrow to the side follows a relation', () => {
    const names = ['a', 'b', 'c', 'd', 'e', 'f', 'g'];
    const edges = fc.array(fc.tuple(fc.constantFrom(...names), fc.constantFrom(...names)), { maxLength: 14 });
    fc.assert(
      fc.property(edges, (pairs) => {
        const graph = { nodes: names.map(node), edges: pairs.map(([from, to]) => edge(from, to)) };
        const layout = layOutGraph(graph, id('a'));
        const shown = layout.nodes.map((one) => one.id);
        expect(new Set(shown).size).toBe(shown.length);
        for (const { from, to } of graph.edges) expect(shown.includes(from)).toBe(shown.includes(to));
        for (const at of layout.nodes) {
          for (const key of ['ArrowLeft', 'ArrowRight']) {
            const next = walk(layout, at.id, key);
            if (next !== undefined) expect(layout.edges.some((one) => otherEnd(one, at.id) === next)).toBe(true);
          }
          // Whatever is shown is reached from the middle, and leads back to it.
          expect(at.column === 0 || walk(layout, at.id, 'ArrowLeft') !== undefined).toBe(true);
        }
      }),
    );
    expect(layOutGraph(harbour, id('nowhere')).nodes).toEqual([]);
  });
});
