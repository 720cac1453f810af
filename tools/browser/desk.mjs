// Goes to the desk of the real program as a person without a terminal does: from a
// double click to a site that is published and packed, with three articles, a
// correction and a lesson. Every room is looked at by eye when SHOTS is given: a folder
// for a picture of each at 360 and 1280 pixels.
//
//   node desk.mjs FOLDER PARALLAX CHROMIUM [SHOTS]
import { execFileSync, spawn } from "node:child_process";
import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { chromium } from "playwright-core";
import { report } from "./site.mjs";

const [folder, parallax, executablePath, shots] = process.argv.slice(2);
const problems = [];
const demand = (what, holds) => {
  if (!holds) problems.push(what);
};

const articles = [
  {
    outlet: "Merrow Gazette", date: "2026-05-19", licence: "CC-BY-4.0",
    text: `Council shuts North Bridge after cracks are found
The council closed the North Bridge to all traffic on Monday night after inspectors found cracks in two of its steel girders.

The bridge will stay shut until at least September, said Anselm Pryce, the council's director of highways. About 14,000 drivers cross it every day.

Traders on Quay Street fear for their summer. "Without the bridge nobody comes past our door," said Lena Hurst, who runs a bakery there.

The council said it would spend 2.3 million crowns on the repair. A ferry for people on foot will run every twenty minutes from Thursday.

The bridge was last repaired in 2009.`,
  },
  {
    outlet: "The Courier", date: "2026-05-19", licence: "CC-BY-4.0",
    text: `Bridge chaos: bungling council strands thousands
Thousands of furious drivers were stranded on Tuesday after the council closed the North Bridge with only two hours' warning.

Inspectors found cracks in two steel girders on Monday. The council had been warned of rust in a report three years ago, which the Courier has seen, and did nothing.

"It is a disgrace," said Lena Hurst, who runs a bakery on Quay Street. "They knew, and they let it rot."

The bridge will stay shut until at least September. The repair will cost 2.3 million crowns, which taxpayers will have to find.

Anselm Pryce, the director of highways, refused to say whether anybody would resign.`,
  },
  {
    outlet: "Radio Merrow", date: "2026-05-20", licence: "CC-BY-4.0",
    text: `North Bridge closed until September for repairs
The North Bridge in Port Merrow has been closed to all traffic since Monday night because of cracks in two steel girders.

It will stay shut until at least September, the council said. About 14,000 drivers use the bridge every day and must go round by the weir.

A ferry for people on foot will run every twenty minutes from Thursday, the council said. It is free of charge.

An engineer at the university, Ruth Adair, said the closure was the right decision. "Steel gives little warning," she said.

Opposition councillors asked for an inquiry into a report on rust of three years ago. The repair will cost 2.3 million crowns.`,
  },
];

// What a double click gives the program: a folder of no meaning, and a browser.
for (const name of ["home", "elsewhere", "bin"]) mkdirSync(join(folder, name), { recursive: true });
const opened = join(folder, "opened"), bare = join(folder, "remote.git"), site = join(folder, "home", "Bridges");
writeFileSync(join(folder, "bin", "xdg-open"), `#!/bin/sh\nprintf %s "$1" >"${opened}.new"\nmv "${opened}.new" "${opened}"\n`);
chmodSync(join(folder, "bin", "xdg-open"), 0o755);
execFileSync("git", ["init", "--quiet", "--bare", bare]);
const program = spawn(parallax, [], {
  cwd: join(folder, "elsewhere"), stdio: ["ignore", "ignore", "pipe"],
  env: { ...process.env, HOME: join(folder, "home"), XDG_CONFIG_HOME: join(folder, "home", ".config"), PATH: `${join(folder, "bin")}:${process.env.PATH}` },
});
let said = "";
program.stderr.on("data", (data) => (said += data));
const ended = new Promise((resolve) => program.on("exit", resolve));
for (let n = 0; n < 200 && !existsSync(opened); n++) await new Promise((resolve) => setTimeout(resolve, 50));

const browser = await chromium.launch({ executablePath, args: ["--no-sandbox", "--disable-gpu", "--disable-quic"] });
const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, acceptDownloads: true });
const page = await context.newPage();
page.setDefaultTimeout(15000);
page.on("response", (response) => {
  if (response.status() >= 400 && !response.url().endsWith("/favicon.ico")) problems.push(`${response.url()} answers ${response.status()}`);
});
page.on("pageerror", (error) => problems.push(`${page.url()}: ${error.message}`));

// shot takes pictures of a room, which nobody needs for the check.
async function shot(name) {
  if (!shots) return;
  for (const width of [360, 1280]) {
    await page.setViewportSize({ width, height: 900 });
    await page.screenshot({ path: join(shots, `${name}-${width}.png`), fullPage: true });
  }
}

// narrow demands that a room does not scroll sideways on a phone.
async function narrow(name) {
  await page.setViewportSize({ width: 360, height: 740 });
  demand(`${name} is wider than a phone`, await page.evaluate(() => document.documentElement.scrollWidth <= 360));
  await shot(name);
  await page.setViewportSize({ width: 1280, height: 900 });
}

const room = (name) => page.getByRole("navigation").getByRole("link", { name, exact: true }).click();

try {
  await page.goto(readFileSync(opened, "utf8"));
  await page.getByLabel("What is the site called?").fill("Bridges");
  await page.getByLabel("In which folder?").fill(site);
  await narrow("welcome");
  await page.getByRole("button", { name: "Make the site" }).click();
  await page.getByLabel("Your name").fill("Ida Moor");
  await page.getByRole("button", { name: "Keep" }).click();

  await room("Add");
  for (const article of articles) {
    await page.getByLabel("Or the text of one article").fill(article.text);
    await page.getByRole("button", { name: "Look", exact: true }).click();
    await page.getByRole("group", { name: article.text.split("\n")[0] }).waitFor();
  }
  for (const article of articles) {
    const found = page.getByRole("group", { name: article.text.split("\n")[0] });
    await found.getByLabel("Published by").fill(article.outlet);
    await found.getByLabel("Day of publication").fill(article.date);
    await found.getByLabel("Licence").selectOption(article.licence);
  }
  await narrow("add");
  demand("something is written before “keep”", !existsSync(join(site, "content", "outlets")));
  await page.getByRole("main").getByRole("button", { name: "Keep", exact: true }).click();
  await page.getByText("3 articles kept.").waitFor();

  await room("Events");
  await narrow("events");
  await page.getByRole("main").getByRole("listitem").getByRole("link").nth(1).click();
  await narrow("group");
  demand("the event has not the three articles", (await page.getByRole("checkbox").count()) === 3);
  await page.getByRole("link", { name: "Go through the claims" }).click();
  await narrow("review");
  const slug = page.url().split("/").pop();

  // A correction by hand, and one by a key.
  const row = page.locator("section", { has: page.getByRole("heading", { name: "Rows of the table" }) }).getByRole("link").first();
  await row.click();
  const start = Date.now();
  await page.getByText("Do something else").first().click();
  await page.getByLabel("Heading").first().fill("The bridge is shut until autumn");
  await page.getByRole("button", { name: "Save" }).first().click();
  await page.getByRole("status").getByText("Called “The bridge is shut until autumn”").waitFor();
  console.log(`desk: a correction shows after ${Date.now() - start} ms`);
  await page.getByLabel("With keys").check();
  await page.keyboard.press("w");
  await page.getByRole("status").getByText(/Left out|Nothing is said/).waitFor();
  await page.getByRole("button", { name: "Undo" }).click();
  await page.getByRole("status").getByText("Undone").waitFor();
  const file = join(site, "content", "reviews", `${slug}.toml`);
  demand("the correction is not in the review", readFileSync(file, "utf8").includes('to = "The bridge is shut until autumn"'));
  demand("what was undone is in the review", readFileSync(file, "utf8").split("[[decision]]").length === 2);
  await room("What I did");
  await narrow("done");

  await room("Lessons");
  await narrow("lessons");
  await page.getByRole("main").getByRole("listitem").getByRole("link").first().click();
  await narrow("lesson");
  await page.getByRole("button", { name: /^Right/ }).first().click();
  await page.getByText("An exercise was found right").waitFor();
  const plan = new URL(await page.getByRole("link", { name: "Look at the sheets" }).getAttribute("href"), page.url());
  const sheets = await (await page.request.get(plan.href)).text();
  demand("the sheets cannot be looked at", sheets.includes("worksheet"));
  demand("the lesson has no file", existsSync(join(site, "content", "lessons", `${slug}.md`)));

  await room("Publish");
  await page.getByRole("button", { name: "See what will change" }).click();
  await page.getByLabel("Where to").fill(bare);
  await narrow("publish");
  const waiting = page.waitForEvent("download");
  await page.getByRole("button", { name: "Download the site" }).click();
  await (await waiting).saveAs(join(folder, "site.zip"));
  await page.getByRole("button", { name: "Publish now" }).click();
  await page.getByText(/pushed to the branch gh-pages/).waitFor();
  await narrow("published");

  const git = (...args) => execFileSync("git", ["--git-dir", bare, ...args], { encoding: "utf8" });
  const shown = git("show", `gh-pages:e/${slug}/index.html`);
  demand("the published page has not the correction", shown.includes("The bridge is shut until autumn") && shown.includes("decided by Ida Moor"));
  demand("the published key does not say who checked", git("show", `gh-pages:e/${slug}/key.html`).includes("Ida Moor"));
  await page.getByRole("button", { name: "Close the desk" }).click();
  await page.getByText("Everything is saved").waitFor();
  demand("the zip has no site", execFileSync("unzip", ["-l", join(folder, "site.zip")], { encoding: "utf8" }).includes(`e/${slug}/index.html`));
} catch (error) {
  problems.push(`${page.url()}: ${error.message}`, (await page.locator("main").textContent().catch(() => "")).slice(0, 2000), said);
}
await browser.close();
if (problems.length > 0) program.kill("SIGINT");
demand("the program does not end well", (await ended) === 0);

// The program is killed in the middle of saving: the review is the old one or the new
// one, whole, and the desk opens again.
const saved = join(site, "content", "reviews"), KILLS = 8;
let renewed = 0;
for (let n = 0; n < KILLS && problems.length === 0; n++) {
  const desk = spawn(parallax, ["desk", "--site", site, "--no-open", "--port", "0"], { stdio: ["ignore", "pipe", "ignore"] });
  const gone = new Promise((resolve) => desk.on("exit", resolve));
  const line = await new Promise((resolve) => desk.stdout.once("data", (data) => resolve(String(data))));
  const [, origin, code] = /(http:\/\/[^/]+)(\/enter\?code=\w+)/.exec(line);
  const cookie = (await fetch(origin + code)).headers.get("set-cookie").split(";")[0];
  const post = (path, fields) => fetch(origin + path, { method: "POST", headers: { cookie }, body: new URLSearchParams(fields), redirect: "manual" });
  await post("/name", { name: "Nan Reed" });
  const [slug] = readdirSync(saved).find((name) => name.endsWith(".toml")).split(".");
  const text = await (await fetch(`${origin}/review/${slug}`, { headers: { cookie } })).text();
  const [, version] = /name="version" value="(\w+)"/.exec(text);
  const before = readFileSync(join(saved, `${slug}.toml`), "utf8"), to = `${n} ${"long ".repeat(8000)}end`;
  post(`/review/${slug}`, { version, claim: "s2", do: "rename-statement", to }).catch(() => {});
  await new Promise((resolve) => setTimeout(resolve, 2 + 4 * n));
  desk.kill("SIGKILL");
  await gone;
  const after = readFileSync(join(saved, `${slug}.toml`), "utf8");
  const whole = after.includes(to) && after.includes("The bridge is shut until autumn") && after.endsWith("\n");
  demand(`after kill ${n} the review is neither the old one nor the new one`, after === before || whole);
  renewed += after !== before;
}
console.log(`desk: killed ${KILLS} times while saving, ${renewed} times after the new file was there`);
report("desk: from a double click to a published site", problems);
