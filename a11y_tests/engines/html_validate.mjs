// html-validate on the source of pages: see html_validate.py.

import { HtmlValidate, StaticConfigLoader, version } from "html-validate";
import { serve } from "./lines.mjs";

const loader = new StaticConfigLoader({
  root: true,
  extends: ["html-validate:standard", "html-validate:a11y"],
  elements: ["html5"],
});
const validator = new HtmlValidate(loader);

async function validate({ html }) {
  const report = await validator.validateString(html, "page.html");
  return { messages: report.results.flatMap((result) => result.messages), valid: report.valid };
}

await serve({ version }, validate);
