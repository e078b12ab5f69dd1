import { defineConfig } from '@playwright/test';
import { findChromium } from './scripts/browser.mjs';

const port = Number(process.env.E2E_PORT ?? 4329);
const found = findChromium();

export default defineConfig({
  testDir: 'tests/e2e',
  testMatch: '**/*.e2e.ts',
  fullyParallel: true,
  timeout: 60_000, // a slow machine may be slow; nothing waits for a clock
  expect: { timeout: 10_000 },
  workers: 2,
  forbidOnly: Boolean(process.env.CI),
  // On a machine shared with others one second chance; the report lists who needed it as flaky, and each is looked into.
  retries: process.env.CI ? 1 : 0,
  reporter: [['list']],
  use: {
    baseURL: `http://localhost:${port}`,
    locale: 'zh-CN',
    viewport: { width: 390, height: 844 },
    trace: 'retain-on-failure',
    // Named even when it is Playwright's own: then the separate headless shell need not be installed.
    launchOptions: found ? { executablePath: found.path } : {},
  },
  projects: [{ name: 'chromium' }],
  webServer: {
    command: 'node dist/main.mjs',
    url: `http://localhost:${port}/healthz`,
    reuseExistingServer: false,
    env: { PORT: String(port), DATA_DIR: 'test-results/data' },
  },
});
