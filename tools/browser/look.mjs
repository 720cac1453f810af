// Opens one page of each kind in Chromium, in every width and colour scheme,
// and checks accessibility (axe), width, requests and errors; then with text at
// twice its size, from the disk, and without scripts.
//
//   node look.mjs FOLDER BASE CHROMIUM PACKS
//
// PACKS is a folder with the pages offline.html of the site's packs.
import { createRequire } from "node:module";
import { statSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { resolve } from "node:path";
import { chromium } from "playwright-core";
import { walk } from "./keyboard.mjs";
import { oneOfEachKind, pages, report, serve } from "./site.mjs";

const [folder, base, executablePath, packs] = process.argv.slice(2);
const axe = createRequire(import.meta.url)("axe-core").source;
const widths = [320, 768, 1280];
const colours = { runOnly: { type: "rule", values: ["color-contrast", "link-in-text-block"] } };
// Other schemes change colours alone, so that the rules on colours are run.
const schemes = [
  { name: "light", media: { colorScheme: "light", forcedColors: "none" }, rules: {} },
  { name: "dark", media: { colorScheme: "dark", forcedColors: "none" }, rules: colours },
  { name: "forced colours", media: { colorScheme: "dark", forcedColors: "active" }, rules: colours },
];

const { origin, close } = await serve(folder, base);
const browser = await chromium.launch({ executablePath, args: ["--no-sandbox", "--disable-gpu", "--disable-quic"] });
const problems = [];
let looks = 0;
let stops = 0;

// open opens an address and notes requests that leave the site, requests that
// fail and errors of scripts.
async function open(context, address, where) {
  const page = await context.newPage();
  const inside = address.startsWith("file:") ? pathToFileURL(resolve(folder)).href : origin + base;
  page.on("request", (request) => {
    const url = request.url();
    if (!url.startsWith(inside) && !url.startsWith("data:")) problems.push(`${where}: asks for ${url}`);
  });
  page.on("requestfailed", (request) => problems.push(`${where}: ${request.url()} failed`));
  page.on("response", (response) => {
    if (response.status() >= 400) problems.push(`${where}: ${response.url()} answers ${response.status()}`);
  });
  page.on("pageerror", (error) => problems.push(`${where}: ${error.message}`));
  page.on("console", (message) => {
    if (message.type() === "error") problems.push(`${where}: ${message.text()}`);
  });
  await page.goto(address, { waitUntil: "load" });
  return page;
}

// fits notes a page that must be scrolled sideways, and what sticks out.
async function fits(page, where) {
  const wide = await page.evaluate(() => {
    const width = document.documentElement.clientWidth;
    if (document.documentElement.scrollWidth <= width) return "";
    const out = [...document.querySelectorAll("main *")].find((e) => !e.closest(".scroll, .vh") && e.getBoundingClientRect().right > width + 1);
    return `${document.documentElement.scrollWidth - width} px too wide (${out?.outerHTML.slice(0, 80) ?? "head or foot"})`;
  });
  if (wide) problems.push(`${where}: ${wide}`);
}

// look checks one page in all widths and schemes, with large text, and with
// the keyboard.
async function look(context, path) {
  const page = await open(context, origin + base + path, path);
  await page.evaluate(axe);
  for (const width of widths) {
    await page.setViewportSize({ width, height: 800 });
    for (const scheme of schemes) {
      const where = `${path} at ${width} px, ${scheme.name}`;
      await page.emulateMedia(scheme.media);
      await fits(page, where);
      const { violations } = await page.evaluate((rules) => window.axe.run(document, { resultTypes: ["violations"], ...rules }), scheme.rules);
      for (const violation of violations) {
        problems.push(`${where}: ${violation.id} (${violation.impact}): ${violation.help}: ${violation.nodes[0].target.join(" ")}`);
      }
      looks++;
    }
  }
  await page.emulateMedia(schemes[0].media);
  await page.setViewportSize({ width: 320, height: 800 });
  const walked = await walk(page);
  stops += walked.stops;
  problems.push(...walked.problems.map((problem) => `${path} with the keyboard: ${problem}`));
  await page.evaluate(() => document.documentElement.style.setProperty("font-size", "200%"));
  await fits(page, `${path} at 320 px, text twice as large`);
  await page.close();
}

const paths = oneOfEachKind(folder);
const jobs = [...paths];
async function work() {
  const context = await browser.newContext();
  for (let path = jobs.shift(); path; path = jobs.shift()) await look(context, path);
  await context.close();
}
await Promise.all([work(), work()]);

// From the disk, and without scripts.
for (const options of [{ javaScriptEnabled: true }, { javaScriptEnabled: false }]) {
  const context = await browser.newContext(options);
  for (const path of paths.filter((path) => path !== "404.html")) {
    const where = `${path} from the disk${options.javaScriptEnabled ? "" : " without scripts"}`;
    const page = await open(context, pathToFileURL(resolve(folder, path)).href, where);
    if ((await page.locator("h1").first().innerText()).trim() === "") problems.push(`${where}: no heading to be seen`);
    await page.close();
  }
  await context.close();
}

// A page that stands alone asks for nothing at all, and is small enough to mail.
const alone = pages(packs);
for (const path of alone) {
  const context = await browser.newContext();
  const page = await context.newPage();
  const asked = [];
  page.on("request", (request) => asked.push(request.url()));
  await page.goto(pathToFileURL(resolve(packs, path)).href, { waitUntil: "load" });
  if (asked.length !== 1) problems.push(`${path}: asks for ${asked.slice(1).join(", ")}`);
  if (statSync(resolve(packs, path)).size > 500_000) problems.push(`${path}: more than 500 kB`);
  const colour = await page.locator("body").evaluate((body) => getComputedStyle(body).backgroundColor);
  if (colour === "rgba(0, 0, 0, 0)") problems.push(`${path}: has no styles`);
  await context.close();
}
if (alone.length === 0) problems.push("no page stands alone");

await browser.close();
close();
if (paths.length < 15 || looks !== paths.length * widths.length * schemes.length) problems.push(`only ${looks} looks at ${paths.length} pages`);
if (stops < 20 * paths.length) problems.push(`only ${stops} stops of the keyboard`);
report(`browser: ${paths.length} kinds of page, ${looks} looks, ${stops} stops of the keyboard (${paths.join(", ")})`, problems);
