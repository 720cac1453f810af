// Writes a site of ten real events, all rights in them reserved, so that what is
// demanded of pages is demanded of such a site too.
//
//   node mixed.mjs DATA FOLDER
//
// DATA holds events/mixed.jsonl, an article a line, and events/mixed.truth.tsv,
// which event each is of.
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const [data, folder] = process.argv.slice(2);
const wanted = 10;
const lines = (name) => readFileSync(join(data, "events", name), "utf8").split("\n").filter(Boolean);
const eventOf = new Map(lines("mixed.truth.tsv").slice(1).map((line) => line.split("\t")));
const events = new Map();
for (const article of lines("mixed.jsonl").map((line) => JSON.parse(line))) {
  const event = eventOf.get(article.id);
  events.set(event, [...(events.get(event) ?? []), article]);
}
const fit = [...events].filter(([, articles]) => articles.length >= 3 && articles.length <= 6 && articles.every((article) => article.outlet)).sort(([a], [b]) => (a < b ? -1 : 1));
const chosen = fit.filter((_, i) => i % Math.floor(fit.length / wanted) === 0).slice(0, wanted);

for (const part of ["articles", "outlets"]) mkdirSync(join(folder, "content", part), { recursive: true });
writeFileSync(join(folder, "config.toml"), 'title = "Real events"\nlanguage = "en"\nbase_url = "https://example.org/"\n');
for (const [event, articles] of chosen) {
  articles.slice(0, 5).forEach((article, i) => {
    const outlet = article.outlet.toLowerCase().replace(/[^a-z0-9]+/g, "-").replace(/^-|-$/g, "");
    const facts = [`title = ${JSON.stringify(article.title)}`, `outlet = "${outlet}"`, `event = "${event}"`];
    const day = (article.date ?? "").slice(0, 10);
    if (/^\d{4}-\d\d-\d\d$/.test(day)) facts.push(`date = ${day}`);
    writeFileSync(join(folder, "content/articles", `${event}-${i}.md`), `+++\n${facts.join("\n")}\n+++\n\n${article.text.replaceAll("\n", "\n\n")}\n`);
    writeFileSync(join(folder, "content/outlets", `${outlet}.md`), `+++\nname = ${JSON.stringify(article.outlet)}\n+++\n`);
  });
}
console.log(`${chosen.length} real events`);
