// A real mail server for tests: TLS or STARTTLS, log-in, and trouble at any stage on demand.
//
// Started with one JSON argument { key, cert, secure, hideStartTls, user, pass, at }. `at` maps a point to what
// happens there: { "RCPT": { "do": "say", "say": [550, "5.1.1 no such user"] } }, { "do": "drop" }, { "do": "pause" },
// or { "do": "inject", "text": "250 …\r\n" }, which sends more with the next answer, as somebody on the way could
// before the encryption; with "times" only so often. Points: CONNECT GREETING EHLO STARTTLS AUTH MAIL RCPT DATA BODY
// (received, before the 250) ACCEPTED (after the 250). `rcpt` gives RCPT answers by address instead.
// It prints JSON lines: { event: "listening", port }, { event: "point", point }, { event: "mail", … } and takes JSON
// lines on standard input: { at } and { rcpt } replace the trouble, { go: true } lets everything that pauses go on;
// each is answered by { event: "ordered", order }.
import { createInterface } from 'node:readline';

import { simpleParser } from 'mailparser';
import { SMTPServer } from 'smtp-server';
import { SMTPConnection } from 'smtp-server/lib/smtp-connection.js';

const options = JSON.parse(process.argv[2] ?? '{}');
let { at = {}, rcpt = {} } = options;
const paused = [];
const tell = (line) => process.stdout.write(`${JSON.stringify(line)}\n`);
const connectionOf = (session) => [...server.connections].find((connection) => connection.id === session.id);

/** Comes to a point: goes on, waits, drops the line or says something else. */
function come(point, socket, say, goOn) {
  tell({ event: 'point', point });
  const trouble = at[point];
  if (!trouble || trouble.times === 0) return goOn();
  if (trouble.times) trouble.times -= 1;
  if (trouble.do === 'drop') return socket().destroy();
  if (trouble.do === 'inject') {
    const line = socket();
    const write = line.write.bind(line);
    line.write = (said, ...rest) => {
      line.write = write;
      return write(`${said}${trouble.text}`, ...rest);
    };
    return goOn();
  }
  // Whoever waited may be dead by then; a body that was received is kept all the same.
  if (trouble.do === 'pause') return paused.push(() => (point === 'BODY' || !socket()?.destroyed) && goOn());
  return say(...trouble.say);
}

for (const verb of ['EHLO', 'STARTTLS', 'AUTH', 'MAIL', 'RCPT', 'DATA']) {
  const name = `handler_${verb}`;
  const original = SMTPConnection.prototype[name];
  SMTPConnection.prototype[name] = function handle(command, callback) {
    const say = (code, text) => {
      this.send(code, text);
      callback();
    };
    const own = verb === 'RCPT' && Object.keys(rcpt).find((address) => command.toString().includes(`<${address}>`));
    if (own) return say(...rcpt[own]);
    return come(verb, () => this._socket, say, () => original.call(this, command, callback));
  };
}

const server = new SMTPServer({
  secure: options.secure,
  key: options.key,
  cert: options.cert,
  hideSTARTTLS: options.hideStartTls,
  disableReverseLookup: true,
  authOptional: false,
  authMethods: options.authMethods ?? ['PLAIN', 'LOGIN'],
  size: 20 * 1024 * 1024,
  onConnect(session, callback) {
    const refuse = (code, text) => callback(Object.assign(new Error(text), { responseCode: code }));
    come('GREETING', () => connectionOf(session)?._socket, refuse, callback);
  },
  onAuth({ method, username, password }, _session, callback) {
    tell({ event: 'auth', method, username });
    if (username === options.user && password === options.pass) return callback(null, { user: username });
    return callback(Object.assign(new Error('5.7.8 authentication failed'), { responseCode: 535 }));
  },
  onData(stream, session, callback) {
    const chunks = [];
    stream.on('data', (chunk) => chunks.push(chunk));
    stream.on('end', () => {
      const socket = () => connectionOf(session)?._socket;
      const refuse = (code, text) => callback(Object.assign(new Error(text), { responseCode: code }));
      come('BODY', socket, refuse, async () => {
        await keep(Buffer.concat(chunks), session);
        callback(null, '2.0.0 OK kept as 0042');
        setImmediate(() => come('ACCEPTED', () => ({ destroy: () => socket()?.end() }), () => {}, () => {}));
      });
    });
  },
});

/** Reads a letter with other eyes than ours and tells what stands in it. */
async function keep(raw, session) {
  const mail = await simpleParser(raw);
  const people = (field) => (field?.value ?? []).map(({ name, address }) => ({ name, address }));
  tell({
    event: 'mail',
    secure: session.secure,
    user: session.user,
    envelope: { from: session.envelope.mailFrom.address, to: session.envelope.rcptTo.map(({ address }) => address) },
    raw: raw.toString('latin1'),
    subject: mail.subject,
    from: people(mail.from),
    to: people(mail.to),
    cc: people(mail.cc),
    reply_to: people(mail.replyTo),
    message_id: mail.messageId,
    date: mail.date?.toISOString(),
    text: mail.text,
    html: mail.html,
    attachments: mail.attachments.map(({ filename, contentType, content }) => ({
      filename,
      type: contentType,
      base64: content.toString('base64'),
    })),
  });
}

server.on('error', (error) => tell({ event: 'error', said: error.message }));
server.server.prependListener('connection', (socket) => {
  come('CONNECT', () => socket, () => socket.destroy(), () => {});
});
server.listen(0, '127.0.0.1', () => tell({ event: 'listening', port: server.server.address().port }));

createInterface({ input: process.stdin })
  .on('line', (line) => {
    const order = JSON.parse(line);
    if (order.at) at = order.at;
    if (order.rcpt) rcpt = order.rcpt;
    if (order.go) paused.splice(0).forEach((goOn) => goOn());
    tell({ event: 'ordered', order: order.order });
  })
  .on('close', () => process.exit(0));
