package fr.hubee.api.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import fr.hubee.http.Contract;
import fr.hubee.http.RefusalHelp;
import fr.hubee.kernel.shared.InvalidRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RefusalReasonTest {
    @Test
    void eachIsExplainedToWhoReadsTheLog() throws IOException {
        var manual = Files.readString(Path.of("..", "docs", "operations.md"));

        for (var reason : RefusalReason.values()) {
            assertTrue(manual.contains("`" + reason + "`"), reason::name);
        }
    }

    @Test
    void eachHasItsPageInBothLanguagesAndStandsInAContract() throws IOException {
        var reasons = new TreeSet<String>();
        Stream.of(RefusalReason.values()).map(RefusalReason::name).forEach(reasons::add);
        var sources = Path.of("src", "main", "java", "fr", "hubee");
        Pattern.compile("\\d,\\s+\"([a-z_]+)\"")
                .matcher(Files.readString(sources.resolve(Path.of("api", "clients", "TokenServlet.java"))))
                .results()
                .forEach(found -> reasons.add(found.group(1).toUpperCase(Locale.ROOT)));
        Pattern.compile("\\(\\d{3}, \"([A-Z_]+)\"")
                .matcher(Files.readString(sources.resolve(Path.of("http", "body", "BodyRefusal.java"))))
                .results()
                .forEach(found -> reasons.add(found.group(1)));

        for (var language : List.of(Locale.FRENCH, Locale.ENGLISH)) {
            var pages = RefusalHelp.all(language);
            assertEquals(
                    List.copyOf(reasons),
                    pages.stream().map(RefusalHelp::reason).toList());
            for (var page : pages) {
                assertEquals(
                        page,
                        RefusalHelp.of(page.reason(), page.operation(), language)
                                .orElseThrow());
                assertFalse(
                        page.title().isBlank()
                                || page.means().isBlank()
                                || page.checks().isEmpty(),
                        page::reason);
                assertTrue(page.request().startsWith("curl "), page::request);
            }
        }
        assertEquals(reasons, inContracts());
    }

    /** Returns the reasons in the contracts; each status of a refusal that one of their operations answers has some. */
    private static SortedSet<String> inContracts() throws IOException {
        var reasons = new TreeSet<String>();
        for (var contract : Contract.values()) {
            var document = new YAMLMapper().readTree(contract.open());
            document.path("x-refusals").forEach(some -> some.forEach(each -> reasons.add(each.asText())));
            document.findValues("responses").stream()
                    .flatMap(answers -> answers.properties().stream().map(Map.Entry::getKey))
                    .filter(status -> status.compareTo("400") >= 0 && status.length() == 3)
                    .forEach(status -> assertFalse(
                            document.path("x-refusals").path(status).isEmpty(), () -> contract + " " + status));
        }
        return reasons;
    }

    @Test
    void theRequestOfAPageIsThatOfTheRefusedOperationWithTheExamplesOfTheContract() {
        var page = RefusalHelp.of("RULE", "PATCH /teledossiers/v1/folders/{folderId}", Locale.ENGLISH)
                .orElseThrow();
        assertEquals("""
                curl -X PATCH "http://localhost:8080/teledossiers/v1/folders/01936a0e-7b40-7a01-8c44-1d2e3f4a5b60" \\
                  -H "Authorization: Bearer $TOKEN" \\
                  -H "Content-Type: application/json" \\
                  -d '{
                  "globalStatus" : "HUBEE_COMPLETED"
                }'""", page.request());
        assertEquals(
                "GET /teledossiers/v1/notifications",
                RefusalHelp.of("NOT_FOUND", "GET /jeanne", Locale.FRENCH)
                        .orElseThrow()
                        .operation());
        assertEquals(
                "<http://localhost:8080/aide/erreurs/not-found>; rel=\"help\"",
                RefusalHelp.link("NOT_FOUND in CaseAccess.refusal"));
    }

    @Test
    void thePlaceThatRefusedIsReportedAndNoneOfTheText() {
        assertEquals(
                "RULE in RefusalReasonTest.thePlaceThatRefusedIsReportedAndNoneOfTheText",
                RefusalReason.RULE.in(new InvalidRequest("Camille")));
        Supplier<InvalidRequest> later = () -> new InvalidRequest("Camille");
        assertEquals(
                "RULE in RefusalReasonTest.thePlaceThatRefusedIsReportedAndNoneOfTheText",
                RefusalReason.RULE.in(later.get()));
    }

    @Test
    void withoutAPlaceOfOursOnlyTheReasonIsReported() {
        var elsewhere = new IllegalStateException();
        elsewhere.setStackTrace(
                new StackTraceElement[] {new StackTraceElement("java.util.UUID", "fromString", null, 1)});

        assertEquals("RULE", RefusalReason.RULE.in(elsewhere));
    }
}
