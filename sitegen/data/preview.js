// Live preview of `sitegen serve`.  Only pages served by the preview load this
// script; no file under build/ ever mentions it.
(() => {
  "use strict";
  const script = document.currentScript;
  const place = `sitegen-scroll ${location.pathname}`;
  const kept = sessionStorage.getItem(place);
  if (kept !== null) {
    sessionStorage.removeItem(place);
    addEventListener("load", () => Promise.resolve(shown).then(() => scrollTo(0, Number(kept))));
  }

  const reload = () => {
    sessionStorage.setItem(place, String(scrollY));
    location.reload();
  };

  // A new copy of each stylesheet replaces the old one once it has loaded: nothing flashes.
  const swapStyles = () => {
    for (const old of document.querySelectorAll('link[rel="stylesheet"]')) {
      const fresh = old.cloneNode();
      const url = new URL(old.href);
      url.searchParams.set("preview", String(Date.now()));
      fresh.href = url.href;
      fresh.addEventListener("load", () => old.remove());
      old.after(fresh);
    }
  };

  let overlay = null;
  const clear = () => {
    overlay?.remove();
    overlay = null;
  };

  const element = (name, style, text, attributes = {}) => {
    const made = document.createElement(name);
    for (const [property, value] of Object.entries(style)) made.style.setProperty(property, value);
    for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
    if (text) made.textContent = text;
    return made;
  };

  const title = { font: "600 1.1rem/1.6 system-ui, sans-serif", margin: "0 0 .5rem" };
  const mono = { font: ".9rem/1.6 ui-monospace, monospace", margin: "0", "white-space": "pre-wrap" };

  const show = (problems) => {
    clear();
    overlay = element(
      "section",
      {
        position: "fixed", inset: "auto 0 0 0", "max-block-size": "60vh", overflow: "auto",
        padding: "1rem 1.25rem", background: "#2b1114", color: "#fff", "z-index": "2147483647",
        "border-block-start": "4px solid #e5484d",
      },
      "",
      { id: "sitegen-overlay", role: "alert", lang: "en", dir: "ltr" },
    );
    const head = "The site could not be built; this is the last good page.";
    const headAr = "تعذّر بناء الموقع؛ هذه آخر صفحة سليمة.";
    overlay.append(element("p", title, head), element("p", title, headAr, { lang: "ar", dir: "rtl" }));
    for (const problem of problems) {
      const box = element("div", { margin: "0 0 1rem" });
      box.append(element("p", { ...mono, color: "#ffb3b5" }, problem.place, { dir: "ltr" }));
      box.append(element("p", mono, problem.what, { dir: "auto" }));
      if (problem.frame) box.append(element("pre", { ...mono, opacity: ".85" }, problem.frame, { dir: "auto" }));
      if (problem.hint) box.append(element("p", { ...mono, color: "#ffe08a" }, problem.hint, { dir: "auto" }));
      overlay.append(box);
    }
    document.body.append(overlay);
  };

  // How an article was read: its lines with their roles, and every fact with links to the lines it rests on.
  const panel = (reading) => {
    const box = element("details", { margin: "2rem auto", padding: "1rem", "max-inline-size": "75rem",
      border: "1px solid currentColor", font: "1rem/1.6 system-ui, sans-serif", "overflow-wrap": "anywhere" },
      "", { id: "sitegen-reading", lang: "en", dir: "ltr" });
    box.open = sessionStorage.getItem("sitegen-reading") === "open";
    box.addEventListener("toggle", () => sessionStorage.setItem("sitegen-reading", box.open ? "open" : ""));
    const head = element("summary", { cursor: "pointer" }, "How this page was read ");
    head.append(element("span", {}, "كيف قُرئت هذه الصفحة", { lang: "ar", dir: "rtl" }));
    const facts = element("ul", { padding: "0", "list-style": "none" });
    for (const fact of reading.facts) {
      const item = element("li", {});
      item.append(element("b", {}, `${fact.kind} `), element("bdi", {}, fact.text));
      for (const n of fact.lines) item.append(" ", element("a", {}, `line ${n}`, { href: `#sitegen-line-${n}` }));
      facts.append(item);
    }
    const lines = element("ol", { padding: "0", "list-style": "none" });
    for (const line of reading.lines) {
      const item = element("li", { "white-space": "pre-wrap" }, "", { id: `sitegen-line-${line.n}` });
      item.append(element("b", {}, `${reading.path}:${line.n} `), `${line.role} (${line.rule}) `,
        element("bdi", {}, line.text));
      lines.append(item);
    }
    box.append(head, facts, lines);
    document.body.append(box);
    if (location.hash.startsWith("#sitegen-line-")) document.querySelector(location.hash)?.scrollIntoView();
  };

  const article = location.pathname.match(/\/articles\/([a-z0-9_-]+)\/$/);
  const shown = article
    ? fetch(`/__sitegen__/reading/${article[1]}`)
        .then((answer) => (answer.ok ? answer.json().then(panel) : null))
        .catch(() => null)
    : null;

  addEventListener("keydown", (event) => {
    if (event.key === "Escape") clear();
  });

  const events = new EventSource(`/__sitegen__/events?build=${script.dataset.build}`);
  events.addEventListener("reload", (event) => {
    const { only = [], but = [] } = JSON.parse(event.data) || {};
    if (only.length ? only.includes(location.pathname) : !but.includes(location.pathname)) reload();
  });
  events.addEventListener("css", () => {
    clear();
    swapStyles();
  });
  events.addEventListener("problems", (event) => show(JSON.parse(event.data)));
  events.addEventListener("clear", clear);
  addEventListener("pagehide", () => events.close());
})();
