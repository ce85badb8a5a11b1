// The search page: a query, its results, and the keys that move among them.  Text never becomes markup.

import { makeIndex } from "./search-index.js";

const AT_ONCE = 10, NAMES_SHOWN = 8, PATIENCE = 150; // results, names, milliseconds
const SCRIPTS = { // words of the other script, isolated so that neither turns the other round
  ar: /[A-Za-z\u00c0-\u024f][\w\u00c0-\u024f'’&./-]*(?: [A-Za-z\u00c0-\u024f][\w\u00c0-\u024f'’&./-]*)*/gu,
  en: /[\u0620-\u06ff][\u0620-\u06ff\u200c\u200d«» ]*/gu,
};

function make(tag, attributes = {}, ...inside) {
  const element = Object.assign(document.createElement(tag), attributes);
  element.append(...inside);
  return element;
}

function startPage(box) {
  const lang = document.documentElement.lang, other = lang === "ar" ? "en" : "ar";
  const root = box.dataset.root;
  const [form, status, results, ways] = ["form", "#found", "#results", "#ways"].map((s) => box.querySelector(s));
  const input = form.querySelector("input");
  const loaded = new Map();
  const load = (path) => {
    if (!loaded.has(path)) {
      loaded.set(path, fetch(root + path).then((answer) => {
        if (!answer.ok) throw new Error(`${path}: ${answer.status}`);
        return answer.json();
      }).catch((error) => { loaded.delete(path); throw error; }));
    }
    return loaded.get(path);
  };
  const open = () => load(`search/${lang}/index.json`).then((head) => makeIndex(head, lang, load));
  const plural = new Intl.PluralRules(lang);
  let asked = 0, timer = 0;

  // Whole words only: a mark inside a word would break the joins of Arabic letters.
  function marked(text, found, index) {
    const { rules } = index;
    return text.split(/([\p{L}\p{M}\p{N}\u0640\u200c\u200d]+)/u).map((part, i) => {
      const hit = i % 2 && !rules.isStop(part) && rules.words(part).some((w) =>
        found.words.has(rules.bare(w)) || rules.candidates(w).some((key) => found.keys.has(key)));
      return hit ? make("mark", {}, part) : part;
    });
  }

  function text(element, string, found, index) {
    let at = 0;
    for (const run of string.matchAll(SCRIPTS[lang])) {
      element.append(...marked(string.slice(at, run.index), found, index), make("bdi",
        { lang: other, dir: other === "ar" ? "rtl" : "ltr" }, ...marked(run[0].trimEnd(), found, index)));
      at = run.index + run[0].trimEnd().length;
    }
    element.append(...marked(string.slice(at), found, index));
    return element;
  }

  const count = (index, of, n) => {
    const digits = n.toLocaleString("en").replace(/\d/g, (d) => index.head.digits[d]);
    return index.head.say[of][plural.select(n)].replace("%(count)s", digits);
  };

  function nameItem([kind, id, ar, en, n], found, index) {
    const href = `${root}${lang}/${index.head.folders[kind]}/${encodeURIComponent(id)}/`;
    const label = lang === "ar" ? ar || en : en || ar, beside = lang === "ar" ? "" : ar;
    const item = make("li", {}, text(make("a", { href }), label, found, index), " ");
    if (beside && beside !== label) item.append(text(make("span", { className: "beside" }), beside, found, index), " ");
    item.append(make("span", { className: "meta" }, `${index.head.say.kinds[kind]} · ${count(index, "articles", n)}`));
    return item;
  }

  function articleItem([id, title, opening, iso, day, outlet], found, index) {
    const href = `${root}${lang}/articles/${encodeURIComponent(id)}/`;
    const item = make("li", { className: "card" }, make("h2", {}, text(make("a", { href }), title, found, index)));
    if (opening) item.append(text(make("p", { className: "standfirst" }), opening, found, index));
    const meta = make("p", { className: "meta" });
    if (outlet) meta.append(text(make("span"), outlet, found, index), " ");
    if (iso) meta.append(make("span", {}, make("time", { dateTime: iso }, day)));
    item.append(meta);
    return item;
  }

  async function more(list, found, index, button) {
    const shown = list.children.length;
    const rows = await Promise.all(found.articles.slice(shown, shown + AT_ONCE).map(index.article));
    list.append(...rows.map((row) => articleItem(row, found, index)));
    button.hidden = list.children.length >= found.articles.length;
    if (shown) list.children[shown].querySelector("a").focus();
  }

  async function show(index, query, ticket) {
    const found = await index.search(query);
    const names = found.names.slice(0, NAMES_SHOWN);
    const people = make("ul", { className: "names" }, ...names.map((row) => nameItem(row, found, index)));
    const list = make("ol", { className: "cards" });
    const button = make("button", { type: "button", hidden: true }, index.head.say.more);
    button.addEventListener("click", () => more(list, found, index, button));
    await more(list, found, index, button);
    if (ticket !== asked) return; // the reader has typed on
    const parts = [];
    if (names.length) parts.push(count(index, "names", found.names_found));
    if (found.articles.length) parts.push(count(index, "articles", found.articles.length));
    results.replaceChildren(...(names.length ? [people] : []), ...(found.articles.length ? [list, button] : []));
    status.textContent = parts.join(" · ") || index.head.say.none;
    ways.hidden = parts.length > 0;
  }

  async function run() {
    const query = input.value.trim(), ticket = ++asked;
    history.replaceState(null, "", query ? `?q=${encodeURIComponent(query)}` : location.pathname);
    if (!query) {
      results.replaceChildren();
      status.textContent = "";
      ways.hidden = false;
      return;
    }
    try {
      await show(await open(), query, ticket);
    } catch (error) {
      if (ticket === asked) status.textContent = box.dataset.failed;
    }
  }

  function keys(event) {
    const stops = [input, ...results.querySelectorAll("a, button:not([hidden])")];
    const at = stops.indexOf(document.activeElement);
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (event.key === "/" && at !== 0) input.focus();
    else if (event.key === "Escape" && at === 0) { input.value = ""; run(); }
    else if (event.key === "Escape" && at > 0) input.focus();
    else if (step && at >= 0 && stops[at + step]) stops[at + step].focus();
    else return;
    event.preventDefault();
  }

  form.addEventListener("submit", (event) => { event.preventDefault(); clearTimeout(timer); run(); });
  input.addEventListener("input", () => { clearTimeout(timer); timer = setTimeout(run, PATIENCE); });
  document.addEventListener("keydown", (event) => event.ctrlKey || event.metaKey || event.altKey || keys(event));
  input.value = new URLSearchParams(location.search).get("q") || "";
  if (input.value) run();
}

startPage(document.getElementById("search"));
