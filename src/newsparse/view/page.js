(function () {
  "use strict";
  const root = document.documentElement, main = document.getElementById("article");
  const side = document.getElementById("who"), card = document.getElementById("card");
  const join = document.getElementById("join"), told = document.getElementById("told");
  const known = JSON.parse(document.getElementById("data").textContent);
  const narrow = window.matchMedia("(max-width: 44rem)");
  let parts = null, now = null, pinned = false, timer = 0, lit = [];

  function partsOf(id) {
    if (!parts) {
      parts = known.quotes.map(() => []);
      for (const el of main.querySelectorAll("[data-q]"))
        for (const n of el.dataset.q.split(" ")) parts[n].push(el);
    }
    return parts[id] || [];
  }

  /* By class and not by what is laid out: to ask that of a long article would lay out all of it. */
  function order() {
    return Array.from(main.querySelectorAll(".note"), (el) => +el.dataset.j).filter((id) => !hidden(id));
  }

  function hidden(id) {
    return root.classList.contains("hide-" + known.quotes[id].k);
  }

  function el(tag, text, name) {
    const made = document.createElement(tag);
    if (text) made.textContent = text;
    if (name) made.className = name;
    return made;
  }

  function button(text, label, act) {
    const made = el("button", text);
    made.type = "button";
    made.setAttribute("aria-label", label);
    made.addEventListener("click", act);
    return made;
  }

  /* Whom the pronouns in what is said stand for. */
  function within(els) {
    const found = els.filter((part) => part.dataset.p && !part.classList.contains("source"));
    return Array.from(new Set(found.map((part) => part.textContent + " → " + known.speakers[part.dataset.s].name)))
      .slice(0, 4).join("; ");
  }

  function fill(id, els) {
    const q = known.quotes[id], speaker = known.speakers[q.s];
    const top = el("div", "", "top"), list = el("dl"), why = el("p", "", "why");
    const kind = q.k === "attitude" ? q.act + ", " + q.f : q.f;
    top.append(el("span", (q.k === "attitude" ? "Attitude " : "Quote ") + q.n + " · " + kind));
    if (pinned || narrow.matches) top.append(
      button("‹", "Previous", () => step(-1)), button("›", "Next", () => step(1)), button("×", "Close", close));
    function row(label, text) { if (text) list.append(el("dt", label), el("dd", text)); }
    row("Source", q.src && q.name ? q.src + " → " + q.name : q.src);
    row("Within", within(els));
    row("Cue", q.cue);
    row("To", q.to && q.to_who && q.to_who !== q.to ? q.to + " → " + q.to_who : q.to);
    row("How", q.medium);
    row("Via", q.via);
    row("When", q.when);
    row("Note", q.flags);
    const sure = el("dd"), meter = el("span", "", "sure"), level = el("i");
    level.style.width = q.c + "%";
    meter.append(level);
    sure.append(meter, q.c + "%");
    list.append(el("dt", "Confidence"), sure);
    why.append(el("code", q.rule), known.rules[q.rule] || "");
    card.replaceChildren(top, el("p", q.who || (q.src ? "Left open" : "Unnamed"), "who"));
    if (speaker && speaker.about) card.append(el("p", speaker.about, "about"));
    card.append(list, why);
  }

  /* Beside the text, over the list, where there is one and nobody is at it; else below or above the words. */
  function place(rects, beside) {
    const list = side.getBoundingClientRect(), over = beside && list.left > main.getBoundingClientRect().right;
    card.hidden = false;
    card.style.width = over && !narrow.matches ? list.width + 38 + "px" : "";
    if (narrow.matches || !rects.length) return;
    const first = rects[0], last = rects[rects.length - 1], gap = 10;
    const wide = root.clientWidth, high = root.clientHeight;
    let left = Math.max(12, Math.min(first.left, wide - card.offsetWidth - 12)), top;
    if (over) {
      left = list.left - 19;
      top = Math.max(12, Math.min(first.top - 20, high - card.offsetHeight - 12));
    } else {
      const below = last.bottom + gap + card.offsetHeight < high || first.top - gap - card.offsetHeight < 0;
      top = below ? last.bottom + gap : first.top - gap - card.offsetHeight;
    }
    card.style.left = left + window.scrollX + "px";
    card.style.top = top + window.scrollY + "px";
  }

  /* From the source to the name: over their line, between two lines, or along the margin. */
  function thread(from, to, box) {
    const x1 = from.left + from.width / 2 - box.left, x2 = to.left + to.width / 2 - box.left;
    const y1 = from.top - box.top + 1, above = to.top < from.top - 4;
    const y2 = (above ? to.bottom + 4 : to.top - 4) - box.top, r = 6;
    if (Math.abs(to.top - from.top) <= 4)
      return [`M${x1} ${y1}C${x1} ${y1 - 24} ${x2} ${y2 - 24} ${x2} ${y2}`, x2, y2];
    if (above && from.top - to.bottom < from.height) {
      const mid = (y1 + y2) / 2, way = x2 < x1 ? -r : r;
      return [`M${x1} ${y1 + 2}Q${x1} ${mid} ${x1 + way} ${mid}H${x2 - way}Q${x2} ${mid} ${x2} ${y2}`, x2, y2];
    }
    const edge = -14, leave = y1 - 5, way = above ? -r : r;
    const out = `M${x1} ${y1 + 2}Q${x1} ${leave} ${x1 - r} ${leave}H${edge + r}Q${edge} ${leave} ${edge} ${leave + way}`;
    if (to.left - box.left < 40) {
      const mid = (to.top + to.bottom) / 2 - box.top, x = to.left - box.left - 4;
      return [`${out}V${mid - way}Q${edge} ${mid} ${edge + r} ${mid}H${x}`, x, mid];
    }
    const enter = above ? y2 + 5 : y2 - 5;
    return [`${out}V${enter - way}Q${edge} ${enter} ${edge + r} ${enter}H${x2 - r}Q${x2} ${enter} ${x2} ${y2}`, x2, y2];
  }

  function draw(start, source, kind) {
    const name = start === undefined ? null : main.querySelector('[data-a="' + start + '"]');
    if (!name || !source || !name.getClientRects().length) return;
    for (let part = name; part && part.dataset && part.dataset.s === name.dataset.s; part = part.nextElementSibling) {
      mark(part, "named");
      mark(part, "n-" + kind);
      if (part.nextSibling !== part.nextElementSibling) break;
    }
    const [path, x, y] = thread(source.getClientRects()[0], name.getClientRects()[0], main.getBoundingClientRect());
    mark(join, "shown");
    mark(join, "n-" + kind);
    join.firstElementChild.setAttribute("d", path);
    join.lastElementChild.setAttribute("cx", x);
    join.lastElementChild.setAttribute("cy", y);
  }

  function mark(element, name) {
    element.classList.add(name);
    lit.push([element, name]);
  }

  function dim() {
    for (const [element, name] of lit) element.classList.remove(name);
    lit = [];
    now = null;
  }

  function show(id, pin, at, listed, from) {
    clearTimeout(timer);
    if (!known.quotes[id] || (now === id && pinned === pin && !from)) return;
    dim();
    now = id;
    pinned = pin;
    const els = partsOf(id), row = document.getElementById("w" + id);
    for (const part of els) {
      mark(part, "on");
      if (+part.dataset.q.split(" ")[0] === id) mark(part, "own");
    }
    if (row) mark(row, "on");
    fill(id, els);
    place(at || spread(id, els), !listed);
    const q = known.quotes[id], source = els.find((part) => part.classList.contains("source") && part.getClientRects().length);
    if (from && from.dataset.p) draw(from.dataset.p, from, q.k);
    else draw(q.join, source, q.k);
    say();
  }

  /* To a screen reader: a region that was hidden is often not read out, so what is in the card is said apart from it. */
  function say() {
    if (pinned) told.textContent = Array.from(card.querySelectorAll(".who, .about, dt, dd"), (one) => one.textContent).join(", ");
  }

  /* A pronoun outside of all that is said: who it is, and the line to the name. */
  function tell(pronoun, pin) {
    clearTimeout(timer);
    if (now === pronoun && pinned === pin) return;
    const speaker = known.speakers[pronoun.dataset.s], top = el("div", "", "top");
    dim();
    now = pronoun;
    pinned = pin;
    mark(pronoun, "on");
    top.append(el("span", pronoun.textContent + " →"));
    if (pin || narrow.matches) top.append(button("×", "Close", close));
    card.replaceChildren(top, el("p", speaker.name, "who"));
    if (speaker.about) card.append(el("p", speaker.about, "about"));
    place(Array.from(pronoun.getClientRects()), true);
    draw(pronoun.dataset.p, pronoun, "plain");
    say();
  }

  function spread(id, els) {
    const note = document.getElementById("q" + id);
    const first = note ? els[els.indexOf(note.nextElementSibling)] || els[0] : els[0];
    return first ? Array.from(first.getClientRects()) : [];
  }

  function close() {
    clearTimeout(timer);
    const back = card.contains(document.activeElement) && document.getElementById("q" + now);
    dim();
    pinned = false;
    card.hidden = true;
    told.textContent = "";
    if (back) back.focus({ preventScroll: true });
  }

  function jump(id, listed) {
    const note = document.getElementById("q" + id);
    if (!note) return;
    note.scrollIntoView({ block: narrow.matches ? "start" : "center", behavior: "instant" });
    show(id, true, null, listed);
    note.focus({ preventScroll: true });
  }

  function step(by) {
    const all = order();
    if (!all.length) return;
    const at = all.indexOf(now);
    jump(all[at < 0 ? (by > 0 ? 0 : all.length - 1) : (at + by + all.length) % all.length]);
  }

  function under(target) {
    const found = target.closest("[data-q], .note");
    if (!found || !main.contains(found)) return null;
    const id = +(found.dataset.j || found.dataset.q.split(" ")[0]);
    return hidden(id) ? null : [id, found];
  }

  /* What the pointer is on: a pronoun, a quote or both. */
  function aim(target, pin) {
    const hit = under(target), pronoun = main.contains(target) ? target.closest("[data-p]") : null;
    if (hit) show(hit[0], pin, Array.from(hit[1].getClientRects()), false, pronoun);
    else if (pronoun) tell(pronoun, pin);
    return Boolean(hit || pronoun);
  }

  function toList(id) {
    const row = document.getElementById("w" + id), link = row && row.querySelector("a");
    if (!link) return;
    row.closest("details").open = true;
    link.scrollIntoView({ block: "nearest", behavior: "instant" });
    link.focus({ preventScroll: true });
  }

  main.addEventListener("mouseover", (event) => {
    const target = event.target;
    if (pinned || narrow.matches || !target.closest("[data-q], [data-p], .note")) return;
    clearTimeout(timer);
    timer = setTimeout(() => aim(target, false), 90);
  });
  main.addEventListener("mouseout", () => { if (!pinned && !narrow.matches) { clearTimeout(timer); timer = setTimeout(close, 220); } });
  card.addEventListener("mouseenter", () => clearTimeout(timer));
  card.addEventListener("mouseleave", () => { if (!pinned && !narrow.matches) timer = setTimeout(close, 220); });
  main.addEventListener("click", (event) => {
    const note = event.target.closest(".note");
    if (note) event.preventDefault();
    if (note && now === +note.dataset.j && pinned) toList(now);
    else if (aim(event.target, true)) event.preventDefault();
    else if (pinned && !String(window.getSelection())) close();
  });
  main.addEventListener("focusin", (event) => {
    const note = event.target.closest(".note");
    if (note && event.target.matches(":focus-visible")) show(+note.dataset.j, true);
  });
  /* In the list, a name lights all that its bearer says, and a saying lights itself. */
  side.addEventListener("mouseover", (event) => {
    const over = event.target.closest("[data-j], summary");
    if (now !== null || !over) return;
    dim();
    const links = over.dataset.j ? [over] : over.parentElement.querySelectorAll("[data-j]");
    for (const link of Array.from(links).slice(0, 200)) for (const part of partsOf(+link.dataset.j)) mark(part, "on");
  });
  side.addEventListener("mouseout", () => { if (now === null) dim(); });
  side.addEventListener("click", (event) => {
    const link = event.target.closest("[data-j]");
    if (!link) return;
    event.preventDefault();
    jump(+link.dataset.j, true);
  });
  for (const one of document.querySelectorAll(".switch"))
    one.addEventListener("click", () => {
      const hidden = root.classList.toggle("hide-" + one.dataset.t);
      one.setAttribute("aria-pressed", String(!hidden));
      close();
    });
  /* Who speaks to the machine, or whose screen reader has such keys itself, can turn ours off. */
  const keys = document.getElementById("keys");
  keys.addEventListener("click", () => keys.setAttribute("aria-pressed", String(keys.getAttribute("aria-pressed") !== "true")));
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "Escape") close();
    else if (keys.getAttribute("aria-pressed") !== "true") return;
    else if (event.key === "j") step(1);
    else if (event.key === "k") step(-1);
  });
  window.addEventListener("resize", () => { if (now !== null) { const id = now, pin = pinned; dim(); if (known.quotes[id]) show(id, pin); else close(); } });
  window.addEventListener("beforeprint", () => {
    close();
    for (const list of side.querySelectorAll("details")) list.open = true;
  });
  const asked = /^#q(\d+)$/.exec(location.hash);
  if (asked && known.quotes[+asked[1]]) jump(+asked[1]);
})();
