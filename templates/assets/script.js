// Search, filtering of long lists and copying of links. Every page is whole
// without this file.
"use strict";
(function () {
  function make(name, attributes, text) {
    var e = document.createElement(name);
    for (var k in attributes) e.setAttribute(k, attributes[k]);
    if (text) e.textContent = text;
    return e;
  }

  // Letters without accents, in lower case.
  function plain(s) {
    return s.toLowerCase().normalize("NFD").replace(/[\u0300-\u036f]/g, "");
  }

  function field(label, id, on) {
    var form = make("form", { role: "search" });
    form.append(make("label", { for: id }, label));
    var input = form.appendChild(make("input", { id: id, type: "search", autocomplete: "off" }));
    input.addEventListener("input", function () { on(input.value); });
    form.addEventListener("submit", function (e) { e.preventDefault(); on(input.value); });
    return form;
  }

  function search(box) {
    var rows = (window.parallax || []).map(function (r) { return { row: r, text: plain(r.join(" ")) }; });
    var status = make("p", { role: "status", class: "note" });
    var list = make("ol", { class: "results" });
    box.append(field(box.dataset.label, "q", function (query) {
      var words = plain(query).split(/\s+/).filter(Boolean);
      var found = words.length ? rows.filter(function (r) {
        return words.every(function (w) { return r.text.includes(w); });
      }) : [];
      status.textContent = !words.length ? "" : found.length ? found.length + " " + box.dataset.found : box.dataset.none;
      list.replaceChildren.apply(list, found.slice(0, 50).map(function (r) {
        var item = make("li", {});
        item.append(make("a", { href: r.row[1] }, r.row[0]), " ", make("span", { class: "note" }, r.row[2]));
        return item;
      }));
    }), status, list);
  }

  // A list of more than 30 lines gets a field that narrows it.
  function filter(list) {
    if (list.children.length < 30) return;
    var label = list.dataset.filter;
    list.before(field(label, "filter", function (query) {
      var wanted = plain(query);
      for (var i = 0; i < list.children.length; i++) {
        list.children[i].hidden = !plain(list.children[i].textContent).includes(wanted);
      }
    }));
  }

  // Each section can be pointed at: its heading gets a button that copies the
  // link. Without a clipboard, as on file://, there is no button.
  function copyLinks(label) {
    if (!label || !navigator.clipboard) return;
    document.querySelectorAll("section[id] > h2").forEach(function (h) {
      var button = make("button", { type: "button", "aria-label": label + ": " + h.textContent }, "#");
      button.addEventListener("click", function () {
        navigator.clipboard.writeText(location.href.split("#")[0] + "#" + h.parentNode.id);
      });
      h.setAttribute("aria-label", h.textContent); // a list of headings does not read the button out
      h.append(" ", button);
    });
  }

  // What an address points at is shown, though it be folded; browsers of some
  // age leave it shut.
  function unfold() {
    var e = document.getElementById(location.hash.slice(1));
    for (var found = e; e; e = e.parentElement) if (e.localName === "details") e.open = true;
    if (found) found.scrollIntoView();
  }

  var box = document.getElementById("search");
  if (box) search(box);
  if (location.hash) unfold();
  window.addEventListener("hashchange", unfold);
  document.querySelectorAll("[data-filter]").forEach(filter);
  copyLinks(document.body.dataset.copy);
})();
