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

    /** The rules of a page as a whole. */
    private static final List<String> WHOLE =
            List.of("bypass", "document-title", "html-has-lang", "html-lang-valid", "meta-refresh", "meta-viewport");

    /** Looks at the elements that {@link Judged} has found. It runs in no frame: it would ask those of files, which answer no script. */
    private static final String RUN = """
            const [rules, whole, done] = arguments;
            const around = window.unjudged.filter((each) => each.isConnected);
            const options = { resultTypes: ["violations"], preload: false, iframes: false };
            const found = async () => [
              ...(await axe.run({ ...options, runOnly: { type: "rule", values: whole } })).violations,
              ...(await axe.run(around.length ? { include: around } : document, { ...options, runOnly: rules })).violations,
            ];
            found().then(
              (all) => done(all.map((each) => `${each.id}: ${each.nodes.map((node) => node.html).join(" ")}`)),
              (failure) => done([`axe fails: ${failure}`]),
            );
            """;

    private Axe() {}

    /** Returns the violations of all of WCAG A and AA by what is new on the page. */
    static List<String> violations(JavascriptExecutor page) {
        return violations(page, ALL);
    }

    /** Returns the violations of a page that was already checked and is now shown in other colours. */
    static List<String> violationsOfColours(JavascriptExecutor page) {
        return violations(page, COLOURS);
    }

    private static List<String> violations(JavascriptExecutor page, List<String> rules) {
        if (Boolean.FALSE.equals(page.executeScript("return typeof axe === 'object'"))) {
            page.executeScript(script());
        }
        var found = (List<?>) page.executeAsyncScript(RUN, rules, WHOLE);
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
