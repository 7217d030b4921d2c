/** The character 合 drawn as a guildhall: gable, one thread, a door. Decoration; the name stands beside it or in the link. */
export function Logo({ size = 28 }: { size?: number }) {
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 32 32"
      fill="none"
      strokeWidth={2.6}
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
      focusable="false"
    >
      <path d="M3.5 14.5 16 4.5 28.5 14.5" stroke="var(--gh-frame)" />
      <path d="M9 16.5H23" stroke="var(--gh-thread)" />
      <path d="M9 21.5V28H23V21.5Z" stroke="var(--gh-frame)" />
    </svg>
  )
}
