// Validates every page of a built site with html-validate.
//
//   node markup.mjs FOLDER
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { HtmlValidate, StaticConfigLoader } from "html-validate";
import { pages, report } from "./site.mjs";

const [folder] = process.argv.slice(2);
const validator = new HtmlValidate(
  new StaticConfigLoader({
    extends: ["html-validate:recommended"],
    rules: {
      "doctype-style": "off",
      "no-trailing-whitespace": "off",
      "long-title": "off",
      // A box that scrolls needs a name and a role, but is no section of the page.
      "prefer-native-element": ["error", { exclude: ["region"] }],
    },
  }),
);

const all = pages(folder);
const problems = [];
for (const path of all) {
  const { results } = await validator.validateString(readFileSync(join(folder, path), "utf8"), path);
  for (const message of results.flatMap((result) => result.messages)) {
    problems.push(`${path}:${message.line}:${message.column}: ${message.message} (${message.ruleId})`);
  }
}
if (all.length === 0) problems.push("there is no page");
report(`markup: ${all.length} pages`, problems);
