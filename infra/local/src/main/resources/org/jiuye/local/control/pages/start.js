// The start page: shows what runs, keeps it fresh, and moves what can be moved.

import { ROLES, askToken, call, samplePeople, showPeople, staff } from "/_local/assets/people.js";
import { speak, spoken, text } from "/_local/assets/texts.js";

const REFRESH_MILLISECONDS = 2000;
const COUNTY = "Asia/Shanghai";
const COUNTY_OFFSET = "+08:00";
const HOUR = 3_600_000;

const element = (id) => document.getElementById(id);

let state = null;
let ahead = 0; // how far the county's clock is before this browser's, in milliseconds
let issued = null;
let label = "";

// ---------------------------------------------------------------- small pieces
function cell(content, { name, className } = {}) {
  const td = document.createElement("td");
  td.append(...[content].flat());
  if (name) td.dataset.label = name;
  if (className) td.className = className;
  return td;
}

function span(content, className) {
  const made = document.createElement("span");
  made.textContent = content;
  made.className = className;
  return made;
}

function code(content) {
  const made = document.createElement("code");
  made.textContent = content;
  return made;
}

/** Redraws only rows that changed, so that the keyboard's focus stays where it is. */
function rows(id, items, draw) {
  const body = element(id);
  const before = new Map([...body.children].map((row) => [row.dataset.drawn, row]));
  const now = items.map((item) => {
    const drawn = spoken() + JSON.stringify(item);
    const kept = before.get(drawn);
    if (kept) return kept;
    const row = document.createElement("tr");
    row.dataset.drawn = drawn;
    row.append(...draw(item));
    return row;
  });
  if (now.length === 0) {
    const row = document.createElement("tr");
    const nothing = cell(text("nothing"));
    nothing.colSpan = 9;
    row.append(nothing);
    now.push(row);
  }
  const same = now.length === body.children.length && now.every((row, i) => row === body.children[i]);
  if (!same) body.replaceChildren(...now);
}

function inCounty(instant, style) {
  return new Intl.DateTimeFormat(spoken(), { timeZone: COUNTY, hourCycle: "h23", ...style }).format(
    instant,
  );
}

const countyTime = (instant) => inCounty(instant, { dateStyle: "medium", timeStyle: "short" });

/** What calls a function; its routes are listed on their own below. */
function callers(item) {
  const routes = item.triggers.filter((trigger) => /^([A-Z]+ \/|\$default$)/.test(trigger));
  const others = item.triggers.filter((trigger) => !routes.includes(trigger));
  const lines = others.map((trigger) => (trigger === "stream" ? text("stream") : trigger));
  if (routes.length > 0) lines.unshift(text("someRoutes", routes.length));
  return lines.join(", ");
}

function forInput(instant) {
  return new Date(instant + 8 * HOUR).toISOString().slice(0, 16);
}

function tell(id, message) {
  element(id).textContent = message ?? "";
  element(id).hidden = !message;
}

// ---------------------------------------------------------------- what runs
function show() {
  if (!state) return;
  element("functions-count").textContent = state.functions.length;
  element("routes-count").textContent = state.routes.length;
  rows("functions", state.functions, (item) => [
    cell(item.name),
    cell(span(text(item.state.toLowerCase()), item.state === "READY" ? "badge good" : "badge warn")),
    cell(callers(item), { name: text("calledBy") }),
    cell(`${item.timeoutSeconds} s`, { name: text("timeout"), className: "number" }),
  ]);
  rows("routes", state.routes, (item) => {
    const [method, path] = item.routeKey.split(" ");
    const route = code(path ?? "");
    route.prepend(span(method, "method"));
    return [
      cell(route),
      cell(span(item.function, "")),
      cell(span(text(item.public ? "public" : "guarded"), item.public ? "badge good" : "badge")),
    ];
  });
  rows("queues", state.queues, (item) => {
    const name = [span(item.name, "")];
    if (item.isDeadLetterQueue) {
      name.push(" ", span(text("deadLetters"), item.visible > 0 ? "badge warn" : "badge"));
    }
    return [
      cell(name),
      ...[["waiting", item.visible], ["inFlight", item.inFlight], ["delayed", item.delayed]].map(
        ([key, count]) =>
          cell(String(count), {
            name: text(key),
            className: count === 0 ? "number zero" : "number some",
          }),
      ),
    ];
  });
  rows("schedules", state.schedules, (item) => {
    const run = document.createElement("button");
    run.type = "button";
    run.textContent = text("runNow");
    run.addEventListener("click", () => runNow(item.name, run));
    return [
      cell([item.name, span(`${item.expression} · ${item.timeZone}`, "sub")]),
      cell(item.nextRun ? countyTime(new Date(item.nextRun)) : text("none"), { name: text("nextRun") }),
      cell(item.lastRun ? countyTime(new Date(item.lastRun)) : text("never"), { name: text("lastRun") }),
      cell(run, { className: "action" }),
    ];
  });
  showPeopleToBe();
  showClock();
}

async function runNow(name, button) {
  button.disabled = true;
  button.textContent = text("running");
  const outcome = element("run-outcome");
  try {
    const answer = await call("POST", `/_local/schedules/${encodeURIComponent(name)}/runs`);
    outcome.className = "outcome";
    tell("run-outcome", text("ran", name, JSON.stringify(answer.result)));
  } catch (problem) {
    outcome.className = "outcome bad";
    tell("run-outcome", problem.message);
  } finally {
    button.disabled = false;
    button.textContent = text("runNow");
    refresh();
  }
}

async function refresh() {
  try {
    const answer = await call("GET", "/_local/state");
    element("unreachable").hidden = true;
    state = answer;
    ahead = Date.parse(state.clock.now) - Date.now();
    show();
  } catch {
    element("unreachable").hidden = false;
  }
}

// ---------------------------------------------------------------- the clock
function showClock() {
  if (!state) return;
  const now = Date.now() + ahead;
  element("now").textContent = inCounty(now, { timeStyle: "medium" });
  element("today").textContent = inCounty(now, { dateStyle: "full" });
  element("now").dateTime = new Date(now).toISOString();
  element("now-note").textContent = state.clock.set
    ? text("clockSet", countyTime(Date.now()))
    : text("clockReal");
  element("clock-reset").disabled = !state.clock.set;
  if (document.activeElement !== element("clock-input") && !element("clock-input").dataset.touched) {
    element("clock-input").value = forInput(now);
  }
}

async function moveClock(now) {
  tell("clock-problem");
  try {
    await call("POST", "/_local/clock", { now });
    delete element("clock-input").dataset.touched;
  } catch (problem) {
    tell("clock-problem", problem.message);
  }
  refresh();
}

const countyText = (instant) => new Date(instant + 8 * HOUR).toISOString().slice(0, 19) + COUNTY_OFFSET;

element("clock-form").addEventListener("submit", (event) => {
  event.preventDefault();
  moveClock(`${element("clock-input").value}:00${COUNTY_OFFSET}`);
});
element("clock-input").addEventListener("input", () => {
  element("clock-input").dataset.touched = "yes";
});
element("clock-reset").addEventListener("click", () => moveClock(null));
for (const button of document.querySelectorAll("[data-hours]")) {
  button.addEventListener("click", () =>
    moveClock(countyText(Date.now() + ahead + Number(button.dataset.hours) * HOUR)),
  );
}

// ---------------------------------------------------------------- the token
let drawnPeople = "";

function showPeopleToBe() {
  const drawing = spoken() + JSON.stringify(state.caseworkers) + issued?.sub;
  if (drawing === drawnPeople) return;
  drawnPeople = drawing;
  showPeople(element("people"), samplePeople(state.caseworkers), issued?.sub, become);
  const everybody = staff(state.caseworkers);
  element("staff-row").hidden = everybody.length === 0;
  const chosen = element("staff").value;
  element("staff").replaceChildren(
    ...everybody.map((person, index) => {
      const { role, divisions } = person.request;
      return new Option(`${person.label} · ${text(role)} ${divisions ?? ""}`, String(index));
    }),
  );
  element("staff").value = chosen || "0";
  const role = element("token-role").value || "citizen";
  element("token-role").replaceChildren(...ROLES.map((name) => new Option(text(name), name)));
  element("token-role").value = role;
  showIssued();
}

async function become(person) {
  tell("token-problem");
  try {
    issued = await askToken(person.request);
    label = person.label;
  } catch (problem) {
    issued = null;
    tell("token-problem", problem.message);
  }
  showPeopleToBe();
  showIssued();
}

function showIssued() {
  element("issued").hidden = !issued;
  if (!issued) return;
  const until = countyTime(new Date(issued.expiresAt));
  element("issued-who").textContent =
    text("youAre", `${label} (${text(issued.role)})`, issued.personId, until) +
    (issued.divisions ? text("forDivisions", issued.divisions) : "");
  element("issued-token").value = issued.token;
}

async function copy(button, content) {
  try {
    await navigator.clipboard.writeText(content);
  } catch {
    // Without the clipboard's permission the token is at least selected.
    element("issued-token").select();
    return;
  }
  button.textContent = text("copied");
  setTimeout(() => (button.textContent = text(button.dataset.text)), 1500);
}

element("staff-token").addEventListener("click", () =>
  become(staff(state.caseworkers)[Number(element("staff").value)]),
);
element("token-form").addEventListener("submit", (event) => {
  event.preventDefault();
  const sub = element("token-sub").value.trim();
  const divisions = element("token-divisions").value.trim() || undefined;
  become({ label: sub, request: { sub, role: element("token-role").value, divisions } });
});
element("copy-token").addEventListener("click", (event) => copy(event.target, issued.token));
element("copy-header").addEventListener("click", (event) =>
  copy(event.target, `Authorization: Bearer ${issued.token}`),
);

// ---------------------------------------------------------------- running
speak(element("language"), show);
refresh();
setInterval(showClock, 1000);
setInterval(() => document.hidden || refresh(), REFRESH_MILLISECONDS);
