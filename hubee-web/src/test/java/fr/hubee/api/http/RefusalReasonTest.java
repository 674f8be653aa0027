package fr.hubee.api.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import fr.hubee.http.Contract;
import fr.hubee.http.RefusalHelp;
import fr.hubee.http.RefusalHelp.Asked;
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
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RefusalReasonTest {
    @Test
    void eachIsExplainedToWhoReadsTheLog() throws IOException {
        var manual = Files.readString(Path.of("..", "docs", "alerts.md"));

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

        reasons.add("HEADERS_INVALID"); // before any operation

        for (var language : List.of(Locale.FRENCH, Locale.ENGLISH)) {
            var pages = RefusalHelp.all(language);
            assertEquals(
                    List.copyOf(reasons),
                    pages.stream().map(RefusalHelp::reason).toList());
            for (var page : pages) {
                assertEquals(
                        page,
                        RefusalHelp.of(page.reason(), asked(page.operation(), null), language)
                                .orElseThrow());
                assertFalse(
                        page.title().isBlank()
                                || page.means().isBlank()
                                || page.checks().isEmpty(),
                        page::reason);
                assertTrue(text(page).startsWith("curl "), page::reason);
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
        var page = ofCall("PATCH /teledossiers/v1/folders/{folderId}", null);
        assertEquals("""
                curl -X PATCH "http://localhost:8080/teledossiers/v1/folders/01936a0e-7b40-7a01-8c44-1d2e3f4a5b60" \\
                  -H "Authorization: Bearer $TOKEN" \\
                  -H "Content-Type: application/json" \\
                  -d '{
                  "globalStatus" : "HUBEE_COMPLETED"
                }'
                """, text(page));
        assertEquals(
                "POST /teledossiers/v1/folders",
                ofCall("GET /jeanne", "/jeanne").operation());
        assertEquals(
                "<http://localhost:8080/aide/erreurs/not-found>; rel=\"help\"",
                RefusalHelp.link("NOT_FOUND in CaseAccess.refusal"));
    }

    private static RefusalHelp ofCall(String operation, String path, String... corrected) {
        return RefusalHelp.of("RULE", asked(operation, path, corrected), Locale.ENGLISH)
                .orElseThrow();
    }

    private static Asked asked(String operation, String path, String... corrected) {
        return new Asked(operation, path, Map.of(), Map.of(), List.of(corrected));
    }

    private static String text(RefusalHelp page) {
        return page.request().stream().map(RefusalHelp.Line::text).collect(Collectors.joining());
    }

    private static List<String> corrected(RefusalHelp page) {
        return page.request().stream()
                .filter(RefusalHelp.Line::corrected)
                .map(line -> line.text().strip())
                .toList();
    }

    @Test
    void whatWasWrongInACallIsCorrectedAndMarkedInARequestWithItsOwnIdentifiers() {
        var folders = "POST /teledossiers/v1/folders";
        var deposit =
                ofCall(folders, null, "body/cases/3/externalId", "body/attachments/0/recipients/1", "body/nothing");
        assertEquals(
                List.of(
                        "\"externalId\" : \"DILA-AEC-0000000000017-01\",",
                        "\"recipients\" : [ \"DILA-AEC-0000000000017-01\" ]"),
                corrected(deposit));
        assertEquals(List.of(), corrected(ofCall(folders, null, "body", "header.Digest")));
        assertEquals(text(ofCall(folders, null)), text(deposit));

        var path = "/teledossiers/v1/cases/01936a0e-0000-7a01-8c44-1d2e3f4a5b60/events/{eventId}";
        var event =
                ofCall("PATCH /teledossiers/v1/cases/{caseId}/events/{eventId}", path, "path.eventId", "body/status");
        assertEquals(2, corrected(event).size(), () -> text(event));
        assertTrue(
                text(event).startsWith("curl -X PATCH \"http://localhost:8080/teledossiers/v1/cases/01936a0e-0000-"),
                () -> text(event));
        assertFalse(text(event).contains("{eventId}"), () -> text(event));

        var polls = ofCall(
                "GET /teledossiers/v1/notifications", null, "query.maxResult", "query.processCode", "query.jeanne");
        assertEquals(
                List.of(
                        "curl \"http://localhost:8080/teledossiers/v1/notifications?maxResult=25&processCode=CERTDC\" \\"),
                corrected(polls));
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
