package fr.hubee.it.portal;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.openqa.selenium.JavascriptExecutor;

/**
 * The kinds of elements that were checked in this run: a kind has a type, a place, a state, and a name or none. A page, or a dialog on it,
 * that consists of known kinds is not checked again.
 */
final class Judged {
    private static final String MADE_OF = """
            const named = (each) => each.labels?.length > 0 || each.textContent.trim() || each.querySelector("[alt]")
              || ["aria-label", "aria-labelledby", "alt", "title"].some((name) => each.getAttribute(name));
            const state = (each) => ["class", "role", "type", "lang", "aria-current", "aria-invalid", "aria-sort", "aria-selected", "style"]
                .map((name) => each.getAttribute(name) ?? "").join("|")
              + ["open", "hidden", "disabled", "readonly", "aria-describedby", "tabindex", "href", "colspan"]
                .filter((name) => each.hasAttribute(name)) + (each.checked ? "checked" : "") + (named(each) ? "" : "?");
            const kinds = new Map([[document.body, document.documentElement.className]]);
            for (const each of document.body.querySelectorAll("*")) {
              kinds.set(each, `${kinds.get(each.parentElement)} ${each.localName}[${state(each)}]`);
            }
            return [...new Set(kinds.values())];
            """;

    private static final Set<Object> KINDS = new HashSet<>();

    private Judged() {}

    /** Whether the page has a kind of element that no page had before. */
    static boolean isNew(JavascriptExecutor page) {
        return KINDS.addAll((List<?>) page.executeScript(MADE_OF));
    }
}
