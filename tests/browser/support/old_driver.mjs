// Drives Chromium 80: reads one JSON line for each thing to do, answers with one JSON line.
//
//   {"do": "open", "who": "board", "size": {"width": 1920, "height": 1080}}   -> {"value": null}
//   {"do": "tap", "who": "board", "with": [".tool--next", "Starten"]}         -> {"value": null} or {"error": "..."}
//   {"do": "news", "who": "board"}                                            -> {"value": [["request", "http://..."]]}

import readline from "node:readline";
import puppeteer from "puppeteer-core";

const PATIENCE = 15000;
const [program, origin, ...args] = process.argv.slice(2);
const browser = await puppeteer.launch({ executablePath: program, args, headless: true });
const devices = new Map();

// In the page: the first element that can be seen, holds the text and, for a tap, is enabled.
function look(selector, text, enabled) {
  const plain = (one) => one.textContent.replace(/\s+/g, " ").toLowerCase();
  const wanted = text.replace(/\s+/g, " ").trim().toLowerCase();
  return Array.from(document.querySelectorAll(selector)).find((one) => {
    const box = one.getBoundingClientRect();
    if (!box.width || !box.height || getComputedStyle(one).visibility !== "visible") return false;
    return !(enabled && one.disabled) && plain(one).includes(wanted);
  }) || null;
}

async function find(page, selector, text = "", enabled = false) {
  const found = await page.waitForFunction(look, { timeout: PATIENCE, polling: 50 }, selector, text, enabled)
    .catch(() => { throw new Error(`not there: ${selector} ${JSON.stringify(text)}`); });
  return found.asElement();
}

// A tap goes to a point, so what lies there must be the element itself, at rest.
async function tap(page, selector, text) {
  for (let tries = 0; ; tries += 1) {
    const found = await find(page, selector, text, true);
    const free = await page.evaluate((one) => new Promise((done) => {
      one.scrollIntoView({ block: "center", inline: "center" });
      const place = () => { const { left, top, width, height } = one.getBoundingClientRect(); return [left + width / 2, top + height / 2]; };
      const before = place();
      requestAnimationFrame(() => requestAnimationFrame(() => {
        const [x, y] = place();
        const there = document.elementFromPoint(x, y);
        done(one.isConnected && x === before[0] && y === before[1] && Boolean(there) && (one.contains(there) || there.contains(one)));
      }));
    }), found).catch(() => false);
    if (free) return found.click();
    if (tries > 100) throw new Error(`covered: ${selector} ${JSON.stringify(text)}`);
  }
}

const DO = {
  async open({ who, size }) {
    const context = await browser.createIncognitoBrowserContext();
    const page = await context.newPage();
    const news = [];
    page.on("request", (one) => news.push(["request", one.url()]));
    page.on("pageerror", (one) => news.push(["complaint", String(one)]));
    page.on("console", (one) => {
      if (["error", "warning"].includes(one.type())) news.push(["complaint", `${one.text()} (${one.location().url || ""})`]);
    });
    page.setDefaultTimeout(PATIENCE);
    await page.setViewport({ ...size, hasTouch: true });
    devices.set(who, { context, page, news });
  },
  news: ({ who }) => devices.get(who).news.splice(0),
  close: ({ who }) => devices.get(who).context.close(),
  go: (page, path) => page.goto(origin + path),
  tap,
  async fill(page, selector, text) {
    const field = await find(page, selector, "", true);
    await page.evaluate((one) => { one.value = ""; }, field);
    await field.type(text);
  },
  press: (page, key) => page.keyboard.press(key),
  see: (page, selector, text) => find(page, selector, text),
  async miss(page, selector, text = "") {
    const gone = `!(${look})(${JSON.stringify(selector)}, ${JSON.stringify(text)}, false)`;
    await page.waitForFunction(gone, { timeout: PATIENCE, polling: 50 }).catch(() => { throw new Error(`still there: ${selector} ${text}`); });
  },
  read: async (page, selector) => page.evaluate((one) => one.innerText, await find(page, selector)),
  async land(page, path) {
    const there = `location.href.startsWith(${JSON.stringify(origin + path)}) && document.readyState !== "loading"`;
    await page.waitForFunction(there, { timeout: PATIENCE, polling: 50 }).catch(() => { throw new Error(`at ${page.url()}, not ${path}`); });
  },
  ask: (page, script) => page.evaluate(script),
};

async function answer(line) {
  const task = JSON.parse(line);
  const work = DO[task.do];
  const value = task.with ? await work(devices.get(task.who).page, ...task.with) : await work(task);
  return { value: ["read", "ask", "news"].includes(task.do) ? value : null };
}

for await (const line of readline.createInterface({ input: process.stdin })) {
  const said = await answer(line).catch((error) => ({ error: error.message }));
  process.stdout.write(`${JSON.stringify(said)}\n`);
}
await browser.close();
