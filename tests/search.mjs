// Runs the page's search outside a browser: `rules INDEX` or `find ROOT LANG`, with a JSON list on standard input.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { makeIndex, makeRules } from "../static/search-index.js";

const [task, root, lang] = process.argv.slice(2);
const asked = JSON.parse(readFileSync(0, "utf8"));
const read = (path) => JSON.parse(readFileSync(path, "utf8"));

function rulesOf(text, rules) {
  const words = rules.words(text);
  const each = words.map((w) =>
    [w, rules.bare(w), rules.stem(w), rules.readings(w), rules.candidates(w), rules.sound(w), rules.bones(w)]);
  return [rules.fold(text), rules.isStop(text), each];
}

async function find(query) {
  const loaded = new Map();
  const load = async (path) => {
    if (!loaded.has(path)) loaded.set(path, readFileSync(join(root, path)));
    return JSON.parse(loaded.get(path));
  };
  const index = makeIndex(await load(`search/${lang}/index.json`), lang, load);
  const found = await index.search(query);
  const shown = await Promise.all(found.articles.slice(0, 10).map(index.article));
  const bytes = [...loaded.values()].reduce((sum, file) => sum + file.length, 0);
  return { articles: found.articles.length, shown: shown.map((row) => row[0]), names: found.names.map((row) => row[1]),
    bytes, files: loaded.size };
}

const answers = [];
if (task === "rules") {
  const rules = makeRules(read(root));
  for (const text of asked) answers.push(rulesOf(text, rules));
} else {
  for (const query of asked) answers.push(await find(query));
}
process.stdout.write(JSON.stringify(answers));
