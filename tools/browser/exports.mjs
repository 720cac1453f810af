// Reads lessons in every export format with the parsers of others, and checks
// that all formats hold the same questions and the same right answers.
//
//   node exports.mjs FOLDER
//
// FOLDER holds lessons, each a folder, at any depth, with the files that
// Parallax exports.
import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import vm from "node:vm";
import { parse as parseTable } from "csv-parse/sync";
import { SaxesParser } from "saxes";
import { report } from "./site.mjs";

const require = createRequire(import.meta.url);
const { parse: parseGIFT } = require("gift-pegjs");
const excel = require("exceljs");

const problems = [];
const counts = {};
const line = (text) => text.replace(/[\s\u200B]+/gu, " ").trim();
const same = (where, what, got, want) => {
  if (line(String(got)) !== line(String(want))) problems.push(`${where}: ${what} is ${JSON.stringify(line(String(got)))}, want ${JSON.stringify(line(String(want)))}`);
};
const count = (format) => (counts[format] = (counts[format] ?? 0) + 1);

// Each reader returns a map of ids to {question, options, right, why}, the
// parts that the format holds; right holds words.

function readCSV(folder) {
  const bare = (cell) => cell.replace(/^'(?=[=+\-@])/, "");
  const rows = parseTable(readFileSync(join(folder, "items.csv")), { bom: true, columns: true, record_delimiter: "\r\n" });
  return new Map(rows.map((row) => [row.id, Object.fromEntries(Object.entries(row).map(([key, cell]) => [key, bare(cell)]))]));
}

// Where a matching answer has an escaped sign, gift-pegjs leaves its own.
const unplaced = (text) =>
  text.replace(/&&(\d{3});|&&n/g, (_, code) => (code ? String.fromCharCode(Number(code)) : "\n"));

function readGIFT(folder) {
  const data = readFileSync(join(folder, "quiz.gift.txt"), "utf8");
  if (data.startsWith("\uFEFF")) problems.push(`${folder}: GIFT begins with a byte order mark`);
  const items = new Map();
  for (const item of parseGIFT(data).filter((item) => item.type !== "Category")) {
    const choices = item.choices ?? [];
    items.set(item.title.split(" ")[0], {
      question: item.stem.text,
      why: item.globalFeedback?.text ?? "",
      options: choices.map((choice) => choice.text.text),
      right: choices.filter((choice) => choice.isCorrect || choice.weight > 0).map((choice) => choice.text.text),
      pairs: item.matchPairs?.map((pair) => [unplaced(pair.subquestion.text), unplaced(pair.subanswer)]),
      format: item.stem.format,
    });
  }
  return items;
}

// tree returns an XML document as nested {name, attributes, children, text}.
function tree(data) {
  const root = { children: [], text: "" };
  const open = [root];
  const parser = new SaxesParser();
  parser.on("error", (error) => {
    throw error;
  });
  parser.on("opentag", (tag) => {
    const node = { name: tag.name, attributes: tag.attributes, children: [], text: "" };
    open.at(-1).children.push(node);
    open.push(node);
  });
  parser.on("text", (text) => (open.at(-1).text += text));
  parser.on("closetag", () => open.pop());
  parser.write(data).close();
  return root.children[0];
}
const child = (node, name) => node.children.find((inner) => inner.name === name);
const words = (node, name) => child(child(node, name), "text").text;

function readMoodle(folder) {
  const items = new Map();
  for (const node of tree(readFileSync(join(folder, "quiz.moodle.xml"), "utf8")).children) {
    if (node.attributes.type === "category") continue;
    const answers = node.attributes.type === "essay" ? [] : node.children.filter((inner) => inner.name === "answer");
    const text = (answer) => child(answer, "text").text;
    items.set(words(node, "name").split(" ")[0], {
      question: words(node, "questiontext"),
      why: words(node, "generalfeedback"),
      options: answers.map(text),
      right: answers.filter((answer) => Number(answer.attributes.fraction) > 0).map(text),
      pairs: node.attributes.type === "matching"
        ? node.children.filter((inner) => inner.name === "subquestion").map((pair) => [text(pair), words(pair, "answer")]).filter(([row]) => row !== "")
        : undefined,
    });
    const total = answers.map((answer) => Number(answer.attributes.fraction)).filter((fraction) => fraction > 0).reduce((sum, fraction) => sum + fraction, 0);
    if (answers.length > 0 && node.attributes.type === "multichoice" && Math.abs(total - 100) > 0.001) problems.push(`${folder}: Moodle: fractions make ${total}`);
  }
  return items;
}

// runForm runs the script with nothing but what it says it needs, and returns
// the questions that it adds.
function runForm(folder) {
  const added = [];
  const feedback = () => {
    let text = "";
    return { setText: (words) => ((text = words), { build: () => ({ text }) }) };
  };
  const question = (kind) => () => {
    const item = { kind };
    added.push(item);
    const methods = {
      setTitle: (title) => void (item.title = title),
      setPoints: (points) => void (item.points = points),
      setGeneralFeedback: (said) => void (item.why = said.text),
    };
    if (kind !== "text") {
      delete methods.setGeneralFeedback;
      methods.createChoice = (words, right) => ({ words, right });
      methods.setChoices = (choices) => {
        if (new Set(choices.map((choice) => choice.words)).size !== choices.length) throw new Error("choices are the same");
        item.choices = choices;
      };
      methods.setFeedbackForCorrect = (said) => void (item.why = said.text);
      methods.setFeedbackForIncorrect = methods.setFeedbackForCorrect;
    }
    return methods;
  };
  const form = {
    setIsQuiz: (quiz) => void (form.quiz = quiz), getEditUrl: () => "https://example.org/",
    addMultipleChoiceItem: question("one"), addCheckboxItem: question("several"), addListItem: question("list"),
    addTextItem: question("text"), addParagraphTextItem: question("text"),
  };
  const FormApp = { create: (title) => ((form.title = title), form), createFeedback: feedback };
  const script = readFileSync(join(folder, "forms.gs"), "utf8");
  vm.runInNewContext(script + "\nmakeForm();", { FormApp, Logger: { log() {} } }, { timeout: 5000 });
  if (form.quiz !== true || !form.title) problems.push(`${folder}: the form is no quiz or has no title`);
  return added;
}

const limits = { question: 120, answer: 75, times: [5, 10, 20, 30, 60, 90, 120, 240] };

async function readKahoot(folder) {
  const book = new excel.Workbook();
  await book.xlsx.readFile(join(folder, "kahoot.xlsx"));
  const sheet = book.worksheets[0];
  if (!String(sheet.getCell("B8").value).startsWith("Question") || !String(sheet.getCell("H8").value).startsWith("Correct")) problems.push(`${folder}: Kahoot's heading is not in row 8`);
  const rows = [];
  for (let row = 9; sheet.getCell(row, 2).value !== null; row++) {
    const cells = [2, 3, 4, 5, 6, 7, 8].map((column) => sheet.getCell(row, column).value);
    const options = cells.slice(1, 5).filter((cell) => cell !== null).map(String);
    const right = String(cells[6]).split(",").map((number) => options[Number(number) - 1]);
    if (String(cells[0]).length > limits.question || options.some((option) => option.length > limits.answer) || options.length < 2) problems.push(`${folder}: Kahoot: row ${row} is too long or too short`);
    if (!limits.times.includes(cells[5]) || right.includes(undefined)) problems.push(`${folder}: Kahoot: row ${row} has time ${cells[5]} and answer ${cells[6]}`);
    rows.push({ question: String(cells[0]), options, right });
  }
  return rows;
}

const unescaped = (field) =>
  field.replaceAll("<br>", "\n").replace(/&(lt|gt|amp|#34|#39|#35);/g, (_, name) => ({ lt: "<", gt: ">", amp: "&", "#34": '"', "#39": "'", "#35": "#" })[name]);

// readCards reads Anki's list as Anki does: directives first, then fields
// parted by tabs, which quotation marks may hold together.
function readAnki(folder) {
  const data = readFileSync(join(folder, "anki.txt"), "utf8");
  const directives = data.match(/^(#[^\n]*\n)*/)[0];
  if (!directives.includes("#separator:tab\n") || !directives.includes("#html:true\n")) problems.push(`${folder}: Anki: directives ${JSON.stringify(directives)}`);
  const cards = parseTable(data.slice(directives.length), { delimiter: "\t", record_delimiter: "\n", comment: "#", comment_no_infix: true });
  for (const card of cards) {
    if (card.length !== 3) problems.push(`${folder}: Anki: ${card.length} fields`);
    if (/<(?!br>)/.test(card[0] + card[1])) problems.push(`${folder}: Anki: a card has markup`);
  }
  return cards.map(([front, back, tag]) => ({ front: unescaped(front), back: unescaped(back), tag }));
}

function readQuizlet(folder) {
  const cards = readFileSync(join(folder, "quizlet.txt"), "utf8").replace(/\n$/, "").split("\n").map((card) => card.split("\t"));
  if (cards.some((card) => card.length !== 2)) problems.push(`${folder}: Quizlet: a card has not two sides`);
  return cards;
}

// check holds all formats of a lesson against its table.
async function check(folder) {
  const table = readCSV(folder);
  const gift = readGIFT(folder);
  const moodle = readMoodle(folder);
  count("csv");
  for (const [format, items] of Object.entries({ gift, moodle })) {
    count(format);
    for (const [id, item] of items) {
      const row = table.get(id);
      const where = `${folder}: ${format}: ${id}`;
      if (!row) {
        problems.push(`${where} is not in the table`);
        continue;
      }
      same(where, "the question", item.question, row.question);
      same(where, "the reason", item.why, row.why);
      if (row.form === "gap") same(where, "what is accepted", item.right.join("\n").replaceAll("\\*", "*"), row.options);
      else if (!["open", "match"].includes(row.form)) same(where, "the options", item.options.join("\n"), row.options);
      if (gift.has(id)) same(where, "the right answer", JSON.stringify(item.right.map(line)), JSON.stringify(gift.get(id).right.map(line)));
      if (row.form === "choice" && folder.includes("lessons")) same(where, "the key", item.right[0], row.answer);
      if (format === "gift" && row.form !== "" && item.format !== "plain") problems.push(`${where}: the text is ${item.format}`);
    }
  }
  for (const [id, item] of moodle) {
    if (item.pairs) same(`${folder}: ${id}`, "the pairs", JSON.stringify(gift.get(id).pairs.map((pair) => pair.map(line))), JSON.stringify(item.pairs.map((pair) => pair.map((words) => line(words.replaceAll("->", "→"))))));
  }
  const form = runForm(folder);
  count("forms");
  for (const item of form.filter((item) => item.kind === "one" || item.kind === "several")) {
    const match = [...moodle.values()].find((other) => line(other.question) === line(item.title) && other.options.map(line).join("\n") === item.choices.map((choice) => line(choice.words)).join("\n"));
    same(`${folder}: forms`, "the right answer", item.choices.filter((choice) => choice.right).map((choice) => line(choice.words)), match?.right.map(line));
  }
  const rows = await readKahoot(folder);
  count("kahoot");
  for (const row of rows) {
    const [, number, prompt] = row.question.match(/^(\d+)\. (.*)$/s);
    const [id, item] = [...table][Number(number) - 1];
    if (!line(item.question).startsWith(line(prompt))) problems.push(`${folder}: kahoot: question ${number} is another`);
    same(`${folder}: kahoot: ${id}`, "the right answer", row.right.map(line), gift.get(id).right.map(line));
  }
  const cards = readAnki(folder);
  count("anki");
  const fronts = cards.filter((card) => card.tag !== "glossary");
  same(`${folder}: anki`, "the number of cards", fronts.length, table.size);
  [...table.values()].forEach((row, i) => {
    if (!line(fronts[i].front).startsWith(line(row.question)) || !line(fronts[i].back).startsWith(line(row.answer))) problems.push(`${folder}: anki: card ${i + 1} is another`);
  });
  readQuizlet(folder);
  count("quizlet");
}

// verify has examark look at a QTI package as Canvas would; Canvas has no
// ordering.
function verify(folder) {
  const examark = join(dirname(fileURLToPath(import.meta.url)), "node_modules/.bin/examark");
  let said = "";
  try {
    said = execFileSync(examark, ["verify", "--strict", join(folder, "quiz-qti21.zip")], { encoding: "utf8", stdio: "pipe" });
  } catch (error) {
    said = error.stdout + error.stderr;
    const complaints = said.split("\n").filter((line) => line.startsWith("  - ") && !line.includes("'orderInteraction'"));
    if (complaints.length > 0 || !said.includes("'orderInteraction'")) problems.push(`${folder}: examark: ${said}`);
  }
  count("qti");
}

const folders = readdirSync(process.argv[2], { recursive: true, withFileTypes: true })
  .filter((entry) => entry.name === "items.csv")
  .map((entry) => entry.parentPath)
  .sort();
for (const folder of folders) {
  try {
    await check(folder);
    if (folder.includes("lessons") || folder.endsWith("0000")) verify(folder);
  } catch (error) {
    problems.push(`${folder}: ${error.stack}`);
  }
}
if (folders.length === 0) problems.push("there are no lessons");
report(`exports: ${folders.length} lessons (${Object.entries(counts).map(([format, n]) => `${format} ${n}`).join(", ")})`, problems);
