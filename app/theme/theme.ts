import { createTheme, type MantineColorsTuple } from '@mantine/core'

/** The one accent colour. Far enough from the blue of "intended" that neither is taken for the other. */
const accent: MantineColorsTuple = [
  '#f3f2fc',
  '#e4e1f6',
  '#c8c3ec',
  '#aaa2e2',
  '#8f85d9',
  '#7d71d2',
  '#6459c4',
  '#5348b0',
  '#443a96',
  '#352d78',
]

/** Slightly blue greys: calm in light and in dark. */
const dark: MantineColorsTuple = [
  '#d5d8de',
  '#b4b9c3',
  '#9aa1ad',
  '#6b7280',
  '#3c424d',
  '#2f343d',
  '#252931',
  '#1b1e24',
  '#15181d',
  '#0f1115',
]

/** Calm and dense: 14 px body, 4 px grid, hairlines, small radii, one accent. */
export const theme = createTheme({
  primaryColor: 'accent',
  primaryShade: { light: 7, dark: 6 },
  autoContrast: true,
  colors: { accent, dark },
  fontFamily: "'Inter Variable', system-ui, sans-serif",
  fontFamilyMonospace: 'ui-monospace, SFMono-Regular, Menlo, Consolas, monospace',
  fontSizes: { xs: '0.75rem', sm: '0.8125rem', md: '0.875rem', lg: '1rem', xl: '1.25rem' },
  lineHeights: { xs: '1.3333', sm: '1.4', md: '1.4286', lg: '1.5', xl: '1.4' },
  spacing: { xs: '0.5rem', sm: '0.75rem', md: '1rem', lg: '1.5rem', xl: '2rem' },
  defaultRadius: 'sm',
  radius: { xs: '2px', sm: '4px', md: '6px', lg: '8px', xl: '12px' },
  headings: {
    fontWeight: '600',
    sizes: {
      h1: { fontSize: '1.25rem', lineHeight: '1.4' },
      h2: { fontSize: '1rem', lineHeight: '1.5' },
      h3: { fontSize: '0.875rem', lineHeight: '1.4286' },
    },
  },
  cursorType: 'pointer',
  focusRing: 'auto',
  respectReducedMotion: true,
  components: {
    Button: { defaultProps: { size: 'xs' } },
    ActionIcon: { defaultProps: { variant: 'subtle', color: 'gray' } },
    Table: { defaultProps: { verticalSpacing: 6, horizontalSpacing: 'xs' } },
    Tooltip: { defaultProps: { openDelay: 300, events: { hover: true, focus: true, touch: false } } },
    Menu: { defaultProps: { shadow: 'sm' } },
    Popover: { defaultProps: { shadow: 'sm' } },
    // A dialog's heading is not a second banner of the page.
    ModalHeader: { defaultProps: { role: 'presentation' } },
  },
})
