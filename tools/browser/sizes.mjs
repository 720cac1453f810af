// Checks that a built site keeps its budgets: bytes of pages, of whole events,
// and of what every page loads.
//
//   node sizes.mjs FOLDER
import { readdirSync, readFileSync, statSync } from "node:fs";
import { basename, join } from "node:path";
import { gzipSync } from "node:zlib";
import { pages, report } from "./site.mjs";

const [folder] = process.argv.slice(2);
const problems = [];
const size = (path) => statSync(join(folder, path)).size;
const sum = (paths) => paths.reduce((total, path) => total + size(path), 0);

// within notes what is larger than its budget, and returns the share used.
function within(what, bytes, budget) {
  if (bytes > budget) problems.push(`${what}: ${bytes} bytes, more than ${budget}`);
  return `${what} ${bytes} of ${budget}`;
}

const all = pages(folder);
const zipped = (path) => gzipSync(readFileSync(join(folder, path))).length;
for (const path of all) within(path, size(path), 120_000);
for (const path of all.filter((path) => /^e\/[^/]+\/index\.html$/.test(path))) {
  within(path, size(path), 90_000);
  within(`${path}, zipped`, zipped(path), 30_000);
}

// An event as a whole, without its lesson: 50 kB for each of its reports.
const comparison = /^(index|blind|blind-text|plain|read-[a-z0-9]+|[a-z]\d*-[a-z]\d*)\.html$/;
const lines = [];
for (const event of readdirSync(join(folder, "e"))) {
  const files = all.filter((path) => path.startsWith(`e/${event}/`) && comparison.test(basename(path)));
  const reports = files.filter((path) => basename(path).startsWith("read-")).length;
  lines.push(within(`e/${event}`, sum(files), 50_000 * Math.max(5, reports)));
}

const assets = (ends) => readdirSync(join(folder, "assets"), { recursive: true }).map((path) => `assets/${path}`).filter((path) => path.endsWith(ends));
lines.push(within("style sheet", size("assets/style.css"), 20_480), within("fonts", sum(assets(".woff2")), 140_000), within("script", sum(assets(".js")), 10_240));
// A card is what other sites show of a link; no page loads it.
for (const path of readdirSync(folder, { recursive: true }).filter((path) => /\.(png|jpe?g|gif|webp|avif)$/.test(path))) {
  if (basename(path) === "card.png") within(path, size(path), 100_000);
  else problems.push(`${path} is an image`);
}

console.log(lines.join("\n"));
if (lines.length < 4) problems.push("there is no event");
report(`sizes: ${all.length} pages`, problems);
