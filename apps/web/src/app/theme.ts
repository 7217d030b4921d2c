import { Button, type CSSVariablesResolver, createTheme, Drawer, Menu, Modal, Popover, Select } from '@mantine/core'
import { dyes, families, grounds } from './dyes.ts'

const sans =
  'system-ui, -apple-system, "Segoe UI", Roboto, "PingFang SC", "HarmonyOS Sans SC", "MiSans", "Noto Sans SC", "Source Han Sans SC", "Microsoft YaHei UI", "Microsoft YaHei", sans-serif'
const codes = 'ui-monospace, Consolas, "Noto Sans Mono CJK SC", monospace'
const floating = '0 1px 2px rgba(27, 35, 37, 0.08), 0 8px 24px rgba(27, 35, 37, 0.14)'

/** "One thread, dyed by hand": mineral colours on warm paper, ink text, small radii, one shadow for what floats. */
export const theme = createTheme({
  colors: { ...dyes, ...families, ...grounds },
  primaryColor: 'qing',
  primaryShade: { light: 7, dark: 6 },
  white: '#FFFFFF',
  black: '#1B2325',
  // It would choose the text for the light shade and fail in dark.
  autoContrast: false,
  respectReducedMotion: true,
  cursorType: 'pointer',
  fontFamily: sans,
  fontFamilyMonospace: codes,
  fontSizes: { xs: '0.75rem', sm: '0.875rem', md: '1rem', lg: '1.25rem', xl: '1.625rem' },
  lineHeights: { xs: '1.5', sm: '1.5', md: '1.5', lg: '1.5', xl: '1.4' },
  // YaHei has no middle weights.
  fontWeights: { regular: '400', medium: '600', bold: '600' },
  headings: {
    fontFamily: sans,
    fontWeight: '600',
    textWrap: 'pretty',
    sizes: {
      h1: { fontSize: '1.625rem', lineHeight: '1.35' },
      h2: { fontSize: '1.25rem', lineHeight: '1.4' },
      h3: { fontSize: '1rem', lineHeight: '1.5' },
      h4: { fontSize: '0.875rem', lineHeight: '1.5' },
      h5: { fontSize: '0.875rem', lineHeight: '1.5' },
      h6: { fontSize: '0.875rem', lineHeight: '1.5' },
    },
  },
  spacing: { xs: '4px', sm: '8px', md: '12px', lg: '16px', xl: '24px', xxl: '40px' },
  radius: { xs: '4px', sm: '4px', md: '6px', lg: '6px', xl: '6px' },
  defaultRadius: 'sm',
  shadows: { xs: 'none', sm: 'none', md: floating, lg: floating, xl: floating },
  components: {
    Button: Button.extend({ defaultProps: { size: 'sm' } }),
    // A dialog has no banner of its own: the page has one already.
    Modal: Modal.extend({
      defaultProps: {
        padding: 'xl',
        attributes: { header: { role: 'presentation' } },
        radius: 'md',
        transitionProps: { duration: 120 },
        overlayProps: { backgroundOpacity: 0.45 },
      },
    }),
    Drawer: Drawer.extend({
      defaultProps: {
        padding: 'xl',
        attributes: { header: { role: 'presentation' } },
        transitionProps: { duration: 140 },
        overlayProps: { backgroundOpacity: 0.45 },
      },
    }),
    // Inside its landmark, and without the library's focusable placeholder, which no menu may contain.
    Menu: Menu.extend({
      defaultProps: {
        withinPortal: false,
        withInitialFocusPlaceholder: false,
        shadow: 'md',
        radius: 'md',
        transitionProps: { duration: 90 },
      },
    }),
    Popover: Popover.extend({ defaultProps: { shadow: 'md', radius: 'md', transitionProps: { duration: 90 } } }),
    Select: Select.extend({
      defaultProps: { comboboxProps: { shadow: 'md', radius: 'md', transitionProps: { duration: 90 } }, checkIconPosition: 'right' },
    }),
  },
})

const names = [...Object.keys(dyes), ...Object.keys(families)]
const each = (words: (name: string) => Record<string, string>) => Object.assign({}, ...names.map(words)) as Record<string, string>

/** Roles that the shades play. In dark the library's own light grounds sink below the panel, so each dye is said again. */
export const variables: CSSVariablesResolver = () => ({
  variables: {
    '--gh-voice': 'Georgia, "Songti SC", "Noto Serif SC", "Source Han Serif SC", SimSun, serif',
    '--gh-small': '0.8125rem',
    '--gh-float': floating,
  },
  light: {
    '--mantine-color-body': 'var(--mantine-color-gray-0)',
    '--mantine-color-text': 'var(--mantine-color-gray-9)',
    '--mantine-color-error': 'var(--mantine-color-madder-7)',
    '--mantine-color-success': 'var(--mantine-color-moss-7)',
    '--mantine-color-default-hover': 'var(--mantine-color-gray-2)',
    '--gh-panel': '#FFFFFF',
    '--gh-sunk': 'var(--mantine-color-gray-1)',
    '--gh-raised': '#FFFFFF',
    '--gh-raised-hover': 'var(--mantine-color-gray-2)',
    '--gh-line': 'var(--mantine-color-gray-3)',
    '--gh-edge': 'var(--mantine-color-gray-4)',
    '--gh-hover': 'var(--mantine-color-gray-2)',
    '--gh-second': 'var(--mantine-color-gray-7)',
    '--gh-focus': 'var(--mantine-color-qing-6)',
    '--gh-ink': 'var(--mantine-color-gray-9)',
    '--gh-seal': 'var(--mantine-color-cinnabar-6)',
    '--gh-frame': 'var(--mantine-color-qing-7)',
    '--gh-thread': 'var(--mantine-color-cinnabar-6)',
  },
  dark: {
    '--mantine-color-body': 'var(--mantine-color-dark-8)',
    '--mantine-color-error': 'var(--mantine-color-madder-3)',
    '--mantine-color-success': 'var(--mantine-color-moss-3)',
    '--gh-panel': 'var(--mantine-color-dark-7)',
    '--gh-sunk': 'var(--mantine-color-dark-8)',
    '--gh-raised': 'var(--mantine-color-dark-6)',
    '--gh-raised-hover': 'var(--mantine-color-dark-5)',
    '--gh-line': 'var(--mantine-color-dark-5)',
    '--gh-edge': 'var(--mantine-color-dark-4)',
    '--gh-hover': 'var(--mantine-color-dark-6)',
    '--gh-second': 'var(--mantine-color-dark-1)',
    '--gh-focus': 'var(--mantine-color-qing-3)',
    '--gh-ink': 'var(--mantine-color-dark-0)',
    '--gh-seal': 'var(--mantine-color-cinnabar-4)',
    '--gh-frame': '#FFFFFF',
    '--gh-thread': 'var(--mantine-color-gardenia-3)',
    ...each((name) => ({
      [`--mantine-color-${name}-light`]: `var(--mantine-color-${name}-9)`,
      [`--mantine-color-${name}-light-hover`]: `var(--mantine-color-${name}-8)`,
      [`--mantine-color-${name}-light-color`]: `var(--mantine-color-${name}-2)`,
      [`--mantine-color-${name}-outline`]: `var(--mantine-color-${name}-4)`,
    })),
  },
})
