import type { MantineColorsTuple } from '@mantine/core'

const tuple = (shades: string) => shades.split(' ') as unknown as MantineColorsTuple // safe: each line below has ten shades

/** The plant dyes of the house, light to dark. White text is readable on every filled shade; every contrast was computed. */
export const dyes = {
  qing: tuple('#E6F9FA #CEEDEF #AEDDDF #89C7CB #63ADB1 #419196 #24787D #096165 #014C50 #003739'),
  woad: tuple('#EFF5FF #DBE7FE #BDD3FE #98BAFE #779DEB #5B80D1 #4367B5 #315199 #233E7C #172C5C'),
  walnut: tuple('#FEF2EA #FDE0CC #F4C9AC #E4AD88 #CC8E64 #B17245 #975A2D #7D4519 #64340C #492405'),
  moss: tuple('#EEF9E5 #DCEDCD #C4DCAD #A7C789 #89AC65 #6D9046 #55772D #416019 #314C0C #223604'),
  gardenia: tuple('#FFF3DE #F9E3BE #EDCE96 #DDB467 #C49636 #A87A00 #8A6302 #6E4F03 #573D00 #3F2B00'),
  madder: tuple('#FEF1F2 #FEDDE0 #FFBFC6 #FF98A5 #EC7285 #D05269 #B33752 #96223E #7A132F #5A0820'),
  gromwell: tuple('#F9F1FE #F1DEFE #E4C5F8 #D1A8EA #B788D4 #9C6BB9 #83539F #6B3F84 #552E6B #3E1F4E'),
  cinnabar: tuple('#FFF1EE #FEDED7 #FEC2B4 #FE9D88 #EF755C #D3553C #B63A22 #99240B #7C1500 #5C0A00'),
} as const
export type DyeName = keyof typeof dyes

/** Shaped after the uses that the component library makes of its own `gray` and `dark`. */
export const grounds = {
  gray: tuple('#FCF9F5 #F5F3EF #EAE8E3 #DBD9D5 #848E90 #666F71 #596264 #495253 #363F41 #1B2325'),
  dark: tuple('#E2E9EB #C2C9CA #A5ACAE #8B9699 #6D787B #353F42 #242D30 #192225 #10191B #071012'),
}

/** Defaults of the library stay in the family. */
export const families = {
  blue: dyes.woad,
  green: dyes.moss,
  yellow: dyes.gardenia,
  red: dyes.madder,
  teal: dyes.qing,
  orange: dyes.walnut,
  violet: dyes.gromwell,
}
