// What a query finds in the search index of the site.  Nothing here knows the page.
// The rules of words are those of sitegen/text/search.py and sounds.py and the tables come with the
// index; a test holds the two equal.  The files of the index are described in docs/decisions/0020.

// -- words -------------------------------------------------------------------------------------------

export function makeRules(tables) {
  const pattern = (source) => new RegExp(source, "gu");
  const [presentation, marks, tanwin, groups, word, edges] =
    ["presentation", "marks", "tanwin", "groups", "word", "edges"].map((name) => pattern(tables[name]));
  const { clitics, endings, names } = tables;
  const stop = new Set(tables.stop);
  const least = clitics.least;

  const isStop = (chunk) =>
    stop.has([...chunk.replace(edges, "")].filter((c) => !tables.strip.includes(c)).join("").toLowerCase());

  function fold(text) {
    text = text.normalize("NFC").replace(tanwin, "").normalize("NFD").replace(marks, "");
    text = text.replace(presentation, (run) => run.normalize("NFKC")).normalize("NFC");
    const folded = [...text].map((c) => tables.fold[c] ?? c.toLowerCase()).join("");
    return [...folded].map((c) => tables.latin[c] ?? c).join("").replace(groups, "$1$2");
  }

  const words = (text) => (fold(text).match(word) || []).filter((w) => w.length >= tables.shortest);

  function bare(w) {
    while (w.startsWith(clitics.article) && w.length - clitics.article.length >= least) {
      w = w.slice(clitics.article.length);
    }
    return w;
  }

  function readings(w) {
    const possible = [];
    for (const conjunction of ["", ...clitics.conjunctions]) {
      if (!w.startsWith(conjunction)) continue;
      for (const preposition of ["", ...clitics.prepositions]) {
        let rest = w.slice(conjunction.length);
        if (!rest.startsWith(preposition) || !(conjunction + preposition)) continue;
        rest = rest.slice(preposition.length);
        if (preposition && preposition === clitics.article.slice(-1) && rest.startsWith(preposition)) {
          rest = clitics.article[0] + rest;
        }
        if (bare(rest) !== rest) return [bare(rest), []];
        if (rest.length >= least) possible.push(rest);
      }
    }
    return ["", possible];
  }

  function without(w, list) {
    const found = list.find(([ending, min]) => w.endsWith(ending) && w.length - ending.length >= min);
    return found ? w.slice(0, -found[0].length) : w;
  }

  function stem(w) {
    if (/^[\x00-\x7f]*$/.test(w)) {
      if (endings.kept.some((kept) => w.endsWith(kept))) return w;
      const found = endings.english.find(([end, , min]) => w.endsWith(end) && w.length - end.length >= min);
      return found ? w.slice(0, -found[0].length) + found[1] : w;
    }
    const short = without(w, endings.pronouns);
    let plain = without(short, endings.numbers);
    const opened = short !== w || (plain !== short && w.slice(plain.length) === "ين");
    if (opened && plain.endsWith(endings.bared) && plain.length > least) plain = plain.slice(0, -1);
    return plain;
  }

  // Every key a word may have: its own first, then what clitics may leave.  Which of them hold, the index says.
  function candidates(w) {
    const base = bare(w);
    if (base !== w) return [stem(base)];
    const [sure, possible] = readings(w);
    return [...new Set([stem(base), ...(sure ? [stem(sure)] : possible.map(stem))])];
  }

  const single = (text) => [...text].filter((c, i, all) => c !== all[i - 1]).join("");

  function sound(w) {
    if (!/^[a-z]+$/.test(w)) return "";
    for (const [spelt, heard] of names.sounds) w = w.replaceAll(spelt, heard);
    w = single(w);
    return w.endsWith(names.silent) ? w.slice(0, -1) : w;
  }

  function bones(w) {
    const heard = sound(w);
    const left = heard
      ? [...heard].map((c) => names.bones[c] ?? c)
      : [...(w.endsWith("ه") ? w.slice(0, -1) : w)].map((c) => names.letters[c] ?? "");
    const found = single(left.join(""));
    return found.length >= 2 ? found : "";
  }

  return { fold, words, bare, readings, stem, candidates, isStop, sound, bones, names };
}

// -- the index ---------------------------------------------------------------------------------------

const NAMES_WEIGHED = 16;
const DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

// Numbers from text: gaps less one, in digits of five bits, the lowest first; the sixth says more follow.
export function numbers(text) {
  const found = [];
  let last = -1, value = 0, unit = 1;
  for (const c of text) {
    const digit = DIGITS.indexOf(c);
    value += (digit % 32) * unit;
    unit *= 32;
    if (digit < 32) {
      last += value + 1;
      found.push(last);
      value = 0;
      unit = 1;
    }
  }
  return found;
}

export function makeIndex(head, lang, load) {
  const rules = makeRules(head);
  const shares = { [lang]: new Set(head.word_files), names: new Set(head.name_files) };
  const stem = (kind) => (kind === "names" ? "search/names/k" : `search/${kind}/w`);

  // The file that may hold a key, of the words of one language or of the names.
  async function file(kind, key) {
    shares[kind] ??= new Set((await load(`search/${kind}/index.json`)).word_files);
    let start = key;
    while (start && !shares[kind].has(start)) start = [...start].slice(0, -1).join("");
    if (!shares[kind].has(start)) return {};
    const codes = [...start].map((c) => c.codePointAt(0).toString(16));
    return load(`${[stem(kind), ...codes].join("-")}.json`);
  }

  const entry = async (kind, key) => {
    const held = await file(kind, key);
    return Object.hasOwn(held, key) ? held[key] : null;
  };

  const row = async (stem, number, size) =>
    (await load(`${stem}-${Math.floor(number / size)}.json`))[number % size];

  // The articles of one word: number -> does it stand in the title; and the keys that were found.
  // A word in the script of the other language is looked for in its pages, which have the same numbers.
  async function articles(word, unfinished) {
    const written = /\p{Script=Arabic}/u.test(word) ? "ar" : /[a-z]/.test(word) ? "en" : lang;
    const trees = [...new Set(written === "ar" ? ["ar"] : [lang, written])];
    const hits = await Promise.all(trees.map((tree) => articlesIn(tree, word, unfinished)));
    const found = new Map();
    for (const hit of hits) for (const [n, title] of hit.found) found.set(n, Math.max(title, found.get(n) ?? 0));
    return { found, keys: hits.flatMap((hit) => hit.keys) };
  }

  async function articlesIn(tree, word, unfinished) {
    const found = new Map(), keys = [];
    const take = (key, held) => {
      keys.push(key);
      for (const n of numbers(held[1])) if (!found.has(n)) found.set(n, 0);
      for (const n of numbers(held[0])) found.set(n, 1);
    };
    for (const key of rules.candidates(word)) {
      const held = await entry(tree, key);
      if (held) take(key, held);
      if (held && held[2]) break; // a word of its own: no clitic begins it
    }
    const start = rules.bare(word);
    if (!keys.length && unfinished && start.length > 2) {
      const held = await file(tree, start);
      for (const key of Object.keys(held)) if (key.startsWith(start)) take(key, held[key]);
    }
    return { found, keys };
  }

  // The names that a word is part of: number -> how far it is from what was written.
  async function named(word, unfinished) {
    const found = new Map();
    const take = (text, far) => numbers(text || "").forEach((n) => found.has(n) || found.set(n, far));
    const start = rules.bare(word);
    take(await entry("names", start), 0);
    const [sure, possible] = rules.readings(word);
    if (!found.size) for (const rest of sure ? [sure] : possible) take(await entry("names", rest), 0);
    const sound = rules.sound(start), bones = rules.bones(start);
    if (sound) take(await entry("names", `~${sound}`), 1);
    if (!found.size && unfinished && start.length > 2) {
      const held = await file("names", start);
      for (const key of Object.keys(held)) if (key.startsWith(start)) take(held[key], 1);
    }
    if (!found.size && bones) take(await entry("names", `=${bones}`), 2);
    return found;
  }

  // Of the names found, those that are the very words asked for come first.
  async function nearest(found, terms) {
    const rows = await Promise.all(found.slice(0, NAMES_WEIGHED).map((n) => row("search/names/n", n, head.names_batch)));
    const asked = terms.map(rules.bare).join(" ");
    const whole = ([, , ar, en]) => [ar, en].some((name) => rules.words(name).map(rules.bare).join(" ") === asked);
    return [...rows.filter(whole), ...rows.filter((r) => !whole(r))];
  }

  async function search(query) {
    const chunks = query.split(/\s+/u).filter(Boolean);
    const telling = chunks.filter((chunk) => !rules.isStop(chunk));
    const terms = (telling.length ? telling : chunks).flatMap(rules.words);
    const spelt = terms.filter((t) => terms.length === 1 || !rules.names.articles.includes(t));
    const last = (i, list) => i === list.length - 1;
    const hits = await Promise.all(terms.map((term, i) => articles(term, last(i, terms))));
    const people = await Promise.all(spelt.map((term, i) => named(term, last(i, spelt))));
    const least = hits.reduce((a, b) => (b.found.size < a.found.size ? b : a), hits[0] || { found: new Map() });
    const both = [...least.found.keys()].filter((n) => hits.every((hit) => hit.found.has(n)));
    const names = bestNames(people);
    const score = (n) => hits.reduce((sum, hit) => sum + hit.found.get(n), 0);
    const ranked = both.map((n) => [score(n), n]).sort((a, b) => b[0] - a[0] || b[1] - a[1]);
    return {
      articles: ranked.map(([, n]) => n),
      names_found: names.length,
      names: await nearest(names, terms),
      keys: new Set(hits.flatMap((hit) => hit.keys)),
      words: new Set(spelt.map(rules.bare)),
    };
  }

  return {
    rules, head, search,
    article: (n) => row(`search/${lang}/d`, n, head.batch),
  };
}

// Names that hold the most of the words; the nearest spelling first, then the most mentioned.
function bestNames(people) {
  const tally = new Map();
  for (const found of people) {
    for (const [n, far] of found) {
      const [count, sum] = tally.get(n) || [0, 0];
      tally.set(n, [count + 1, sum + far]);
    }
  }
  const most = Math.max(0, ...[...tally.values()].map(([count]) => count));
  return [...tally].filter(([, [count]]) => count === most)
    .sort((a, b) => a[1][1] - b[1][1] || a[0] - b[0]).map(([n]) => n);
}
