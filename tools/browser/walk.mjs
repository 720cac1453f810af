// Walks a published site in Chromium as a reader does: from its first page
// along every link that stays in it, and from an address that is not there.
//
//   node walk.mjs FOLDER BASE CHROMIUM
import { chromium } from "playwright-core";
import { pages, report, serve } from "./site.mjs";

const [folder, base, executablePath] = process.argv.slice(2);
const { origin, close } = await serve(folder, base);
const browser = await chromium.launch({ executablePath, args: ["--no-sandbox", "--disable-gpu", "--disable-quic"] });
const page = await browser.newPage();
const problems = [];
let missing = ""; // the address that is asked for though it is not there

page.on("response", (response) => {
  if (response.status() >= 400 && response.url() !== missing) problems.push(`${page.url()}: ${response.url()} answers ${response.status()}`);
});
page.on("requestfailed", (request) => {
  const why = request.failure()?.errorText; // going on to the next page aborts what was not needed for this one
  if (why !== "net::ERR_ABORTED") problems.push(`${page.url()}: ${request.url()} failed: ${why}`);
});
page.on("pageerror", (error) => problems.push(`${page.url()}: ${error.message}`));

// visit opens an address and returns where its links lead, and whether it has
// the style of the site.
async function visit(address) {
  await page.goto(address, { waitUntil: "load" });
  return page.evaluate(() => ({
    links: [...document.querySelectorAll("a[href]")].map((a) => a.href.replace(/#.*/, "")),
    styled: [...document.styleSheets].some((sheet) => sheet.cssRules.length > 0),
  }));
}

const seen = new Set([origin + base]);
const queue = [...seen];
for (const address of queue) {
  const { links, styled } = await visit(address);
  if (!styled) problems.push(`${address} has no style`);
  for (const link of links) {
    if (!link.startsWith(origin) || seen.has(link)) continue;
    seen.add(link);
    if (!link.startsWith(origin + base)) problems.push(`${address}: ${link} leads out of ${base}`);
    else if (/(\/|\.html)$/.test(link)) queue.push(link);
    else if (!(await page.request.get(link)).ok()) problems.push(`${address}: ${link} is not there`);
  }
}
missing = `${origin}${base}no/such/page.html`;
const lost = await visit(missing);
if (!lost.styled || !lost.links.includes(`${origin}${base}index.html`)) problems.push("the page for missing addresses does not lead home");

await browser.close();
close();
if (queue.length < 5) problems.push(`only ${queue.length} pages were found`);
report(`walk: ${queue.length} of ${pages(folder).length} pages and ${seen.size} addresses under ${base}`, problems);
