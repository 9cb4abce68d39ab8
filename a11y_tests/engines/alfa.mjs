// Siteimprove Alfa on pages that a browser has serialised: see alfa.py.

import { Audit, Outcome } from "@siteimprove/alfa-act";
import { Native as NativeDevice } from "@siteimprove/alfa-device/native";
import { Node } from "@siteimprove/alfa-dom";
import { Native } from "@siteimprove/alfa-dom/native";
import Rules, { alfaVersion } from "@siteimprove/alfa-rules";
import { Criterion } from "@siteimprove/alfa-wcag";
import { Page } from "@siteimprove/alfa-web";
import { serve } from "./lines.mjs";

const rules = [...Rules];
const nameOf = (rule) => rule.uri.split("/").pop();
const criteriaOf = (rule) => [...rule.requirements].filter(Criterion.isCriterion).map((one) => one.chapter);

// A target is a node, or a group of nodes that belong together.
function* nodesOf(target) {
  if (Node.isNode(target)) yield target;
  else if (target?.[Symbol.iterator]) for (const one of target) yield* nodesOf(one);
}

function reasonsOf(outcome) {
  if (Outcome.isCantTell(outcome)) return [outcome.diagnostic.message];
  if (!Outcome.isFailed(outcome)) return [];
  return [...outcome.expectations].flatMap(([, result]) => (result.isErr() ? [result.getErrUnsafe().message] : []));
}

function told(outcome) {
  return {
    rule: nameOf(outcome.rule),
    outcome: outcome.outcome,
    paths: [...nodesOf(outcome.target)].map((node) => node.path(Node.composedNested)),
    reasons: reasonsOf(outcome),
  };
}

async function audit({ page }) {
  const outcomes = [...(await Audit.of(Page.from(page).getUnsafe(), rules).evaluate())];
  return { outcomes: outcomes.filter((one) => Outcome.isApplicable(one)).map(told), evaluated: outcomes.length };
}

const criteria = Object.fromEntries(rules.map((rule) => [nameOf(rule), criteriaOf(rule)]));
const library = `const readPage = ${Native.fromNode}; const readDevice = ${NativeDevice.fromWindow};`;
await serve({ version: alfaVersion, criteria, library }, audit);
