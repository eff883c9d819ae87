// Listens on one port and leads what the contract describes to Prism's proxy, and what it does not (/_local) to the
// suite itself. Prints its address, and runs until it is stopped.
//   node front.mjs SUITE PRISM
import { createServer, request } from "node:http";

const [suite, prism] = process.argv.slice(2);

const server = createServer((incoming, outgoing) => {
  const target = new URL(incoming.url.startsWith("/_local/") ? suite : prism);
  const onward = request(
    { hostname: target.hostname, port: target.port, path: incoming.url, method: incoming.method, headers: incoming.headers },
    (answer) => {
      outgoing.writeHead(answer.statusCode, answer.headers);
      answer.pipe(outgoing);
    },
  );
  onward.on("error", (failure) => {
    outgoing.writeHead(502).end(String(failure));
  });
  incoming.pipe(onward);
});
server.listen(0, "127.0.0.1", () => console.log(`http://127.0.0.1:${server.address().port}`));
