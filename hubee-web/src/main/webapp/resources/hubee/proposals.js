// Fields with proposals: what PrimeFaces would say in English, and the Enter key.
PrimeFaces.locales.fr = {
  ...PrimeFaces.locales.fr,
  searchMessage: "Propositions : {0}",
  aria: { ...PrimeFaces.locales.fr?.aria, listLabel: "Propositions" },
};

// Whether an arrow key stands on a proposal; the mouse may just lie on one.
function isOnProposal(field) {
  const proposal = document.getElementById(field.getAttribute("aria-activedescendant"));
  return field.ariaExpanded === "true" && proposal?.classList.contains("ui-state-highlight");
}

// Otherwise the Enter key sends what is typed: PrimeFaces would only close its list, or swallow the key while it asks.
document.addEventListener(
  "keydown",
  (event) => {
    if (event.key === "Enter" && event.target.matches("[role=combobox]") && !isOnProposal(event.target)) {
      event.stopPropagation();
    }
  },
  true,
);
