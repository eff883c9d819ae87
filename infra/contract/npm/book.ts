// Books a stall of a running suite with a client whose types come from the contract alone (openapi-typescript).
//   node book.js http://127.0.0.1:8080
import createClient from "openapi-fetch";
import type { components, paths } from "./openapi-typescript/schema.js";

declare const process: { argv: string[] };

type Problem = components["schemas"]["Problem"];

const suite = process.argv[2] ?? "http://127.0.0.1:8080";
const date = "2026-07-01";

async function control<Answer>(path: string, body: object): Promise<Answer> {
  const answer = await fetch(suite + path, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(body),
  });
  if (!answer.ok) {
    throw new Error(`${path} answers ${answer.status}: ${await answer.text()}`);
  }
  return (await answer.json()) as Answer;
}

function check(holds: boolean, what: string): asserts holds {
  if (!holds) {
    throw new Error(what);
  }
}

await control("/_local/clock", { now: `${date}T12:00:00+08:00` });
const { token } = await control<{ token: string }>("/_local/tokens", {
  sub: `typed-${Date.now()}`,
  role: "citizen",
});

const client = createClient<paths>({ baseUrl: suite, headers: { "accept-language": "en" } });
const signedIn = { authorization: `Bearer ${token}` };

const sites = await client.GET("/sites", { params: { query: { kind: "NIGHT_MARKET", limit: 100 } } });
const site = sites.data?.items.find((candidate) => candidate.siteId === "people-park");
check(site !== undefined, "people-park is no night market");

const booked = await client.POST("/stall-bookings", {
  params: { header: { "Idempotency-Key": crypto.randomUUID() } },
  headers: signedIn,
  body: { siteId: site.siteId, date, trade: "TOYS" },
});
check(booked.data !== undefined, `no stall: ${JSON.stringify(booked.error)}`);
check(booked.data.state === "CONFIRMED", `the booking is ${booked.data.state}`);

// A refusal is one of the problems of this operation, told apart by its code.
const again = await client.POST("/stall-bookings", {
  headers: signedIn,
  body: { siteId: site.siteId, date, trade: "TOYS" },
});
check(again.error !== undefined && "code" in again.error, "a second stall on one night");
const problem: Problem = again.error;
check(again.error.code === "one-stall-a-night", `refused as ${problem.code}`);

const bookings = await client.GET("/stall-bookings", { headers: signedIn });
check(bookings.data?.items.length === 1, "one booking is listed");

console.log(`booked ${booked.data.stallNo} at ${booked.data.siteName}`);
