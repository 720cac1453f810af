// Follows every link of a built site over HTTP, under a base path.
//
//   node links.mjs FOLDER BASE
import { pages, report, serve } from "./site.mjs";

const [folder, base] = process.argv.slice(2);
const { origin, close } = await serve(folder, base);
const bodies = new Map(); // by address without fragment: the page's text, or null
const problems = [];

// get returns the text of an address on this site, or null if it is not there.
async function get(address) {
  if (!bodies.has(address)) {
    const answer = await fetch(address);
    bodies.set(address, answer.ok ? await answer.text() : null);
  }
  return bodies.get(address);
}

const unescape = (text) =>
  text.replace(/&(amp|quot|lt|gt|#(\d+)|#x([0-9a-f]+));/gi, (whole, name, decimal, hex) =>
    decimal ? String.fromCodePoint(Number(decimal)) : hex ? String.fromCodePoint(parseInt(hex, 16)) : { amp: "&", quot: '"', lt: "<", gt: ">" }[name]);

let followed = 0;
for (const page of pages(folder)) {
  const address = `${origin}${base}${page}`;
  const text = await get(address);
  if (text === null) {
    problems.push(`${page} is not served`);
    continue;
  }
  const references = new Set([...text.matchAll(/<[a-z][^>]*?\s(?:href|src)="([^"]*)"/gi)].map((match) => unescape(match[1])));
  for (const reference of references) {
    const target = new URL(reference, address);
    if (target.origin !== origin) continue;
    followed++;
    const fragment = decodeURIComponent(target.hash.slice(1));
    target.hash = "";
    const body = await get(target.href);
    if (body === null) problems.push(`${page}: ${reference} leads nowhere under ${base}`);
    else if (fragment && !fragment.startsWith(":~:") && !unescape(body).includes(`id="${fragment}"`)) {
      problems.push(`${page}: ${reference} leads to no such place on its page`);
    }
  }
}
close();
if (followed === 0) problems.push("there was no link to follow");
report(`links: ${bodies.size} addresses and ${followed} links under ${base}`, problems);
