// What a reader would see and no checker tells: every function looks at the page as it is painted
// and returns a list of complaints, empty when all is well.
(() => {
  const ARABIC = /[\u0621-\u064a\u066e-\u06d3]/;
  const FORMS = /[\ufb50-\ufdcf\ufdf0\ufdf1\ufdf3-\ufdf9\ufe70-\ufefc]/;
  const INVISIBLE = /[\u00ad\u200b\u202a-\u202e\u2060-\u2064\ufeff]/;
  const LATIN_RUN = /[A-Za-z][A-Za-z'’.-]*(?:\s+[A-Za-z][A-Za-z'’.-]*)+/;
  // Numbers, addresses and names of machines: each is read from left to right as one.
  const UNIT = new RegExp(
    [
      String.raw`https?://[^\s<>]+`,
      String.raw`\+?\d[\d\u00a0 ()-]{6,}\d`,
      String.raw`\d{4}-\d\d-\d\d`,
      String.raw`\d{1,2}-\d{1,2}-\d{4}`,
      String.raw`\d+[.,]\d+`,
      String.raw`[A-Za-z]+(?:-\d+|\+\+)`,
    ].join('|'),
    'g',
  );

  const told = (element, text) => `<${element.tagName.toLowerCase()}> ${text.trim().slice(0, 60)}`;

  function* textNodes(root = document.body) {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const node = walker.currentNode;
      if (node.data.trim() && !node.parentElement.closest('script, style, template')) yield node;
    }
  }

  function boxOf(node, index) {
    const range = document.createRange();
    range.setStart(node, index);
    range.setEnd(node, index + 1);
    return range.getBoundingClientRect();
  }

  /** Language, direction and the manners of Arabic type, for every text of the page. */
  function letters() {
    const found = [];
    for (const node of textNodes()) {
      const element = node.parentElement;
      const text = node.data;
      const say = (what) => found.push(`${what}: ${told(element, text)}`);
      const lang = element.closest('[lang]')?.lang ?? '';
      if (FORMS.test(text)) say('presentation forms');
      if (INVISIBLE.test(text)) say('an invisible control character');
      if (/\u0640\u0640/.test(text)) say('stretched with tatweel');
      if (/[طظ]\S?[§£¢¤…]/.test(text)) say('looks like UTF-8 read as cp1256');
      if (lang === 'ar' && LATIN_RUN.test(text)) say('Latin words without a language of their own');
      if (ARABIC.test(text)) for (const what of arabicManners(element, lang)) say(what);
    }
    return found;
  }

  function* arabicManners(element, lang) {
    const style = getComputedStyle(element);
    const size = parseFloat(style.fontSize);
    const leading = parseFloat(style.lineHeight) / size;
    const heading = element.closest('h1, h2, h3, h4, h5, h6');
    if (!/^(ar|fa|ur|ckb)\b/.test(lang)) yield `Arabic letters in language "${lang}"`;
    if (style.direction !== 'rtl') yield 'Arabic letters in a left-to-right part';
    if (parseFloat(style.letterSpacing)) yield `letter-spacing ${style.letterSpacing}`;
    if (style.fontStyle !== 'normal') yield 'slanted Arabic';
    if (style.textAlign === 'justify') yield 'justified Arabic';
    if (!(leading >= (heading ? 1.3 : 1.6))) yield `lines ${leading.toFixed(2)} high`;
    if (size < 14) yield `only ${size} px large`;
    for (let each = element; each; each = each.parentElement) {
      if (parseFloat(getComputedStyle(each).opacity) < 1) yield 'see-through letters';
    }
  }

  /** Numbers, addresses and final points stand where the eye expects them. */
  function order() {
    const found = [];
    for (const node of textNodes()) {
      for (const match of node.data.matchAll(UNIT)) {
        if (turned(node, match.index, match[0].length)) {
          found.push(`read from right to left: ${told(node.parentElement, match[0])}`);
        }
      }
    }
    for (const block of document.querySelectorAll('p, li, h1, h2, h3, h4, blockquote')) {
      if (!block.querySelector('p, li, ul, ol')) found.push(...finalPoint(block));
    }
    return found;
  }

  function turned(node, start, length) {
    let before = null;
    for (let i = start; i < start + length; i += 1) {
      const box = boxOf(node, i);
      if (!box.width) continue;
      if (before && Math.abs(box.top - before.top) < 3 && box.left < before.left - 0.5) return true;
      before = box;
    }
    return false;
  }

  function finalPoint(block) {
    const last = [...textNodes(block)].at(-1);
    const text = last?.data.trimEnd() ?? '';
    if (text.length < 3 || !/[.؟!»)\]]$/.test(text)) return [];
    const point = boxOf(last, text.length - 1);
    const letter = boxOf(last, text.length - 2);
    if (!point.width || Math.abs(point.top - letter.top) > 3) return [];
    const rightToLeft = getComputedStyle(block).direction === 'rtl';
    return (point.left < letter.left) === rightToLeft ? [] : [`final mark on the wrong side: ${text.slice(-30)}`];
  }

  /** Nothing is wider than the window. */
  function overflow() {
    const width = document.documentElement.clientWidth;
    if (document.documentElement.scrollWidth <= width) return [];
    const wide = [...document.body.querySelectorAll('*')].filter((each) => {
      const box = each.getBoundingClientRect();
      return box.right > width + 1 || box.left < -1;
    });
    return [`${document.documentElement.scrollWidth} px of ${width}: ${wide.slice(-3).map((e) => told(e, e.className))}`];
  }

  /** Whatever can be clicked and does not stand inside a line of text is 24 px large at least. */
  function targets() {
    const found = [];
    for (const each of document.querySelectorAll('nav a, nav button, .switch a, summary, button, input, .lines a')) {
      const { width, height } = each.getBoundingClientRect();
      if (width && (width < 23.9 || height < 23.9)) {
        found.push(`${width.toFixed(1)}×${height.toFixed(1)} px: ${told(each, each.textContent)}`);
      }
    }
    return found;
  }

  /** What has the focus now: its place among all stops, and whether a reader can see it. */
  function focused() {
    const element = document.activeElement;
    if (!element || element === document.body) return null;
    const stops = 'a[href], button, input, select, textarea, summary, [tabindex]:not([tabindex="-1"])';
    const box = element.getBoundingClientRect();
    const style = getComputedStyle(element);
    return {
      place: [...document.querySelectorAll(stops)].indexOf(element),
      name: told(element, element.textContent),
      href: element.getAttribute('href') ?? '',
      inView: box.width > 0 && box.bottom > 0 && box.top < innerHeight && box.left >= 0 && box.right <= innerWidth,
      outlined: style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2,
    };
  }

  window.probe = { letters, order, overflow, targets, focused };
})();
