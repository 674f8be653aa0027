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
 * The kinds of elements that were checked in this run, by any of its processes: a kind has a type, a place, a state, and a name or none.
 * An element has no kind while it is hidden, and its distance from the corner makes no other kind. A page, or a dialog on it, that
 * consists of known kinds is not checked again.
 */
final class Judged {
    private static final String MADE_OF = """
            const named = (each) => each.labels?.length > 0 || each.textContent.trim() || each.querySelector("[alt]")
              || ["aria-label", "aria-labelledby", "alt", "title"].some((name) => each.getAttribute(name));
            const state = (each) => ["class", "role", "type", "lang", "aria-current", "aria-invalid", "aria-sort", "aria-selected"]
                .map((name) => each.getAttribute(name) ?? "").join("|")
              + (each.getAttribute("style") ?? "").replace(/[0-9.]+(px|%)|z-index: [0-9]+/g, "")
              + ["open", "disabled", "readonly", "aria-describedby", "tabindex", "href", "colspan"]
                .filter((name) => each.hasAttribute(name)) + (each.checked ? "checked" : "") + (named(each) ? "" : "?");
            const kinds = new Map([[document.body, document.documentElement.className]]);
            for (const each of document.body.querySelectorAll("*")) {
              if (!each.closest("[hidden], [type=hidden], [style*='display: none']")) {
                kinds.set(each, `${kinds.get(each.parentElement)} ${each.localName}[${state(each)}]`);
              }
            }
            window.madeOf = new Map([...kinds].reverse().map(([each, kind]) => [kind, each]));
            return [...window.madeOf.keys()];
            """;

    /** Keeps the first element of each of these kinds, with what surrounds it: a list, a table. What the page has replaced meanwhile is not there. */
    private static final String UNJUDGED = """
            const around = arguments[0].map((kind) => window.madeOf?.get(kind))
              .map((each) => (each?.closest("table") ?? each)?.parentElement)
              .filter((each) => each);
            window.unjudged = [...new Set(around)];
            """;

    private static final Set<String> KINDS = new HashSet<>();

    /** Has the kinds of all processes of the run, which Maven names; the first that ends deletes it. */
    private static final Path OF_ALL = Path.of(System.getProperty("hubee.work"))
            .resolveSibling("judged-"
                    + System.getProperty("hubee.run", UUID.randomUUID().toString()));

    private Judged() {}

    /** Whether the page has a kind of element that no page had before; {@link Axe} then finds these elements in {@code window.unjudged}. */
    static boolean isNew(JavascriptExecutor page) {
        try {
            if (Files.exists(OF_ALL)) {
                KINDS.addAll(Files.readAllLines(OF_ALL));
            }
            var unheard = ((List<?>) page.executeScript(MADE_OF))
                    .stream().filter(kind -> !KINDS.contains(digest(kind))).toList();
            page.executeScript(UNJUDGED, unheard);
            var digests = unheard.stream().map(Judged::digest).toList();
            KINDS.addAll(digests);
            Files.write(OF_ALL, digests, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
            OF_ALL.toFile().deleteOnExit();
            return !unheard.isEmpty();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static String digest(Object kind) {
        return UUID.nameUUIDFromBytes(kind.toString().getBytes(StandardCharsets.UTF_8))
                .toString();
    }
}
