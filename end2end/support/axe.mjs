// Runs axe-core in the page and reports its violations with elements and fixes.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { expect } from "@playwright/test";

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

export async function expectAccessible(page, what) {
  await settled(page);
  await page.evaluate(AXE);
  const violations = await page.evaluate(
    async (tags) => {
      const { violations } = await globalThis.axe.run(document, {
        runOnly: { type: "tag", values: tags },
        resultTypes: ["violations"],
      });
      return violations.map(({ id, impact, help, nodes }) => ({
        rule: `${id} (${impact}): ${help}`,
        nodes: nodes.map(({ target, html, failureSummary }) => ({ target: target.join(" "), html, failureSummary })),
      }));
    },
    TAGS,
  );
  // Soft, so that one run reports every page.
  expect.soft(violations.length, `${what}\n${violations.map(describe).join("\n")}`).toBe(0);
}

/** Waits for fonts and animations, since axe measures colours. By the clock: a page may draw no frames. */
async function settled(page) {
  await page.evaluate(() => document.fonts.ready);
  const isStill = () => document.getAnimations().every(({ playState }) => playState !== "running");
  await page.waitForFunction(isStill, null, { polling: 50 });
}

const describe = ({ rule, nodes }) =>
  [
    `- ${rule}`,
    ...nodes
      .slice(0, 5)
      .map(({ target, html, failureSummary }) => `    ${target}\n      ${html.slice(0, 160)}\n      ${failureSummary.replaceAll("\n", " ")}`),
  ].join("\n");
