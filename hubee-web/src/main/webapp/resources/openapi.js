// Shows the contract. A file of its own: the pages allow no script inside them.
"use strict";

const dark = window.matchMedia("(prefers-color-scheme: dark)");
const followTheme = () => document.documentElement.classList.toggle("dark-mode", dark.matches);
dark.addEventListener("change", followTheme);
followTheme();

const referential = new URLSearchParams(location.search).get("contract") === "referential";

SwaggerUIBundle({
  url: referential ? "openapi/referential" : "openapi",
  dom_id: "#contract",
  deepLinking: true,
  defaultModelsExpandDepth: 0,
  displayRequestDuration: true,
  validatorUrl: null,
});
