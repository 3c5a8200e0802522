// Opens the report's page in Chromium and lets axe-core look for what keeps people out. Called by .ci/run.
import { createRequire } from "node:module";
import { readdirSync, readFileSync } from "node:fs";
import { resolve } from "node:path";

const require = createRequire(`${process.argv[2]}/`);
const { chromium } = require("playwright-core");
const axe = readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");

const browser = await chromium.launch({
  executablePath: "/usr/bin/chromium",
  args: ["--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync"],
});
let failed = false;
for (const name of readdirSync("reports")) {
  const context = await browser.newContext({ bypassCSP: true });
  const page = await context.newPage();
  const asked = [];
  page.on("request", (request) => { if (!/^(file|data):/.test(request.url())) asked.push(request.url()); });
  await page.goto(`file://${resolve("reports", name, "report.html")}`);
  await page.evaluate(axe);
  const { violations } = await page.evaluate(() => globalThis.axe.run());
  const serious = violations.filter(({ impact }) => impact === "serious" || impact === "critical");
  for (const { id, impact, nodes } of serious) {
    console.error(`${name}: ${impact} ${id}: ${nodes.length} places, first ${nodes[0].html.slice(0, 200)}`);
  }
  const pictures = await page.evaluate(() => [...document.images].every((image) => image.complete && image.naturalWidth > 0));
  if (serious.length || asked.length || !pictures) failed = true;
  console.log(`${name}: ${serious.length} serious findings of axe, ${asked.length} requests, pictures ${pictures ? "shown" : "missing"}`);
  await context.close();
}
await browser.close();
process.exit(failed ? 1 : 0);
