// Reads the Parquet tables that "parallax analyse" writes with a reader that shares no
// code with their writer, and compares their rows with those of the CSV tables; and holds
// the archive and the description in data/ of a built site against what lies there.
//
//   node tables.mjs TABLES SITE
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parse as parseTable } from "csv-parse/sync";
import { parquetReadObjects } from "hyparquet";
import { report } from "./site.mjs";

const [tables, site] = process.argv.slice(2);
const problems = [];
const resources = (folder) => JSON.parse(readFileSync(join(folder, "datapackage.json"), "utf8")).resources;

// plain returns a cell of Parquet as CSV has it; texts of CSV are without the quote that
// stands before what a spreadsheet would run.
const plain = (value) => (value === null ? "" : String(value));
const same = (cell, value) => cell === plain(value) || cell.replace(/^'(?=[=+\-@\t\r])/, "") === plain(value) || (typeof value === "number" && Number(cell) === value);

let read = 0;
for (const { name, path } of resources(tables)) {
  const bytes = readFileSync(join(tables, path.replace(/\.csv$/, ".parquet")));
  const got = await parquetReadObjects({ file: bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) });
  const want = parseTable(readFileSync(join(tables, path)), { columns: true });
  const at = want.findIndex((row, i) => Object.keys(row).some((key) => !got[i] || !same(row[key], got[i][key])));
  if (got.length !== want.length || at >= 0) problems.push(`${name}: ${got.length} rows, ${want.length} in CSV; row ${at}`);
  read += got.length;
}
if (read === 0) problems.push("no rows");

const data = join(site, "data");
for (const { name, path, schema } of resources(data)) {
  for (const file of [path, schema]) if (file && !existsSync(join(data, file))) problems.push(`${name}: there is no data/${file}`);
}
report(`tables: ${read} rows`, problems);
