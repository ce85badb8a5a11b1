// What a browser's reader mode makes of pages: one JSON object a line.
import { readFileSync } from 'node:fs';
import { Readability, isProbablyReaderable } from '@mozilla/readability';
import { JSDOM } from 'jsdom';

for (const file of process.argv.slice(2)) {
  const { document } = new JSDOM(readFileSync(file, 'utf8'), { url: 'https://digest.example/' }).window;
  const offered = isProbablyReaderable(document);
  const { title, byline, dir, lang, publishedTime, textContent } = new Readability(document).parse() ?? {};
  console.log(JSON.stringify({ offered, title, byline, dir, lang, publishedTime, text: textContent }));
}
