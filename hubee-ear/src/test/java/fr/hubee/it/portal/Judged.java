package fr.hubee.it.portal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.openqa.selenium.JavascriptExecutor;

/**
 * The kinds of elements that were checked in this run, by any of its processes: a kind has a type, a place, a state, and a name or none. A
 * page, or a dialog on it, that consists of known kinds is not checked again.
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

    private static final Set<String> KINDS = new HashSet<>();

    /** Has the kinds of all processes of the run, which Maven names; the first that ends deletes it. */
    private static final Path OF_ALL = Path.of(System.getProperty("hubee.work"))
            .resolveSibling("judged-"
                    + System.getProperty("hubee.run", UUID.randomUUID().toString()));

    private Judged() {}

    /** Whether the page has a kind of element that no page had before. */
    static boolean isNew(JavascriptExecutor page) {
        try {
            if (Files.exists(OF_ALL)) {
                KINDS.addAll(Files.readAllLines(OF_ALL));
            }
            var unheard = ((List<?>) page.executeScript(MADE_OF))
                    .stream()
                            .map(kind -> UUID.nameUUIDFromBytes(kind.toString().getBytes(StandardCharsets.UTF_8))
                                    .toString())
                            .filter(KINDS::add)
                            .toList();
            Files.write(OF_ALL, unheard, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
            OF_ALL.toFile().deleteOnExit();
            return !unheard.isEmpty();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
