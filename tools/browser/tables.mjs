// Reads the Parquet tables of a built site with a reader that shares no code
// with their writer, and compares their rows with those of the CSV tables.
//
//   node tables.mjs FOLDER
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parse as parseTable } from "csv-parse/sync";
import { parquetReadObjects } from "hyparquet";
import { report } from "./site.mjs";

const [folder] = process.argv.slice(2);
const index = JSON.parse(readFileSync(join(folder, "data/index.json"), "utf8"));
const problems = [];

// csv returns the rows of a table of all events; texts are without the quote
// that stands before what a spreadsheet would run.
function csv(name) {
  return index.events.flatMap(({ slug }) => {
    const path = join(folder, "data", slug, `${name}.csv`);
    const rows = existsSync(path) ? parseTable(readFileSync(path), { columns: true }) : [];
    return rows.map((row) => ({ event: slug, ...Object.fromEntries(Object.entries(row).map(([key, cell]) => [key, cell.replace(/^'(?=[=+\-@\t\r])/, "")])) }));
  });
}

// carried returns the coverage grid with a row for each report that carries a
// statement.
const carried = (grid) =>
  grid.flatMap(({ event, statement, heading, reach, ...cells }) =>
    Object.keys(cells)
      .filter((letter) => !letter.endsWith("_position") && cells[letter] !== "")
      .map((letter) => ({ event, statement, heading, reach, letter, carries: cells[letter], position: cells[`${letter}_position`] })));

// plain returns a row as CSV has it.
const plain = (row) =>
  JSON.stringify(Object.entries(row).map(([key, value]) => [key, value === null ? "" : typeof value === "number" ? value.toFixed(4) : String(value)]));

let read = 0;
for (const path of index.tables) {
  const [, name] = /^data\/(\w+)\.parquet$/.exec(path);
  const bytes = readFileSync(join(folder, path));
  const rows = await parquetReadObjects({ file: bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) });
  const grid = name === "statements";
  if (grid) for (const row of rows) delete row.outlet; // which the grid does not name
  const got = rows.map(plain).sort();
  const want = (grid ? carried(csv(name)) : csv(name)).map(plain).sort();
  const at = want.findIndex((row, i) => row !== got[i]);
  if (got.length !== want.length || at >= 0) problems.push(`${path}: ${got.length} rows, ${want.length} in CSV; ${got[at]} for ${want[at]}`);
  read += got.length;
}
if (index.tables.length !== 5) problems.push(`${index.tables.length} tables`);
report(`tables: ${read} rows`, problems);
