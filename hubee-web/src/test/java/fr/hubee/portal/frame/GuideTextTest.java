package fr.hubee.portal.frame;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URLDecoder;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class GuideTextTest {
    private static final String ROOT = "/hub";

    @Test
    void aLinkToAnotherGuideLeadsToItsPage() {
        assertEquals(
                "<p><a rel=\"nofollow\" href=\"/hub/documentation/credentials#get-them\">your secret</a></p>\n",
                GuideText.render("[your secret](credentials.md#get-them)", ROOT).html());
    }

    @Test
    void aLinkToAFileThatThePortalDoesNotHaveIsPlainText() {
        assertEquals(
                "<p>see the <code>purge</code>, please</p>\n",
                GuideText.render("see [the `purge`](retention.md), please", ROOT)
                        .html());
    }

    @Test
    void addressesOfTheWebAndAnchorsOfThePageStay() {
        var html =
                GuideText.render("[a](https://a.example) [b](#limites)", ROOT).html();

        assertTrue(html.contains("href=\"https://a.example\"") && html.contains("href=\"#limites\""), html);
    }

    @Test
    void nothingThatADocumentContainsRuns() {
        var html = GuideText.render("<script>alert(1)</script>\n\n[ici](javascript:alert(1))", ROOT)
                .html();

        assertFalse(html.contains("<script") || html.contains("javascript:"), html);
    }

    @Test
    void eachLinkOfAGuideLeadsToAHeadingOfAGuide() throws IOException {
        for (var guide : Guide.values()) {
            var page = GuideText.render(guide.source(), "");
            assertFalse(page.title().isEmpty(), guide.name());
            for (var link : found("href=\"(/documentation/([a-z-]+))?#([^\"]+)\"", page.html())) {
                var target = link.group(1) == null
                        ? guide
                        : Guide.named(link.group(2)).orElseThrow();
                var anchor = URLDecoder.decode(link.group(3), UTF_8);
                assertTrue(
                        GuideText.render(target.source(), "").html().contains(" id=\"" + anchor + "\""),
                        () -> guide + " links to " + link.group());
            }
        }
    }

    /** Compares what is not a word of a language: a change of one text that forgets the other one is noticed. */
    @Test
    void theApiHasTheSameBlocksAndHeadingsAndNamesInBothLanguages() throws IOException {
        var english = Guide.API.source();
        var french = Guide.API_IN_FRENCH.source();

        assertEquals(texts("(?ms)^```.*?^```$", english), texts("(?ms)^```.*?^```$", french));
        assertEquals(texts("(?m)^#+ ", english), texts("(?m)^#+ ", french));
        assertEquals(names(english), names(french));
    }

    /** Returns the names in code of a text, without its blocks. */
    private static Set<String> names(String text) {
        return new TreeSet<>(
                texts("`[^`]+`", text.replaceAll("(?ms)^```.*?^```$", "").replaceAll("\\s+", " ")));
    }

    private static List<MatchResult> found(String pattern, String text) {
        return Pattern.compile(pattern).matcher(text).results().toList();
    }

    private static List<String> texts(String pattern, String text) {
        return found(pattern, text).stream().map(MatchResult::group).toList();
    }
}
