// The API page: Swagger UI on /openapi.yaml, signed in as somebody at a click.

import { askToken, call, samplePeople, showPeople } from "/_local/assets/people.js";
import { speak, spoken, text } from "/_local/assets/texts.js";

const REMEMBERED = "jiuye.person";
const CONTRACT = "/openapi.yaml";

const element = (id) => document.getElementById(id);

let caseworkers = [];
let chosen = JSON.parse(sessionStorage.getItem(REMEMBERED) ?? "null");
let issued = null;
let ui = null;

function show() {
  showPeople(element("people"), samplePeople(caseworkers), issued?.sub, (person) => {
    chosen = person;
    signIn();
  });
  element("sign-out").hidden = !issued;
  element("who").textContent = issued
    ? text("signedIn", chosen.label, text(issued.role), issued.personId)
    : text("notSignedIn");
}

/** The names under which the contract speaks of tokens. */
function schemes() {
  const contract = ui.getSystem().specSelectors.specJson().toJS();
  return Object.keys(contract.components?.securitySchemes ?? {});
}

async function signIn() {
  try {
    issued = await askToken(chosen.request);
    sessionStorage.setItem(REMEMBERED, JSON.stringify(chosen));
    schemes().forEach((name) => ui.preauthorizeApiKey(name, issued.token));
    show();
  } catch (problem) {
    element("who").textContent = problem.message;
  }
}

function signOut() {
  issued = null;
  chosen = null;
  sessionStorage.removeItem(REMEMBERED);
  ui.getSystem().authActions.logout(schemes());
  show();
}

async function start() {
  speak(element("language"), show);
  const contract = await fetch(CONTRACT, { method: "HEAD" });
  if (!contract.ok) {
    element("no-contract").hidden = false;
    element("identity").hidden = true;
    return;
  }
  caseworkers = (await call("GET", "/_local/state")).caseworkers;
  ui = window.SwaggerUIBundle({
    url: CONTRACT,
    domNode: element("swagger"),
    deepLinking: true,
    displayRequestDuration: true,
    tryItOutEnabled: true,
    defaultModelsExpandDepth: 0,
    // Problems come in the language that the page speaks.
    requestInterceptor: (request) => {
      request.headers["Accept-Language"] ??= spoken();
      return request;
    },
    onComplete: () => (chosen ? signIn() : show()),
  });
}

element("sign-out").addEventListener("click", signOut);
start();
