// Who one can be at a click, and how to become somebody.

import { localized, text } from "/_local/assets/texts.js";

export const ROLES = [
  "citizen",
  "employer",
  "institution",
  "bank",
  "warden",
  "villageWorker",
  "caseworker",
  "admin",
];

/** Calls the local cloud; a refusal is an Error that says why. */
export async function call(method, path, body) {
  const response = await fetch(path, {
    method,
    headers: body === undefined ? {} : { "content-type": "application/json" },
    body: body === undefined ? undefined : JSON.stringify(body),
  });
  const answer = await response.json();
  if (!response.ok) {
    throw new Error(answer.detail ?? answer.message ?? response.statusText);
  }
  return answer;
}

/** The county's staff from its seeds, as token requests with a label. */
export function staff(caseworkers) {
  return caseworkers.map((person) => ({
    label: localized(person.name) || person.personId,
    request: {
      sub: `account-${person.personId}`,
      role: person.role,
      divisions: (person.divisions ?? []).join(" ") || undefined,
      personId: person.personId,
    },
  }));
}

/** The people that most visitors want to be: citizens, the first of each kind of staff, an administrator. */
export function samplePeople(caseworkers) {
  const everybody = staff(caseworkers);
  const firsts = ["caseworker", "warden", "villageWorker"].flatMap((role) => {
    const first = everybody.find((person) => person.request.role === role);
    return first ? [first] : [];
  });
  const stand = ["caseworker", "warden"]
    .filter((role) => !firsts.some((person) => person.request.role === role))
    .map((role) => ({ label: text(role), request: { sub: `sample-${role}`, role } }));
  return [
    { label: `${text("citizen")} 1`, request: { sub: "sample-citizen-1", role: "citizen" } },
    { label: `${text("citizen")} 2`, request: { sub: "sample-citizen-2", role: "citizen" } },
    ...firsts,
    ...stand,
    { label: text("admin"), request: { sub: "sample-admin", role: "admin" } },
  ];
}

/** Fills an element with a button for each person. */
export function showPeople(element, people, chosenSub, onChoose) {
  element.replaceChildren(
    ...people.map((person) => {
      const button = document.createElement("button");
      button.type = "button";
      button.append(person.label);
      const role = text(person.request.role);
      if (!person.label.startsWith(role)) {
        const note = document.createElement("small");
        note.textContent = role;
        button.append(note);
      }
      button.setAttribute("aria-pressed", String(person.request.sub === chosenSub));
      button.addEventListener("click", () => onChoose(person));
      return button;
    }),
  );
}

export function askToken(request) {
  return call("POST", "/_local/tokens", request);
}
