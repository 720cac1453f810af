// Walks through a page with the Tab key and checks that everything that can be
// used is reached, seen, and not hidden behind something else.

// walk presses Tab until the focus leaves the page, and resolves to how many
// stops it made and what was wrong.
export async function walk(page) {
  const targets = await page.evaluate(watch);
  for (let press = 0; press < targets + 5; press++) await page.keyboard.press("Tab");
  return page.evaluate(verdict);
}

// watch runs in the page. It notes each element that gets the focus, and
// returns how many should.
function watch() {
  // Of radio buttons that belong together Tab reaches one, arrow keys the others.
  const first = (e) => e.type !== "radio" || document.querySelector(`input[name="${e.name}"]`) === e;
  const usable = [...document.querySelectorAll('a[href], button, input, select, textarea, summary, [tabindex="0"]')].filter((e) => e.checkVisibility() && !e.disabled && first(e));
  window.keyboardWalk = { usable, reached: new Set(), problems: [] };
  // seen says what is wrong with how the focus shows, or nothing.
  const seen = (e) => {
    const style = getComputedStyle(e);
    if (style.outlineStyle === "none" || parseFloat(style.outlineWidth) < 2) return "its focus does not show";
    const box = e.getClientRects()[0];
    if (!box) return "has no place on the page";
    const x = Math.min(Math.max(box.left + box.width / 2, 1), innerWidth - 1);
    const y = Math.min(Math.max(box.top + Math.min(box.height, 20) / 2, 1), innerHeight - 1);
    const top = document.elementFromPoint(x, y);
    if (box.bottom < 0 || box.top > innerHeight) return "is not scrolled into view";
    return top && (e.contains(top) || top.contains(e)) ? "" : "is hidden behind something";
  };
  document.addEventListener("focusin", ({ target }) => {
    if (window.keyboardWalk.reached.has(target)) return;
    window.keyboardWalk.reached.add(target);
    const wrong = seen(target);
    if (wrong) window.keyboardWalk.problems.push(`${target.outerHTML.slice(0, 90)} ${wrong}`);
  });
  return usable.length;
}

// verdict runs in the page, after the walk.
function verdict() {
  const { usable, reached, problems } = window.keyboardWalk;
  const missed = usable.filter((e) => !reached.has(e));
  if (missed.length > 0) problems.push(`${missed.length} of ${usable.length} are not reached, first ${missed[0].outerHTML.slice(0, 90)}`);
  return { stops: reached.size, problems: problems.slice(0, 5) };
}
