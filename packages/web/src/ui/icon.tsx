/** The few pictures of the app, drawn as strokes on a 16 px grid. They never stand alone for a meaning. */
const paths = {
  home: 'M2.5 7.5 8 3l5.5 4.5M4 6.5V13h8V6.5',
  documents: 'M4 2.5h5l3 3v8H4zM9 2.5v3h3M6 8.5h4M6 11h4',
  entries: 'M2.5 3.5h4a2 2 0 0 1 1.5 1 2 2 0 0 1 1.5-1h4v9h-4a2 2 0 0 0-1.5 1 2 2 0 0 0-1.5-1h-4zM8 4.5v9',
  terms: 'M2.5 4h11M2.5 8h7M2.5 12h11M12 6.5l1.5 1.5L12 9.5',
  issues: 'M4 14V2.5M4 3h8.5l-2 3 2 3H4',
  runs: 'M8 2.5a5.5 5.5 0 1 0 5.5 5.5M8 5v3l2 1.5M10.5 2.5h3v3',
  versions: 'M5 4.5a1.5 1.5 0 1 0 0-.01M5 11.5a1.5 1.5 0 1 0 0 .01M11 6.5a1.5 1.5 0 1 0 0-.01M5 6v4M11 8c0 2-3 2-4.5 3',
  exports: 'M8 10V2.5M5 5l3-3 3 3M3 9.5v4h10v-4',
  imports: 'M8 2.5V10M5 7l3 3 3-3M3 9.5v4h10v-4',
  sliders: 'M4 2.5v5M4 11v2.5M8 2.5V4M8 7.5v6M12 2.5v6M12 12v1.5M2.5 9.25h3M6.5 5.75h3M10.5 10.25h3',
  insights: 'M3 13.5v-4M6.5 13.5v-8M10 13.5v-5M13.5 13.5v-11',
  settings: 'M2.5 5h6M12 5h1.5M2.5 11H4M7.5 11h6M10 3.25v3.5M6 9.25v3.5',
  search: 'M7 11.5a4.5 4.5 0 1 0 0-9 4.5 4.5 0 0 0 0 9zM10.5 10.5l3 3',
  check: 'M3 8.5 6.5 12 13 4.5',
  cross: 'M4 4l8 8M12 4l-8 8',
  warning: 'M8 2.5 14 13H2zM8 6.5v3M8 11v.5',
  wait: 'M8 2.5a5.5 5.5 0 1 0 0 11 5.5 5.5 0 0 0 0-11zM8 5v3.5h2.5',
  stop: 'M4.5 4.5h7v7h-7z',
  folder: 'M2 4h4l1.5 1.5H14v7.5H2z',
  back: 'M9.5 3.5 5 8l4.5 4.5',
  forward: 'M6.5 3.5 11 8l-4.5 4.5',
  more: 'M3.5 8h.01M8 8h.01M12.5 8h.01',
  arrow: 'M3 8h10M9.5 4.5 13 8l-3.5 3.5',
  undo: 'M6 4 3 7l3 3M3 7h6.5a3.5 3.5 0 0 1 0 7H7',
  keyboard: 'M1.5 4.5h13v7h-13zM4 7h.01M6.5 7h.01M9 7h.01M11.5 7h.01M5 9.5h6',
  trash: 'M3 4.5h10M6 4.5V3h4v1.5M4.5 4.5l.5 9h6l.5-9M6.75 7v4M9.25 7v4',
  plus: 'M8 3v10M3 8h10',
  up: 'M8 13V3.5M4 7l4-4 4 4',
  down: 'M8 3v9.5M4 9l4 4 4-4',
} as const;

export type IconName = keyof typeof paths;

export function Icon({ name }: { readonly name: IconName }) {
  return (
    <svg className="icon" viewBox="0 0 16 16" width="16" height="16" aria-hidden="true" focusable="false">
      <path
        d={paths[name]}
        fill="none"
        stroke="currentColor"
        strokeWidth={name === 'more' ? 2 : 1.4}
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </svg>
  );
}
