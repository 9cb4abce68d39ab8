// The approval app: keeps a key that cannot leave this device, looks for requests, and signs the answers. All words
// come from the portal. No service worker: an old copy of this page would be a risk.
const place = document.getElementById("app-state");
const pairing = place.innerHTML;
const title = document.title;
const EVERY = 3000;
const ALGORITHM = { name: "ECDSA", namedCurve: "P-256" };
const SIGN = { name: "ECDSA", hash: "SHA-256" };

// The device's clock may be wrong: time is counted from the portal's own.
let skew = Number(place.dataset.now) - Date.now();
let shown = "pair";
let devices = [];
let offline = false;

// One thing at a time: what the citizen does waits until a look is over, and is never lost.
let working = 0;
let turn = Promise.resolve();
function inTurn(work) {
  working += 1;
  turn = turn.then(work).then(() => { offline = false; }, lost).finally(() => { working -= 1; });
  return turn;
}

function lost() {
  if (!offline) say(place.dataset.offline);
  offline = true;
}

// The keys: IndexedDB keeps a CryptoKey as it is, and a key that is not extractable cannot be read by any script.
const request = (asked) => new Promise((done, failed) => {
  asked.onsuccess = () => done(asked.result);
  asked.onerror = () => failed(asked.error);
});

async function open() {
  const opening = indexedDB.open("approval_app", 1);
  opening.onupgradeneeded = () => opening.result.createObjectStore("devices", { keyPath: "device" });
  return request(opening);
}

async function store(mode, work) {
  const database = await open();
  try {
    return await request(work(database.transaction("devices", mode).objectStore("devices")));
  } finally {
    database.close();
  }
}

const load = async () => { devices = await store("readonly", (table) => table.getAll()); };

async function forget(device) {
  await store("readwrite", (table) => table.delete(device));
  await load();
}

const base64url = (buffer) => btoa(String.fromCharCode(...new Uint8Array(buffer)))
  .replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");

// Must be the same text as in app/factors/approval_app/signing.py.
async function sign(key, deed, ...parts) {
  const text = ["approval app 1", location.origin, deed, ...parts].join("\n");
  return base64url(await crypto.subtle.sign(SIGN, key, new TextEncoder().encode(text)));
}

async function send(address, fields) {
  const answer = await fetch(address, { method: "POST", credentials: "same-origin", body: new URLSearchParams(fields) });
  if (!answer.ok) throw new Error(String(answer.status));
  return answer.json();
}

function say(text) {
  const region = document.getElementById("status");
  region.textContent = "";
  setTimeout(() => { region.textContent = text; }, 100);
}

// Put a state into the page. Focus goes to its errors or heading where the citizen caused it, or where what had focus
// is gone; what comes by itself is told in the live region (`said`), once, and moves nothing.
function show(state, html, { focus = false, said = "" } = {}) {
  const within = place.contains(document.activeElement);
  place.innerHTML = html;
  place.hidden = false;
  shown = state;
  const heading = document.getElementById("app-heading");
  const summary = document.getElementById("error-summary");
  document.title = `${summary ? `${place.dataset.error} ` : ""}${heading.textContent} – ${title}`;
  if (focus || within) (summary ?? heading).focus();
  say(focus ? "" : said);
}

async function lookAs({ device, key }) {
  const time = String(Date.now() + skew);
  return send(place.dataset.look, { device, time, shown, signature: await sign(key, "look", device, time) });
}

// One look by every device that is connected here; a request comes before everything else.
async function look() {
  let idle = null;
  for (const one of devices) {
    const found = await lookAs(one);
    if (found.now) skew = found.now - Date.now();
    if (found.state === "request") return found;
    if (found.state === "unknown") await forget(one.device);
    if (found.state === "idle" || !idle) idle = found;
  }
  return idle;
}

const isRequest = () => Boolean(place.querySelector("[data-request]"));

function update(found, focus) {
  if (!devices.length) {
    show("pair", pairing, { focus });
    say(found?.said ?? "");
  } else if (found.state === "request" && found.html) {
    show(found.key, found.html, { focus, said: found.said });
  } else if (found.state === "idle" && (focus || shown === "pair" || isRequest())) {
    show("idle", found.html, { focus, said: isRequest() ? place.dataset.gone : found.said });
  }
}

async function refresh({ focus = false } = {}) {
  const found = await look();
  if (offline) say(place.dataset.online);
  update(found, focus);
}

function refreshByItself() {
  const wanted = devices.length && shown !== "adding" && document.visibilityState === "visible";
  if (wanted && !working) inTurn(refresh);
}

async function pair(form) {
  const { privateKey, publicKey } = await crypto.subtle.generateKey(ALGORITHM, false, ["sign", "verify"]);
  const point = base64url(await crypto.subtle.exportKey("raw", publicKey));
  const code = form.elements.code.value;
  const signature = await sign(privateKey, "pair", folded(code), point);
  const found = await send(place.dataset.pair, { code, public_key: point, signature });
  if (found.state === "paired") {
    await store("readwrite", (table) => table.put({ device: found.device, key: privateKey }));
    await load();
  }
  show(found.state === "error" ? shown : found.state, found.html, { focus: true });
}

// As in app/factors/approval_app/pairing.py.
function folded(code) {
  const alike = { B: "8", G: "6", S: "5", Z: "2" };
  return [...code.normalize("NFC").toUpperCase()].filter((sign) => /[\p{L}\p{N}]/u.test(sign))
    .map((sign) => alike[sign] ?? sign).join("");
}

// The signatures of every device are of its own key: the one that the request is for is the one that signs rightly.
async function answer(form, deed) {
  const id = form.dataset.request;
  const number = deed === "approve" ? form.elements.number.value.replaceAll(/[\s\u2011-]/gu, "") : "";
  for (const { device, key } of devices) {
    const time = String(Date.now() + skew);
    const found = await send(place.dataset.answer, {
      device, request: id, deed, number, time,
      signature: await sign(key, deed, device, id, number),
      look_signature: await sign(key, "look", device, time),
    });
    if (found.state === "gone" && device !== devices.at(-1).device) continue;
    show(found.state === "error" ? found.key : found.state, found.html, { focus: true });
    return;
  }
}

place.addEventListener("submit", (event) => {
  event.preventDefault();
  const form = event.target;
  const deed = event.submitter?.value || "approve";
  offline = false; // what is lost by a press is told at every press
  inTurn(() => (form.dataset.deed === "pair" ? pair(form) : answer(form, deed)));
});

async function forgetAll() {
  for (const { device } of devices) await forget(device);
  show("pair", pairing, { focus: true });
  say(place.dataset.forgotten);
}

place.addEventListener("click", (event) => {
  const wish = event.target.closest("[data-app]")?.dataset.app;
  if (wish === "look") inTurn(() => refresh({ focus: true }));
  else if (wish === "pair") show("adding", pairing, { focus: true });
  else if (wish === "forget") inTurn(forgetAll);
});

// The code from the link or picture stands after the #, which is never sent; it is taken out of the address at once.
function takeCode() {
  const code = decodeURIComponent(location.hash.slice(1));
  if (!code || code === "main") return;
  history.replaceState(null, "", location.pathname);
  if (devices.length) show("adding", pairing);
  document.getElementById("code").value = code;
}

async function start() {
  document.getElementById("app-no-script").hidden = true;
  try {
    if (!window.isSecureContext || !crypto.subtle) throw new Error("insecure");
    await load();
  } catch {
    document.getElementById("app-unsupported").hidden = false;
    return;
  }
  navigator.storage?.persist?.();
  if (!devices.length) place.hidden = false;
  takeCode();
  refreshByItself();
  setInterval(refreshByItself, EVERY);
  document.addEventListener("visibilitychange", refreshByItself);
}

start();
