/**
 * The product's own few icons on a grid of 16, drawn in the colour of the text. One line each. (The file is not called
 * `icon`: Next would serve it as the site's own.)
 */
const paths = {
  bell: 'M4 11V7a4 4 0 0 1 8 0v4l1.5 1.5h-11ZM6.5 14h3',
  search: 'M7 2.5a4.5 4.5 0 1 1 0 9 4.5 4.5 0 0 1 0-9ZM10.3 10.3 14 14',
  keyboard: 'M1.5 4h13v8h-13ZM4 6.5h.01M6.5 6.5h.01M9 6.5h.01M11.5 6.5h.01M4.5 9.5h7',
  language: 'M8 1.5a6.5 6.5 0 1 1 0 13 6.5 6.5 0 0 1 0-13ZM1.5 8h13M8 1.5c-4 4-4 9 0 13M8 1.5c4 4 4 9 0 13',
  light:
    'M8 5a3 3 0 1 1 0 6 3 3 0 0 1 0-6ZM8 1v1.5M8 13.5V15M1 8h1.5M13.5 8H15M3 3l1 1M12 12l1 1M13 3l-1 1M4 12l-1 1',
  dark: 'M13.5 9.5A6 6 0 0 1 6.5 2.5a6 6 0 1 0 7 7Z',
  auto: 'M8 1.5a6.5 6.5 0 1 1 0 13 6.5 6.5 0 0 1 0-13ZM8 1.5v13M8 5h5.7M8 8h6.5M8 11h5.7',
  person: 'M8 2a3 3 0 1 1 0 6 3 3 0 0 1 0-6ZM2 14c.6-3 3-4.5 6-4.5s5.4 1.5 6 4.5',
  definition: 'M8 1.5a6.5 6.5 0 1 1 0 13 6.5 6.5 0 0 1 0-13ZM8 7.2V11M8 5h.01',
  left: 'M10 3 5 8l5 5',
  right: 'M6 3l5 5-5 5',
  up: 'M3 10l5-5 5 5',
  down: 'M3 6l5 5 5-5',
  close: 'M3.5 3.5l9 9M12.5 3.5l-9 9',
  check: 'M2.5 8.5 6.5 12.5 13.5 4',
  warning: 'M8 2 14.5 13.5h-13ZM8 6.5V10M8 11.8h.01',
  clock: 'M8 1.5a6.5 6.5 0 1 1 0 13 6.5 6.5 0 0 1 0-13ZM8 4.5V8l2.5 2',
  lock: 'M3.5 7.5h9v6.5h-9ZM5.5 7.5V5a2.5 2.5 0 0 1 5 0v2.5',
  empty: 'M2 9.5 4 3h8l2 6.5V13H2ZM2 9.5h4l1 1.5h2l1-1.5h4',
  filter: 'M2 3.5h12L9.5 8.5V13l-3-1.5v-3Z',
  table: 'M2 3h12v10H2ZM2 6.5h12M2 9.8h12M6.5 3v10',
  chart: 'M2 13.5h12M4 13V8M8 13V3M12 13V6',
  download: 'M8 2v8M4.5 7 8 10.5 11.5 7M2.5 13.5h11',
  image: 'M2 3h12v10H2ZM2 11l3.5-3.5 3 3 2-2L14 12M10.5 6h.01',
  link: 'M6.5 9.5l3-3M7 4.5 8.5 3a3 3 0 0 1 4.5 4.5L11.5 9M9 11.5 7.5 13A3 3 0 0 1 3 8.5L4.5 7',
  calendar: 'M2 3.5h12v10H2ZM2 6.5h12M5 2v3M11 2v3',
  marker: 'M4 14V2h8l-2 3 2 3H4',
  retry: 'M13 8a5 5 0 1 1-1.6-3.7M13 2v3h-3',
  question: 'M5.5 6a2.5 2.5 0 1 1 3.6 2.2c-.8.4-1.1.9-1.1 1.8M8 12.5h.01',
  pending: 'M4 8h.01M8 8h.01M12 8h.01',
  unreachable: 'M3.5 8h9',
} as const satisfies Record<string, string>

export type IconName = keyof typeof paths

/** An icon; hidden from screen readers, because the words beside it or its button's label say what it means. */
export function Icon({ name, size = 16 }: { readonly name: IconName; readonly size?: number }) {
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 16 16"
      fill="none"
      stroke="currentColor"
      strokeWidth={1.4}
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden
      focusable={false}
    >
      <path d={paths[name]} />
    </svg>
  )
}
