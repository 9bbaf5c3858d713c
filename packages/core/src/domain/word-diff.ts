/** A piece of two texts compared word by word; the pieces that are not `added` make the old text, in order. */
export interface DiffPart {
  readonly kind: 'same' | 'added' | 'removed';
  readonly text: string;
}
