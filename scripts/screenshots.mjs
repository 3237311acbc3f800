import { mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import { root } from './setup/run.mjs';

/**
 * `node scripts/screenshots.mjs [url] [password] [agent] [admin]`: the pictures of the docs, taken from a running demo.
 * The agent must be a free seat: one that no simulated agent sits on.
 */
process.chdir(fileURLToPath(root));
const [url = 'http://localhost:3000', password = process.env.DEMO_PASSWORD ?? '', agent = 'agent1', admin = 'admin'] =
  process.argv.slice(2);
const directory = 'docs/images';
const patienceMs = 90_000;

async function signIn(page, path, username) {
  await page.goto(`${url}${path}`);
  await page.locator('input[autocomplete=username]').fill(username);
  await page.locator('input[type=password]').fill(password);
  await page.keyboard.press('Enter');
}

async function personWith(browser, language) {
  const context = await browser.newContext({
    viewport: { width: 1366, height: 768 },
    locale: language,
    permissions: ['microphone'],
  });
  context.setDefaultTimeout(patienceMs);
  return context;
}

async function picture(page, name) {
  await page.mouse.move(0, 767);
  await page.evaluate('document.fonts.ready');
  await page.screenshot({ path: `${directory}/${name}.png`, animations: 'disabled' });
  process.stdout.write(`${directory}/${name}.png\n`);
}

const languages = {
  en: { switch: 'EN', name: /^[\p{Script=Latin} .'-]+$/u, note: 'Salary comes on Friday, pays half then.' },
  zh: { switch: '中', name: /\p{Script=Han}/u, note: '周五发工资，届时先还一半。' },
};
const mostCalls = 60;
const wrapUpKeys = ['1', '4', 'q', 'v'];

/** Ends the call if it runs, and saves whatever result the number's class allows. */
async function wrapUp(page, then) {
  const hangUp = page.locator('button[aria-keyshortcuts="Alt+X"]');
  await hangUp.click({ timeout: 2_000 }).catch(() => undefined);
  await page.locator('#wrap-up[data-due=true]').waitFor();
  for (const key of wrapUpKeys) {
    await page.locator('#wrap-up [role=radio][tabindex="0"]').first().focus();
    await page.keyboard.press(key);
    const party = page.locator('[data-field=party] label').first();
    if (await party.isVisible()) await party.click();
    // Linked cases have to be looked at before anything is saved.
    const linked = page.locator('button[aria-keyshortcuts="Alt+L"]');
    if (await linked.isVisible()) await linked.click();
    await page.locator(`button[aria-keyshortcuts="${then}"]`).click();
    const saved = page.locator('#wrap-up[data-due=true]').waitFor({ state: 'detached', timeout: 3_000 });
    if (await saved.then(...settled)) return;
  }
  throw new Error('the wrap-up could not be saved');
}
const settled = [() => true, () => false];

/** A talk with a debtor whose name suits the language, some seconds old, its wrap-up begun. */
async function pictureOfCall(page, language, name) {
  const wanted = languages[language];
  for (let calls = 0; calls < mostCalls; calls += 1) {
    await page.locator('button[aria-keyshortcuts="Alt+X"]:enabled').waitFor();
    const debtor = await page.locator('#call-card h1').innerText();
    const thirdParty = await page.locator('#call-card [data-third=true]').isVisible();
    const promise = page.locator('[data-code=PTP]');
    const fits =
      !thirdParty && wanted.name.test(debtor) && (await promise.waitFor({ timeout: 3_000 }).then(...settled));
    if (fits) {
      await page.getByText(wanted.switch, { exact: true }).click();
      await promise.click();
      await page.locator('[data-field="promise.amountMinor"] button').last().click();
      await page.locator('[data-field="promise.dueOn"] [role=radio]').last().click();
      await page.locator('[data-field=note] textarea').fill(wanted.note);
      const grown = page.locator('#call-card [role=timer]').getByText(/00:0[6-9]|00:[1-9]\d/);
      const live = await grown.waitFor({ timeout: 10_000 }).then(...settled);
      if (live && (await page.locator('button[aria-keyshortcuts="Alt+X"]').isEnabled())) {
        await picture(page, name);
        await wrapUp(page, 'Control+Shift+Enter');
        return;
      }
    }
    await wrapUp(page, 'Control+Enter');
  }
  throw new Error(`${mostCalls} calls and none fit for ${name}`);
}

async function picturesOfCalls(browser) {
  const context = await personWith(browser, 'en-US');
  const page = await context.newPage();
  await signIn(page, '/agent/', agent);
  await page.getByRole('button', { name: 'Use microphone' }).click();
  await page.getByRole('button', { name: 'I hear and am heard' }).click();
  await page.locator('#call-card').waitFor();
  // Left behind by whoever sat here before.
  if (await page.locator('#wrap-up[data-due=true]').isVisible()) await wrapUp(page, 'Control+Shift+Enter');
  const pictures = [
    ['en', 'agent-console'],
    ['zh', 'agent-console-zh'],
  ];
  for (const [language, name] of pictures) {
    await page.locator('button[aria-keyshortcuts="Alt+R"]').click();
    await pictureOfCall(page, language, name);
  }
  await context.close();
}

const fileToShow = [
  'Spring placement 2026,,,,,,,,,,',
  'Account Number,First Name,Last Name,Balance,Currency,Days Past Due,Placement Date,Primary Phone,Work Phone,City,State',
  'EX-10021,Casey,Sampleton,"4,120.50",USD,94,10/29/2026,(346) 555-0180,,Houston,TX',
  'EX-10022,Robin,Fictionby,812.00,USD,61,10/29/2026,(346) 555-0181,(346) 555-0182 ext 12,Houston,TX',
  'EX-10023,Jamie,Testerman,ask branch,USD,120,10/29/2026,(346) 555-0183,,Dallas,TX',
  'EX-10024,Alex,Demoford,"2,038.75",USD,75,10/29/2026,3.46555E+09,,Austin,TX',
  'EX-10025,Taylor,Specimen,967.30,USD,88,10/29/2026,(346) 555-0185,none,Houston,TX',
  'Total,,,"7,938.55",,,,,,,',
].join('\r\n');

/** What a file looks like before it is confirmed; nothing of it is imported. */
async function pictureOfPlacements(browser) {
  const context = await personWith(browser, 'en-US');
  const page = await context.newPage();
  await signIn(page, '/admin/placements', admin);
  await page.getByRole('button', { name: 'Import a file' }).first().click();
  await page.getByRole('heading', { level: 1, name: 'Import a file' }).waitFor();
  await page.getByRole('combobox', { name: 'Client' }).fill('Sample Federal Card Services');
  const buffer = Buffer.from(fileToShow);
  await page.locator('input[type=file]').setInputFiles({ name: 'spring-placement.csv', mimeType: 'text/csv', buffer });
  await page.getByRole('row').nth(1).waitFor();
  await picture(page, 'placements');
  await context.close();
}

/** Screens as they stand while the floor works: address and name of the picture. */
const screens = [
  ['/supervisor/agents', 'guide-wall'],
  ['/supervisor/', 'guide-pacing'],
  ['/admin/progress', 'guide-progress'],
  ['/admin/recordings', 'guide-recordings'],
  ['/admin/alerts', 'guide-alerts'],
  ['/admin/trunks', 'guide-trunks'],
  ['/admin/rules', 'guide-rules'],
  ['/admin/suppressions', 'guide-suppressions'],
  ['/admin/jobs', 'guide-jobs'],
  ['/admin/people', 'guide-people'],
  ['/admin/audit', 'guide-audit'],
  ['/admin/payments', 'guide-payments'],
  ['/admin/promises', 'guide-promises'],
  ['/supervisor/waiting', 'guide-waiting'],
];

/** A list of numbers that are never called is empty in a demo: two invented ones make it worth a picture. */
async function putOnList(page) {
  const numbers = [
    ['+12125550147', 'Public register', 'Asked not to be called', null],
    ['+12125550163', 'Client', 'Hospital switchboard', '2030-12-31'],
  ];
  for (const [number, source, reason, expiresOn] of numbers) {
    await page.request.post(`${url}/api/suppressions`, {
      data: { number, source, reason, expiresOn },
      headers: { origin: url },
    });
  }
}

async function picturesOfScreens(browser) {
  const context = await personWith(browser, 'en-US');
  const page = await context.newPage();
  await signIn(page, '/admin/placements', admin);
  await page.locator('input[type=password]').waitFor({ state: 'detached' });
  await putOnList(page);
  for (const [path, name] of screens) {
    await page.goto(`${url}${path}`);
    await page.locator('main h1, main table, main strong').first().waitFor();
    await page.locator('.ant-skeleton-active, .ant-spin-spinning').first().waitFor({ state: 'hidden' });
    await page.waitForLoadState('networkidle');
    await picture(page, name);
  }
  await page.goto(`${url}/admin/trunks/probe`);
  await page.getByRole('textbox', { name: 'Number' }).fill('+12125550147');
  await page.getByRole('button', { name: 'Would it ring?' }).click();
  await page.locator('main table').first().waitFor();
  await picture(page, 'guide-probe');
  await context.close();
}

mkdirSync(directory, { recursive: true });
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
  args: [
    '--headless=new',
    '--no-sandbox',
    '--disable-gpu',
    '--use-fake-device-for-media-stream',
    '--use-fake-ui-for-media-stream',
    '--autoplay-policy=no-user-gesture-required',
  ],
});
try {
  await picturesOfScreens(browser);
  await picturesOfCalls(browser);
  await pictureOfPlacements(browser);
} finally {
  await browser.close();
}
