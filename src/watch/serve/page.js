// Asks for a state newer than the one that is shown, which is answered when there is one, and puts it in place.
"use strict";

const element = (id) => document.getElementById(id);
const make = (name, properties, ...children) => {
  const made = Object.assign(document.createElement(name), properties);
  made.append(...children);
  return made;
};

let version = -1;
let pagesRun = -1;
let open = null; // the message whose source is shown

// ---- pages

const PIXELS_A_POINT = 96 / 72;

function makePage(state, index) {
  const { width, height } = state.pages[index];
  const image = make("img", {
    alt: `Page ${index + 1} of ${state.pages.length}`,
    width: Math.round(width * PIXELS_A_POINT),
    height: Math.round(height * PIXELS_A_POINT),
  });
  image.src = `pages/${state.pagesRun}-${index}.svg`;
  return image;
}

function isInView(image) {
  const page = image.getBoundingClientRect(), frame = element("pages").getBoundingClientRect();
  return page.bottom > frame.top && page.top < frame.bottom;
}

// A page takes the place of the one before when it can be drawn, so that nothing flashes; those that are not in view,
// when they come into view. The frame keeps its scroll, since no page leaves before another one of its size is there.
async function showPages(state) {
  const frame = element("pages");
  if (state.pagesRun === pagesRun) return;
  pagesRun = state.pagesRun;
  const older = [...frame.children];
  const newer = state.pages.map((_, index) => makePage(state, index));
  await Promise.all(newer.map((image, index) => {
    if (index < older.length ? isInView(older[index]) : index === 0) return image.decode().catch(() => {});
    image.loading = "lazy";
    return null;
  }));
  const { scrollTop, scrollLeft } = frame;
  newer.forEach((image, index) => older[index] ? older[index].replaceWith(image) : frame.append(image));
  older.slice(newer.length).forEach((image) => image.remove());
  frame.scrollTo(scrollLeft, scrollTop);
}

// ---- messages

const place = (said) => (said.file ?? "hspdf") + (said.line ? `:${said.line}:${said.column}` : "");

function showMessages(state) {
  element("messages").replaceChildren(...state.diagnostics.map((message) => {
    const { said, source } = message;
    const head = source < 0 ? make("span", { textContent: place(said) })
      : make("button", { type: "button", textContent: place(said), onclick: () => showSource(state, message) });
    const item = make("li", { className: said.severity }, head,
      make("p", {}, `${said.severity}: ${said.message} `, make("span", { className: "code", textContent: said.code })));
    if (said.hint) item.append(make("p", { className: "hint", textContent: said.hint }));
    return item;
  }));
}

function makeLine(text, number, said) {
  const line = make("span", {});
  if (number !== said.line) {
    line.textContent = text;
    return line;
  }
  const letters = Array.from(text), at = said.column - 1;
  line.className = "at";
  line.append(letters.slice(0, at).join(""), make("mark", { textContent: letters[at] ?? " " }),
    letters.slice(at + 1).join(""));
  return line;
}

async function showSource(state, message) {
  const answer = await fetch(`sources/${state.run}-${message.source}.txt`);
  if (!answer.ok) return;
  const text = await answer.text();
  open = message;
  element("source-name").textContent = place(message.said);
  element("source-lines").replaceChildren(
    ...text.split("\n").map((line, index) => makeLine(line, index + 1, message.said)));
  element("source").hidden = false;
  element("source-lines").querySelector(".at")?.scrollIntoView({ block: "center" });
}

function closeSource() {
  open = null;
  element("source").hidden = true;
}

// What is open stays open as long as the same is said of the same file.
function keepSource(state) {
  const same = open && state.diagnostics.find(({ said, source }) => source >= 0 &&
    said.file === open.said.file && said.code === open.said.code && said.message === open.said.message);
  if (same) showSource(state, same);
  else if (open) closeSource();
}

// ---- the whole

function statusText(state) {
  const pages = `${state.pages.length} ${state.pages.length === 1 ? "page" : "pages"}`;
  if (state.lost) return `Not written: the process that compiled ${state.lost}`;
  if (state.status !== 0) return "Not written: the file is as it was";
  return state.diagnostics.length ? `${pages}, ${state.diagnostics.length} to look at` : pages;
}

async function show(state) {
  document.title = element("title").textContent = state.title;
  document.body.className = state.lost || state.status !== 0 ? "failed" : "";
  element("status").textContent = statusText(state);
  showMessages(state);
  keepSource(state);
  await showPages(state);
  document.body.dataset.version = state.version;
}

async function follow() {
  for (;;) {
    try {
      const answer = await fetch(`state?after=${version}`);
      if (!answer.ok) throw new Error(answer.statusText);
      const state = await answer.json();
      if (state.version !== version || document.body.className === "ended") await show(state);
      version = state.version;
    } catch {
      document.body.className = "ended";
      element("status").textContent = "hspdf watch has ended";
      await new Promise((resolve) => setTimeout(resolve, 1000));
    }
  }
}

element("source-close").onclick = closeSource;
follow();
