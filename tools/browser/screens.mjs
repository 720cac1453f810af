// Checks that the page of every event says what it is about at once: the reports
// side by side and the strongest contrast stand on one screen of a desk and on
// two of a phone, and all that stands open on seven of a phone.
//
//   node screens.mjs FOLDER BASE CHROMIUM
import { chromium } from "playwright-core";
import { pages, report, serve } from "./site.mjs";

const [folder, base, executablePath] = process.argv.slice(2);
const screens = [
  { width: 1280, height: 800, top: 1, all: 4 },
  { width: 360, height: 740, top: 2, all: 7 },
];

const { origin, close } = await serve(folder, base);
const browser = await chromium.launch({ executablePath, args: ["--no-sandbox", "--disable-gpu", "--disable-quic"] });
const problems = [];
const events = pages(folder).filter((path) => /^e\/[^/]+\/index\.html$/.test(path));
let longest = 0;
for (const { width, height, top, all } of screens) {
  const page = await browser.newPage({ viewport: { width, height } });
  for (const path of events) {
    await page.goto(origin + base + path, { waitUntil: "load" });
    await page.evaluate(() => document.fonts.ready);
    const [whole, end] = await page.evaluate(() => [document.documentElement.scrollHeight, document.querySelector(".look")?.getBoundingClientRect().bottom ?? 0]);
    if (end > top * height) problems.push(`${path} at ${width} px: the strongest contrast ends at ${Math.round(end)} px, after ${top * height}`);
    if (whole > all * height) problems.push(`${path} at ${width} px: ${(whole / height).toFixed(1)} screens, more than ${all}`);
    if (width === 360) longest = Math.max(longest, whole / height);
  }
  await page.close();
}
await browser.close();
close();
if (events.length === 0) problems.push("there is no event");
report(`screens: ${events.length} events, at most ${longest.toFixed(1)} screens of a phone`, problems);
