import { expect, type Locator, type Page } from '@playwright/test';
import { drawScenario } from '../../../src/core/simulator/figures/draw-scenario.ts';
import type { Fork, Option, Scenario, Turn } from '../../../src/core/simulator/scenario.ts';
import type { ScenarioFile } from '../../../src/core/simulator/scenario-file.ts';
import { practiceStrings } from '../../../src/i18n/practice.ts';
import { rowsOf } from '../device.ts';

type Language = 'zh' | 'en';
type Level = 1 | 2 | 3;

/** Which of the lines on screen: the best one, or one that is an error where there is one. */
export type Aim = 'best' | 'worst';

/** Digits, quotation marks and blanks play no part in what a line says. */
const bare = (text: string) => text.replace(/^\s*\d\s*/, '').replace(/[「」“”\s]/g, '');

/** One scenario's page, as a learner meets it. */
export class PracticePage {
  readonly page: Page;
  readonly language: Language;
  #file: ScenarioFile | undefined;

  constructor(page: Page, language: Language = 'zh') {
    this.page = page;
    this.language = language;
  }

  get strings() {
    return practiceStrings(this.language);
  }

  async open(path = 'sales-doctor/d-a', hash = '') {
    await this.page.goto(`${this.language === 'en' ? '/en' : ''}/practice/${path}/${hash}`);
    await this.seeAlive();
  }

  /** Record and scenario are here: the button would begin. */
  async seeAlive() {
    await expect(this.startButton.or(this.page.locator('.run')).first()).toBeVisible();
    await expect(async () => {
      const isOff = await this.page.locator('.start-actions .btn[aria-disabled=true]').count();
      const following = await this.page.getByText(this.strings.following).count();
      expect(isOff === 0 || following > 0).toBe(true);
    }).toPass();
  }

  get startButton(): Locator {
    return this.page.locator('.start-actions .btn').first();
  }

  /** What the scenario is made of: the file the page itself fetches. */
  async content(): Promise<ScenarioFile> {
    if (this.#file) return this.#file;
    const props = await this.page.locator('#run astro-island').getAttribute('props');
    const url = JSON.parse(props ?? '{}').scenarioUrl[1] as string;
    this.#file = (await (await this.page.request.get(url)).json()) as ScenarioFile;
    return this.#file;
  }

  /** The scenario as the open run plays it, with the figures its seed has drawn. */
  async played(): Promise<Scenario<string>> {
    const { scenario } = await this.content();
    if (!scenario.figures) return drawScenario(scenario, '');
    const open = (row: string) => row.includes(`"lessonId":"${scenario.id}"`) && row.includes('"plan"');
    await expect.poll(async () => (await rowsOf(this.page, 'snapshots')).some(open)).toBe(true);
    const row = (await rowsOf(this.page, 'snapshots')).find(open) ?? '';
    return drawScenario(scenario, /"seed":"([^"]+)"/.exec(row)?.[1] ?? '');
  }

  /** Begin, without preparation cards. */
  async begin(level: Level = 1) {
    await this.page
      .locator('.levels input')
      .nth(level - 1)
      .check({ force: true });
    await this.startButton.click();
    await this.page.getByRole('button', { name: this.strings.prepGoNone }).click();
    await expect(this.page.locator('.log:visible, .task:visible').first()).toBeVisible();
  }

  get options(): Locator {
    return this.page.locator('.dock.choose button.option');
  }

  get lastLine(): Locator {
    return this.page.locator('.log .spoken').last();
  }

  get round(): Locator {
    return this.page.locator('.run-in small');
  }

  /** 0 … 3: where the wanted line stands among the lines on screen. */
  async place(aim: Aim): Promise<number> {
    const scenario = await this.played();
    const texts = (await this.options.allTextContents()).map(bare);
    const turns = scenario.stages.flatMap((stage) => (stage.kind === 'sheet' ? stage.turns : []));
    const turn = turns.find((one) => one.options.every((option) => texts.includes(bare(option.text))));
    if (!turn) throw new Error(`no turn has the lines ${texts.join(' | ')}`);
    const said = bare((await this.lastLine.textContent()) ?? '');
    const fork = turn.fork && bare(turn.fork.line) === said ? turn.fork : undefined;
    const wanted = wantedOption(turn, fork, aim);
    return texts.indexOf(bare(wanted.text));
  }

  /** Says a line with a number key and waits for what comes of it. */
  async sayByKey(aim: Aim) {
    const place = await this.place(aim);
    const before = await this.options.allTextContents();
    await this.page.keyboard.press(String(place + 1));
    await expect(async () => expect(await this.options.allTextContents()).not.toEqual(before)).toPass();
  }

  /** Says lines by keyboard until a task is due, or the talk is over. */
  async talk(aim: Aim, most = 40) {
    for (let turn = 0; turn < most; turn += 1) {
      await this.options.first().or(this.page.locator('.task, .story')).first().waitFor();
      if ((await this.options.count()) === 0) return;
      await this.sayByKey(aim);
    }
  }

  /** Ends the talk where it stands. */
  async leave() {
    await this.page.locator('.run-in button').click();
    const pad = this.page.getByRole('dialog');
    await pad.getByRole('button', { name: this.strings.endRun }).click();
    await pad.getByRole('button', { name: this.strings.endYes, exact: true }).click();
    await expect(this.page.getByRole('heading', { name: this.strings.storyTitle })).toBeFocused();
  }

  /** From the story over the own rating to the look back. */
  async rate(level = 2) {
    await this.page.getByRole('button', { name: this.strings.toRating }).click();
    await expect(this.page.getByRole('heading', { name: this.strings.ratingTitle })).toBeFocused();
    for (const criterion of await this.page.locator('.criterion').all())
      await criterion.locator('input').nth(level).check({ force: true });
    await this.page.getByRole('button', { name: this.strings.toDebrief }).click();
  }

  get debrief(): Locator {
    return this.page.locator('.run [data-focus]');
  }
}

function wantedOption(turn: Turn<string>, fork: Fork<string> | undefined, aim: Aim): Option<string> {
  const qualityOf = (option: Option<string>) => fork?.options[option.id]?.quality ?? option.quality;
  const by = (quality: string) => turn.options.find((option) => qualityOf(option) === quality);
  const wanted = aim === 'best' ? by('expert') : (by('error') ?? by('weak'));
  if (!wanted) throw new Error(`${turn.id} has no line for ${aim}`);
  return wanted;
}
