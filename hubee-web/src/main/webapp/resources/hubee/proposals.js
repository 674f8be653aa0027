Object.assign(PrimeFaces.locales.fr.aria, { listLabel: "Propositions" }); // its French has none

// The Enter key sends what is typed, unless an arrow key stands on a proposal: PrimeFaces would only close its list, or swallow the key
// while it asks. The mouse may just lie on a proposal.
document.addEventListener(
  "keydown",
  (event) => {
    const { key, target } = event;
    const proposal = document.getElementById(target.getAttribute("aria-activedescendant"));
    const chooses = target.getAttribute("aria-expanded") === "true" && proposal?.matches(".ui-state-highlight");
    key === "Enter" && target.matches("[role=combobox]") && !chooses && event.stopPropagation();
  },
  true,
);
