import { defineConfig } from 'vitest/config'

// Three rooms: engines need nothing; modules share template databases; journeys drive a real browser and stand alone.
const shared = { pool: 'forks' as const, testTimeout: 120_000, hookTimeout: 120_000 }

export default defineConfig({
  test: {
    maxWorkers: 2,
    projects: [
      { test: { ...shared, name: 'engines', include: ['packages/**/*.test.ts', 'contract/**/*.test.ts', 'words/**/*.test.ts', 'tests/*.test.ts', 'apps/server/src/cli/**/*.test.ts', 'apps/server/src/platform/exchange-io/**/*.test.ts'], isolate: false } },
      {
        test: {
          ...shared,
          name: 'modules',
          include: ['apps/**/*.test.ts', 'apps/**/*.test.tsx'],
          exclude: ['**/node_modules/**', 'apps/server/src/cli/**', 'apps/server/src/platform/exchange-io/**'],
          globalSetup: ['tests/setup.ts'],
          isolate: false,
        },
      },
      { test: { ...shared, name: 'journeys', include: ['tests/journeys/**/*.spec.ts'], globalSetup: ['tests/setup.ts'], testTimeout: 300_000, hookTimeout: 120_000 } },
    ],
  },
})
