// The few things the story needs of a browser, so that one story runs in all of them.
import { setTimeout as pause } from 'node:timers/promises';

/**
 * @typedef {object} Driver
 * @property {string} name
 * @property {(url: string) => Promise<void>} open
 * @property {() => Promise<void>} reload
 * @property {(action: (...values: any[]) => any, ...values: any[]) => Promise<any>} run  in the page; sent as text,
 *   so it uses nothing from outside itself; what it returns is JSON.
 * @property {(selector: string) => Promise<void>} click  a real click on the first match, scrolled into view.
 * @property {() => readonly string[]} problems  errors of page and console, as far as the browser tells.
 * @property {() => Promise<void>} close
 */

const PATIENCE_MS = 20_000;

/**
 * Ask the page until it answers with something true.
 * @param {Driver} driver
 * @param {string} what for the error text.
 * @param {(...values: any[]) => any} question
 * @param {any[]} values
 */
export async function until(driver, what, question, ...values) {
  const end = performance.now() + PATIENCE_MS;
  let last;
  while (performance.now() < end) {
    try {
      last = await driver.run(question, ...values);
      if (last) return last;
    } catch (error) {
      last = error; // a page that is on its way cannot be asked
    }
    await pause(100);
  }
  throw new Error(`waited ${PATIENCE_MS / 1000} s in vain for: ${what} (last answer: ${String(last)})`);
}
