// One key for right, one for wrong, one for later: off until somebody switches them
// on, and never while typing. The switch is remembered.
const keys = document.getElementById("keys");
if (keys) {
  keys.checked = localStorage.getItem("keys") === "on";
  keys.addEventListener("change", () => localStorage.setItem("keys", keys.checked ? "on" : "off"));
  document.addEventListener("keydown", (e) => {
    const typing = /^(INPUT|TEXTAREA|SELECT)$/.test(e.target.tagName) && e.target !== keys;
    if (!keys.checked || typing || e.repeat || e.ctrlKey || e.metaKey || e.altKey) return;
    const pressed = { r: ".next .right", w: ".next .wrong", l: "#later" }[e.key];
    const it = pressed && document.querySelector(pressed);
    if (it) { e.preventDefault(); it.click(); }
  });
}
