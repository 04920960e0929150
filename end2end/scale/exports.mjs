// Exports of other systems as large as real ones, to see that what is read stays in bounded memory.
import { createWriteStream } from "node:fs";
import { once } from "node:events";

const SENTENCE = "Vi läste texten högt för varandra, och sedan var det tyst en lång stund. ";
const DAY_MS = 86_400_000;

/** Writes an export of WordPress with `count` posts of about `bytes` each. */
export const writeWordPress = (file, count, bytes) =>
  write(file, WORDPRESS_HEAD, count, (number) => wordPressPost(number, paragraphs(bytes)), "</channel></rss>\n");

/** Writes an export of Ghost with `count` posts of about `bytes` each. */
export const writeGhost = (file, count, bytes) =>
  write(file, GHOST_HEAD, count, (number) => `${number > 1 ? "," : ""}${ghostPost(number, paragraphs(bytes))}\n`, "]}}]}\n");

async function write(file, head, count, post, foot) {
  const out = createWriteStream(file);
  out.write(head);
  for (let number = 1; number <= count; number += 1) {
    if (!out.write(post(number))) await once(out, "drain");
  }
  out.end(foot);
  await once(out, "close");
}

function paragraphs(bytes) {
  const paragraph = `<p>${SENTENCE.repeat(10)}</p>\n`;
  return paragraph.repeat(Math.max(1, Math.round(bytes / paragraph.length)));
}

const dateOf = (number) => new Date(Date.UTC(1998, 0, 1) + number * DAY_MS).toISOString();

const WORDPRESS_HEAD = `<?xml version="1.0" encoding="UTF-8" ?>
<rss version="2.0" xmlns:excerpt="http://wordpress.org/export/1.2/excerpt/" xmlns:content="http://purl.org/rss/1.0/modules/content/"
 xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:wp="http://wordpress.org/export/1.2/"><channel>
<title>Stor</title><link>https://stor.example</link><wp:wxr_version>1.2</wp:wxr_version>
<wp:base_site_url>https://stor.example</wp:base_site_url><wp:base_blog_url>https://stor.example</wp:base_blog_url>
`;

function wordPressPost(number, html) {
  const date = dateOf(number).slice(0, 19).replace("T", " ");
  return `<item><title><![CDATA[Dag ${number}]]></title><link>https://stor.example/dag-${number}/</link>
<guid isPermaLink="false">https://stor.example/?p=${number}</guid><content:encoded><![CDATA[${html}]]></content:encoded>
<wp:post_id>${number}</wp:post_id><wp:post_date><![CDATA[${date}]]></wp:post_date><wp:post_date_gmt><![CDATA[${date}]]></wp:post_date_gmt>
<wp:post_name><![CDATA[dag-${number}]]></wp:post_name><wp:status><![CDATA[publish]]></wp:status><wp:post_type><![CDATA[post]]></wp:post_type>
</item>
`;
}

const GHOST_HEAD = `{"db":[{"meta":{"version":"5.75.1"},"data":{"users":[],"tags":[],"posts_tags":[],"posts_authors":[],"posts_meta":[],
"settings":[{"key":"is_private","value":"false"},{"key":"title","value":"Stor"}],"posts":[
`;

function ghostPost(number, html) {
  const date = dateOf(number);
  return JSON.stringify({
    id: number.toString(16).padStart(24, "0"), title: `Dag ${number}`, slug: `dag-${number}`, html, type: "post",
    status: "published", visibility: "public", created_at: date, updated_at: date, published_at: date,
  });
}
