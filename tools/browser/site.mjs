// What the checks share: the pages of a built site, and a server for it.
import { readdirSync, readFileSync, statSync } from "node:fs";
import { createServer } from "node:http";
import { extname, join, relative, sep } from "node:path";

// pages returns the paths of all HTML files in a folder, in order.
export function pages(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith(".html"))
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join("/"))
    .sort();
}

// kindOf returns the kind of a page: the class of its body, which is the name
// of its template, and whether names are hidden.
function kindOf(folder, path) {
  const [, kind] = /<body class="page-([a-z]+)/.exec(readFileSync(join(folder, path), "utf8")) ?? [];
  const [, form = ""] = /\b(blind)/.exec(path) ?? [];
  return `${kind} ${form}`;
}

// oneOfEachKind returns the largest page of each kind.
export function oneOfEachKind(folder) {
  const largest = new Map();
  for (const path of pages(folder)) {
    const size = statSync(join(folder, path)).size;
    const kind = kindOf(folder, path);
    if (!(largest.get(kind)?.size >= size)) largest.set(kind, { path, size });
  }
  return [...largest.values()].map((page) => page.path).sort();
}

const types = {
  ".html": "text/html; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json",
  ".svg": "image/svg+xml",
  ".woff2": "font/woff2",
  ".xml": "application/xml",
};

// serve serves a folder under a base path as GitHub Pages does, 404 page and
// all, and resolves to the address and a function that ends it.
export async function serve(folder, base) {
  const server = createServer((request, response) => {
    let path = decodeURIComponent(new URL(request.url, "http://x").pathname);
    let file = path.startsWith(base) ? path.slice(base.length) : null;
    if (file !== null && (file === "" || file.endsWith("/"))) file += "index.html";
    for (const candidate of file === null ? [] : [file, file + ".html"]) {
      try {
        const body = readFileSync(join(folder, candidate));
        response.writeHead(200, { "Content-Type": types[extname(candidate)] ?? "application/octet-stream" });
        response.end(body);
        return;
      } catch (error) {
        if (!["ENOENT", "EISDIR", "ENOTDIR"].includes(error.code)) throw error;
      }
    }
    response.writeHead(404, { "Content-Type": types[".html"] });
    response.end(readFileSync(join(folder, "404.html")));
  });
  await new Promise((done) => server.listen(0, "127.0.0.1", done));
  return { origin: `http://127.0.0.1:${server.address().port}`, close: () => server.close() };
}

// report prints what was checked and every problem, and sets the exit code.
export function report(what, problems) {
  for (const problem of problems.slice(0, 50)) console.log(`  ${problem}`);
  if (problems.length > 50) console.log(`  and ${problems.length - 50} more`);
  console.log(`${what}: ${problems.length === 0 ? "no problem" : `${problems.length} problems`}`);
  if (problems.length > 0) process.exitCode = 1;
}
