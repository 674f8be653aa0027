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
            window.kinds = kinds;
            return [...new Set(kinds.values())];
            """;

    /** Keeps the elements of these kinds; what is inside of them is of a new kind, too. */
    private static final String KEEP = """
            const unheard = new Set(arguments[0]);
            const has = (each) => unheard.has(window.kinds.get(each));
            window.unheard = [...window.kinds.keys()].filter((each) => has(each) && !has(each.parentElement));
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
                            .map(Object::toString)
                            .filter(kind -> KINDS.add(hash(kind)))
                            .toList();
            page.executeScript(KEEP, unheard);
            var hashes = unheard.stream().map(Judged::hash).toList();
            Files.write(OF_ALL, hashes, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
            OF_ALL.toFile().deleteOnExit();
            return !unheard.isEmpty();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static String hash(String kind) {
        return UUID.nameUUIDFromBytes(kind.getBytes(StandardCharsets.UTF_8)).toString();
    }
}
