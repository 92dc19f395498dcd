// A real mail server process for a window's journey: implicit TLS with a certificate made on the spot, and log-in.

import { execFileSync, spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";

const SCRIPT = join(dirname(fileURLToPath(import.meta.url)), "../smtp/server.mjs");
const USER = "desk@lingqiao.example.com";
const PATIENCE_MS = 30_000;

/** The server; it ends with the test. */
export class MailServer {
  static async start() {
    const server = new MailServer();
    server.certificate = certificate();
    const options = { secure: true, key: server.certificate.key, cert: server.certificate.chain, user: USER, pass: "secret" };
    server.child = spawn("node", [SCRIPT, JSON.stringify(options)], { stdio: ["pipe", "pipe", "inherit"] });
    server.heard = [];
    createInterface({ input: server.child.stdout }).on("line", (line) => server.heard.push(JSON.parse(line)));
    server.port = (await server.wait((line) => line.event === "listening")).port;
    return server;
  }

  /** The mail account that reaches it. */
  account() {
    return {
      provider: "", host: "localhost", port: this.port, security: "Tls", user: USER, from_address: USER,
      from_name: "岭桥智能设备", trusted_pem: this.certificate.authority, per_minute: 600,
    };
  }

  /** From now on there is trouble at these points; see ../smtp/server.mjs. */
  trouble(at) {
    this.child.stdin.write(`${JSON.stringify({ at })}\n`);
  }

  /** The first letter it kept. */
  mail() {
    return this.wait((line) => line.event === "mail");
  }

  async wait(wanted) {
    for (const end = Date.now() + PATIENCE_MS; Date.now() < end; ) {
      const found = this.heard.find(wanted);
      if (found) return found;
      await new Promise((done) => setTimeout(done, 50));
    }
    throw new Error(`the mail server only told: ${JSON.stringify(this.heard).slice(0, 2000)}`);
  }

  stop() {
    this.child.kill();
  }
}

/** A certificate for localhost and the authority that signed it; nothing secret is kept in the repository. */
function certificate() {
  const place = mkdtempSync(join(tmpdir(), "chengdan-certificate-"));
  const openssl = (...words) => execFileSync("openssl", words, { cwd: place, stdio: "ignore" });
  const curve = ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes"];
  openssl("req", "-x509", ...curve, "-days", "2", "-subj", "/CN=Test authority", "-keyout", "ca.key", "-out", "ca.pem");
  openssl("req", "-new", ...curve, "-subj", "/CN=localhost", "-keyout", "leaf.key", "-out", "leaf.csr");
  writeFileSync(join(place, "leaf.ext"), "subjectAltName=DNS:localhost,IP:127.0.0.1\nbasicConstraints=critical,CA:FALSE\n");
  openssl("x509", "-req", "-in", "leaf.csr", "-CA", "ca.pem", "-CAkey", "ca.key", "-CAcreateserial", "-days", "2", "-extfile", "leaf.ext", "-out", "leaf.pem");
  const read = (name) => readFileSync(join(place, name), "utf8");
  const made = { key: read("leaf.key"), chain: read("leaf.pem"), authority: read("ca.pem") };
  rmSync(place, { recursive: true });
  return made;
}
