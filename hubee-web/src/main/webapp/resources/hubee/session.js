// Warns two minutes before the session ends; one click prolongs it, from any tab.
{
  const sessionWarning = document.getElementById("session-warning");
  const person = document.getElementById("person").dataset;
  const WARNED = 120;

  async function ask(method) {
    try {
      const answer = await fetch("/session", {
        method,
        headers: { "X-HubEE-Refresh": "1", "X-HubEE-Token": person.token },
      });
      return answer.ok ? Number(await answer.text()) : NaN;
    } catch {
      return NaN; // the network is away: the next time
    }
  }

  let next;

  async function look(method = "GET") {
    clearTimeout(next);
    const left = await ask(method);
    if (left > WARNED) {
      PF("session-warning").hide();
    } else if (left >= 0) {
      sessionWarning.querySelector(".ending").hidden = left === 0;
      sessionWarning.querySelector(".ended").hidden = left > 0;
      PF("session-warning").show();
      if (left === 0) {
        return;
      }
    }
    const wait = left > WARNED ? Math.min(left - WARNED, 300) : Math.max(1, Math.min(left || 30, 10));
    next = setTimeout(() => look(), wait * 1000);
  }

  sessionWarning.querySelector("[data-extends]").addEventListener("click", () => look("POST"));
  sessionWarning.querySelector("a").addEventListener("click", (event) => {
    event.preventDefault();
    location.assign(location.pathname + location.search); // by way of the sign-in page, back to this one
  });
  document.addEventListener("visibilitychange", () => document.hidden || look());
  next = setTimeout(() => look(), Math.max(1, Number(person.idle) - WARNED) * 1000);
}
