// The folder that the site of the trial is moved in from: texts in Markdown, each with a photo that hardly compresses.
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { noise } from "../support/pictures.mjs";

const WIDTH = 1_600;
const HEIGHT = 1_067;

/** Writes `count` texts with a picture each into `folder`, over the years before 2026. */
export async function writeSource(folder, count) {
  await mkdir(join(folder, "bilder"), { recursive: true });
  for (let number = 1; number <= count; number += 1) {
    await writeFile(join(folder, "bilder", `foto-${number}.png`), noise(WIDTH, HEIGHT));
    await writeFile(join(folder, `berattelse-${number}.md`), text(number));
  }
}

function text(number) {
  const date = new Date(Date.UTC(2010, 0, 1 + number)).toISOString().slice(0, 10);
  return `---
title: Berättelse ${number}
date: ${date}
tags: [foton]
---
Den här dagen gick vi ut med kameran.

![Foto nummer ${number}: brus i alla färger](bilder/foto-${number}.png)

Sedan [läste vi](berattelse-${Math.max(1, number - 1)}.md) vad vi skrev dagen före.
`;
}
