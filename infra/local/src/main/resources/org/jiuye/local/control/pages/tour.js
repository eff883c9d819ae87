// The tour's page: shows each capability's tour.http, step by step.

import { call } from "/_local/assets/people.js";
import { speak, text } from "/_local/assets/texts.js";

const REFERENCE = /(\{\{.+?\}\})/;

const element = (id) => document.getElementById(id);

let tours = null;
let problem = "";

function made(tag, className, ...content) {
  const node = document.createElement(tag);
  node.className = className;
  node.append(...content);
  return node;
}

/** What stands in the file, which is in English whatever the page speaks. */
function inEnglish(tag, className, ...content) {
  const node = made(tag, className, ...content);
  node.lang = "en";
  return node;
}

/** A text in which references to values of earlier steps stand out. */
function marked(content) {
  return content
    .replaceAll("{{api}}", location.origin)
    .split(REFERENCE)
    .map((part) => (REFERENCE.test(part) ? made("span", "reference", part) : part));
}

function request({ method, url, headers, body }) {
  const lines = Object.entries(headers).map(([name, value]) => `\n${name}: ${value}`);
  const rest = lines.join("") + (body ? `\n\n${body}` : "");
  return made("pre", "", made("b", "", method), " ", ...marked(url + rest));
}

function step(item, number) {
  const heading = made(
    "h4",
    "",
    made("span", "number", String(number)),
    inEnglish("span", "", item.title),
  );
  const card = made("section", "step", heading);
  if (item.note) card.append(inEnglish("p", "note", item.note));
  card.append(request(item.request));
  if (item.expected.length > 0) {
    const expected = item.expected.join(", ");
    card.append(
      made("p", "expected", item.eventually ? text("expectedLater", expected) : text("expected", expected)),
    );
  }
  return card;
}

function tour({ capability, intro, steps }) {
  const section = made(
    "section",
    "tour",
    made("h2", "", capability),
    inEnglish("p", "intro", intro),
  );
  section.id = capability;
  let number = 0;
  for (const item of steps) {
    if (item.request) {
      section.append(step(item, ++number));
    } else {
      section.append(inEnglish("h3", "", item.title));
      if (item.note) section.append(inEnglish("p", "note", item.note));
    }
  }
  return section;
}

function show() {
  element("problem").textContent = problem || (tours?.length === 0 ? text("tourMissing") : "");
  element("problem").hidden = !element("problem").textContent;
  if (!tours) return;
  element("tours").replaceChildren(...tours.map(tour));
  element("contents").replaceChildren(
    ...tours.map(({ capability }) => {
      const link = made("a", "button", capability);
      link.href = `#${capability}`;
      return link;
    }),
  );
}

async function start() {
  speak(element("language"), show);
  try {
    tours = (await call("GET", "/_local/tours")).tours;
  } catch (refusal) {
    problem = refusal.message;
  }
  show();
  if (location.hash) document.getElementById(location.hash.slice(1))?.scrollIntoView();
}

start();
