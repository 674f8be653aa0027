// The page of an address is renewed when something happens that is announced there: the server answers then, or after half a minute.
async function follow() {
  const { announces } = document.getElementById("refresh-form").dataset;
  const asks = { headers: { "X-HubEE-Refresh": "1" } };
  const answer = document.hidden ? null : await fetch(announces, asks).catch(() => null);
  if (!answer?.redirected && ![401, 403, 404].includes(answer?.status)) {
    answer?.ok && (document.getElementById("now").dataset.followed = ""); // for its p:poll
    setTimeout(follow, answer?.ok ? 1000 : 10000);
  }
}

addEventListener("load", follow);
