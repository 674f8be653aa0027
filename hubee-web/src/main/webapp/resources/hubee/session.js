// Warns two minutes before the session ends; one click prolongs it, from any tab.
{
  const WARNED = 120;
  const warning = document.getElementById("session-warning");
  const { token, idle } = document.getElementById("person").dataset;
  let next = setTimeout(look, 1000 * Math.max(1, idle - WARNED));

  async function look(method) {
    clearTimeout(next);
    const answer = await fetch("/session", { method, headers: { "X-HubEE-Refresh": "1", "X-HubEE-Token": token } }).catch(() => null);
    const left = answer?.ok ? Number(await answer.text()) : NaN; // the network is away: the next time
    if (left >= 0) {
      warning.querySelector(".ending").hidden = left === 0;
      warning.querySelector(".ended").hidden = left > 0;
      PF("session-warning")[left > WARNED ? "hide" : "show"]();
    }
    next = left !== 0 && setTimeout(look, 1000 * (left > WARNED ? Math.min(left - WARNED, 300) : 10));
  }

  warning.querySelector("[data-extends]").addEventListener("click", () => look("POST"));
  warning.querySelector("a").addEventListener("click", (event) => {
    event.preventDefault();
    location.assign(location.pathname + location.search); // by way of the sign-in page, back to this one
  });
  document.addEventListener("visibilitychange", () => document.hidden || look());
}
