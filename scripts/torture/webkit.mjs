// WebKitGTK by its own WebDriver, in a screen of its own: MiniBrowser has no headless mode.
import { spawn } from 'node:child_process';
import { setTimeout as pause } from 'node:timers/promises';
import { Builder, By, Capabilities } from 'selenium-webdriver';
import { freePort } from '../serve-built.mjs';

/**
 * @param {{ driver: string, browser: string }} programs WebKitWebDriver and MiniBrowser.
 * @returns {Promise<import('./driver.mjs').Driver>}
 */
export async function openWebKit(programs) {
  const port = await freePort();
  const server = spawn('xvfb-run', ['-a', programs.driver, `--port=${port}`], {
    stdio: 'ignore',
    detached: true,
  });
  // xvfb-run starts the screen, the driver and the browser: end the whole group.
  const stop = () => {
    try {
      if (server.pid) process.kill(-server.pid, 'SIGTERM');
    } catch {
      // gone already
    }
  };
  process.once('exit', stop);
  const options = { binary: programs.browser, args: ['--automation'] };
  const capabilities = new Capabilities({ browserName: 'MiniBrowser', 'webkitgtk:browserOptions': options });
  const address = `http://127.0.0.1:${port}`;
  await listening(`${address}/status`);
  const driver = await new Builder().usingServer(address).withCapabilities(capabilities).build();
  await driver.manage().setTimeouts({ script: 30_000, pageLoad: 60_000 });
  const version = (await driver.getCapabilities()).getBrowserVersion() ?? '';
  return {
    name: `WebKitGTK ${version}`,
    open: (url) => driver.get(url),
    reload: () => driver.navigate().refresh(),
    run: async (action, ...values) => {
      const answer = /** @type {{ value?: unknown, error?: string }} */ (
        await driver.executeAsyncScript(RUNNER(String(action)), ...values)
      );
      if (answer.error) throw new Error(answer.error);
      return answer.value;
    },
    click: async (selector) => {
      const element = await driver.findElement(By.css(selector));
      await driver.executeScript('arguments[0].scrollIntoView({ block: "center" })', element);
      await element.click();
    },
    problems: () => [], // this driver does not tell
    close: async () => {
      await driver.quit().catch(() => {});
      stop();
    },
  };
}

/** Runs a function given as text, awaits it and hands on its value or its error. @param {string} action */
const RUNNER = (action) => `
  const done = arguments[arguments.length - 1];
  const values = Array.prototype.slice.call(arguments, 0, -1);
  Promise.resolve().then(() => (${action})(...values)).then(
    (value) => done({ value: value === undefined ? null : value }),
    (error) => done({ error: String(error) }),
  );`;

/** @param {string} url */
async function listening(url) {
  for (let tries = 0; tries < 100; tries += 1) {
    if (
      await fetch(url).then(
        () => true,
        () => false,
      )
    )
      return;
    await pause(100);
  }
  throw new Error('WebKitWebDriver did not answer within 10 s');
}
