package fr.hubee.it.portal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.openqa.selenium.JavascriptExecutor;

/**
 * Finds violations of WCAG A and AA with axe, which a page loads once, however often it is checked. Left out is the check whether a page
 * turns with the telephone, for which axe loads style sheets a second time: the policy of a page forbids it.
 */
final class Axe {
    private static final List<String> ALL = List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa");

    /** The only rules to check again when a checked page is shown in other colours. */
    private static final List<String> COLOURS = List.of("color-contrast", "link-in-text-block");

    /**
     * Looks at the whole page, or around the elements that {@link Judged} has found; a page that has loaded itself again since does not have
     * them. It runs in no frame: files answer no script.
     */
    private static final String RUN = """
            const [rules, whole, done] = arguments;
            const around = whole ? [] : (window.unjudged ?? []).filter((each) => each.isConnected);
            const place = around.length ? { include: around } : document;
            axe.run(place, { runOnly: rules, resultTypes: ["violations"], preload: false, iframes: false }).then(
              (found) => done(found.violations.map((each) => `${each.id}: ${each.nodes.map((node) => node.html).join(" ")}`)),
              (failure) => done([`axe fails: ${failure}`]),
            );
            """;

    private Axe() {}

    /** Returns the violations of all of WCAG A and AA. */
    static List<String> violations(JavascriptExecutor page) {
        return violations(page, ALL, true);
    }

    /** Returns the violations by what is new on a page that was checked wholly in another size. */
    static List<String> violationsOfNewElements(JavascriptExecutor page) {
        return violations(page, ALL, false);
    }

    /** Returns the violations by what is new on a page that was already checked and is now shown in other colours. */
    static List<String> violationsOfColours(JavascriptExecutor page) {
        return violations(page, COLOURS, false);
    }

    private static List<String> violations(JavascriptExecutor page, List<String> rules, boolean whole) {
        if (Boolean.FALSE.equals(page.executeScript("return typeof axe === 'object'"))) {
            page.executeScript(script());
        }
        var found = (List<?>) page.executeAsyncScript(RUN, rules, whole);
        return Stream.ofNullable(found)
                .flatMap(List::stream)
                .map(Object::toString)
                .toList();
    }

    private static String script() {
        try (var script = Axe.class.getResourceAsStream("/axe.min.js")) {
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException invalid) {
            throw new UncheckedIOException(invalid);
        }
    }
}
