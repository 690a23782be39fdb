import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const folder = (name: string) => fileURLToPath(new URL(name, import.meta.url));

const alias = { '@': folder('./src'), '@generated': folder('./generated') };

export default defineConfig({
  test: {
    // Shutting a PostgreSQL down cleanly takes its time on a busy machine.
    teardownTimeout: 60_000,
    projects: [
      {
        resolve: { alias },
        test: {
          name: 'unit',
          include: ['tests/unit/**/*.test.{ts,tsx}', 'tests/architecture/**/*.test.ts'],
          setupFiles: ['tests/setup/fail-on-console-error.ts'],
          // The random walks of 10,000 cases take seconds, more beside a busy neighbour.
          testTimeout: 60_000,
          environment: 'node',
        },
      },
      {
        resolve: { alias },
        test: {
          name: 'integration',
          include: ['tests/integration/**/*.test.{ts,tsx}'],
          globalSetup: ['tests/integration/global-setup.ts'],
          environment: 'node',
          testTimeout: 30_000,
          hookTimeout: 60_000,
          // They wait more than they work: for the server, for a mail that is slow on purpose, for a job's next try.
          maxWorkers: 4,
        },
      },
    ],
  },
});
