// Builds a site whose articles hold a sample of known attacks in every field and
// reads its pages in Chromium with their policy taken away: nothing may run, open
// or be asked for.
//
//   node attack.mjs FOLDER PARALLAX CHROMIUM [LIST [SEED]]
//
// LIST has an attack in each line; without one the few below are tried.
import { execFileSync } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { chromium } from "playwright-core";
import { pages, report, serve } from "./site.mjs";

const [folder, parallax, executablePath, list, given] = process.argv.slice(2);
const EVENTS = 4, REPORTS = 3, EACH = 20; // attacks: 4 × 3 × 20 = 240
const built = [
  "<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "<svg/onload=alert(1)>", "\"><script>alert(1)</script>", "'-alert(1)-'", "javascript:alert(1)",
  "[a](javascript:alert(1))", "<https://a.example/\" onmouseover=\"alert(1)>", "<a href=\"jav&#x09;ascript:alert(1)\">x</a>", "<math><mtext><table><mglyph><style><!--</style><img src=x onerror=alert(1)>",
  "</title><script>alert(1)</script>", "</textarea><script>alert(1)</script>", "{{alert(1)}}", "${alert(1)}", "<iframe src=javascript:alert(1)>", "<body onload=alert(1)>",
  "<details open ontoggle=alert(1)>", "<form><button formaction=javascript:alert(1)>x", "<base href=//evil.example/>", "<link rel=stylesheet href=//evil.example/x.css>",
];
const attacks = list ? readFileSync(list, "utf8").split("\n").filter((line) => line.trim()) : built;

// A generator of Lehmer: the same seed chooses the same attacks.
let state = Number(given ?? Date.now() % 2147483646) + 1;
console.log(`seed ${state - 1}`);
const next = () => (state = (state * 48271) % 2147483647);
const attack = () => attacks[next() % attacks.length];

const quoted = (text) => JSON.stringify(text.replace(/[\u007f-\u009f]/g, ""));
const write = (name, text) => {
  mkdirSync(join(folder, name, ".."), { recursive: true });
  writeFileSync(join(folder, name), text);
};
write("config.toml", `title = ${quoted(attack())}\ndescription = ${quoted(attack())}\nbase_url = "https://site.example/"\nlanguage = "en"\n`);
let tried = 2;
for (let o = 0; o < REPORTS; o++, tried += 2) {
  write(`content/outlets/o${o}.md`, `+++\nname = ${quoted(`${attack()} ${o}`)}\n+++\n\n${attack()}\n`);
}
for (let e = 0; e < EVENTS; e++) {
  write(`content/events/event-${e}.md`, `+++\ntitle = ${quoted(attack())}\nsummary = ${quoted(attack())}\n+++\n\n${attack()}\n`);
  tried += 3;
  for (let r = 0; r < REPORTS; r++) {
    const body = [`The mayor of Alder closed the old bridge ${e} on Monday, and 12 people were hurt.`];
    for (let n = 0; n < EACH - 2; n++) body.push(`“${attack()}”, said ${attack()}, the mayor of Alder.`);
    tried += 2 + 2 * (EACH - 2);
    write(`content/articles/e${e}/o${r}.md`, `+++\ntitle = ${quoted(`Bridge ${e} closed: ${attack()}`)}\nauthor = ${quoted(attack())}\noutlet = "o${r}"\ndate = 2026-05-0${r + 1}\nevent = "event-${e}"\nlicence = "CC0-1.0"\n+++\n\n${body.join("\n\n")}\n`);
  }
}
execFileSync(parallax, ["build", "--site", folder], { stdio: ["ignore", "ignore", "pipe"] });

const site = join(folder, "public");
const all = pages(site);
for (const page of all) {
  const file = join(site, page);
  writeFileSync(file, readFileSync(file, "utf8").replace(/<meta http-equiv="?content-security-policy[^>]*>/i, ""));
}
const { origin, close } = await serve(site, "/");
const browser = await chromium.launch({ executablePath, args: ["--no-sandbox", "--disable-gpu", "--disable-quic"] });
const context = await browser.newContext();
const page = await context.newPage();
const problems = [];
let at = "";
page.on("dialog", async (dialog) => {
  problems.push(`${at}: a dialog opened: ${dialog.message()}`);
  await dialog.dismiss();
});
context.on("page", (other) => problems.push(`${at}: a window opened: ${other.url()}`));
await context.route("**", (route) => {
  const address = route.request().url();
  if (address.startsWith(origin) || address.startsWith("data:")) return route.continue();
  problems.push(`${at}: asks for ${address}`);
  return route.abort();
});
for (at of all) {
  await page.goto(`${origin}/${at}`, { waitUntil: "load" });
  const live = await page.evaluate(() => [...document.querySelectorAll("*")].flatMap((element) =>
    [...element.attributes].filter((a) => /^on/i.test(a.name) || /^\s*(javascript|data|vbscript):/i.test(a.value) && /^(href|src|action|formaction|xlink:href)$/i.test(a.name) && !a.value.startsWith("data:image/"))
      .map((a) => `${element.tagName} ${a.name}="${a.value}"`)));
  for (const found of live) problems.push(`${at}: ${found}`);
}
await browser.close();
close();
report(`attack: ${tried} attacks of ${attacks.length} known in every field of ${EVENTS} events, ${all.length} pages read without a policy`, problems);
