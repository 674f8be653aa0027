package fr.hubee.api.directory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import fr.hubee.api.http.ApiJson;
import fr.hubee.desk.casework.PortalTransitions;
import fr.hubee.directory.process.ProcessDetails;
import fr.hubee.kernel.shared.InvalidRequest;
import jakarta.validation.Validation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Period;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.hibernate.validator.messageinterpolation.ParameterMessageInterpolator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Checks that the files for production contain the démarches, and nothing invented. */
class CatalogueTest {
    private static final Path SHIPPED = Path.of("../wildfly-config/src/main/bootstrap");
    private static final Path INVENTED = Path.of("../tools/demo/src/main/bootstrap/demo-demarches.json");
    private static final Path CATALOGUE = SHIPPED.resolve("demarches.json");
    private static final Path ADMINISTRATOR = SHIPPED.resolve("administrator.json");

    @TempDir
    Path folder;

    @Test
    void aStartWithItIsRefusedByTheNamesOfWhatIsMissing() {
        var refusal = assertThrows(IllegalStateException.class, () -> read(CATALOGUE, ADMINISTRATOR));

        var said = refusal.getMessage();
        assertTrue(
                said.startsWith(
                        "The bootstrap files are not filled in: demarches.json (<SIRET-DILA>, <CODE-POSTAL-DILA>,"),
                said);
        assertTrue(said.contains("; administrator.json (<SIRET-ADMINISTRATION>, <NOM-ADMINISTRATION>,"), said);
        assertTrue(said.contains("<COURRIEL>"), said);
    }

    @Test
    void whatIsFilledInIsTaken() throws IOException {
        var filledIn = folder.resolve("demarches.json");
        Files.writeString(filledIn, Files.readString(CATALOGUE).replaceAll("<[A-Z-]+>", "75015"));

        assertEquals(1, read(filledIn).size());
    }

    @Test
    void everyKeyOfAnOrganizationIsABlank() throws IOException {
        for (var shipped : List.of(CATALOGUE, ADMINISTRATOR)) {
            var content = Files.readString(shipped);
            assertEquals(
                    List.of(),
                    Stream.of(content.split("\""))
                            .filter(text -> text.matches("\\d{14}|.+\\.example"))
                            .toList());
        }
    }

    /** Checks that the demonstration has the same démarches, with invented operators. */
    @Test
    void theDemonstrationShowsTheShippedDemarches() throws IOException {
        var invented = json(INVENTED);
        var sirets = new HashMap<String, String>();
        invented.get("organizations")
                .forEach(operator -> sirets.put(
                        "<SIRET-" + operator.get("code").textValue() + ">",
                        operator.get("companyRegister").textValue()));
        var shipped = Files.readString(CATALOGUE);
        for (Map.Entry<String, String> siret : sirets.entrySet()) {
            shipped = shipped.replace(siret.getKey(), siret.getValue());
        }

        assertEquals(
                invented.get("processes"), new ObjectMapper().readTree(shipped).get("processes"));
    }

    @Test
    void softwareSendsAMessageWithAStatusEverywhereAndPeopleOnlyWhereMessagesAreAllowed() throws IOException {
        var silent = codes(details -> !details.messageToTransmitter());

        assertEquals(31, codes(details -> true).size());
        assertTrue(silent.containsAll(Set.of("CERTDC", "RSABEI-RSABAI", "GRO")), silent.toString());
        assertEquals(Set.of(), codes(details -> !details.messageWithStatus()));
        assertEquals(silent, codes(details -> !new PortalTransitions(details).allowMessage()));
    }

    @Test
    void itTellsWhatTheContractHasNoWordFor() throws IOException {
        assertEquals(
                Set.of("CERTDC", "CAF-contact", "ContactsAllocataires-BRSA", "SNATED"),
                codes(details -> details.portal().neverRefused()));
        assertEquals(
                Set.of("CERTDC"),
                codes(details -> Period.ofMonths(2).equals(details.retention().portalFilesKept())));
        assertEquals(Set.of("CERTDC"), codes(details -> details.retention().portalFilesKept() != null));
        assertEquals(Set.of("CERTDC"), codes(details -> details.portal().sensitive()));
    }

    @Test
    void aFieldOutsideTheContractIsCheckedToo() throws IOException {
        assertRefused("sensitive is not what it should be", "{\"sensitive\": \"yes\"}");
        assertRefused("portalFilesKept is not what it should be", "{\"portalFilesKept\": 60}");
        assertRefused("portalFilesKept is no period such as P2M or P60D", "{\"portalFilesKept\": \"2 mois\"}");
    }

    private static void assertRefused(String text, String entry) throws IOException {
        var first = ApiJson.mapper().treeToValue(json(INVENTED).at("/processes/0"), ProcessJson.class);
        var rules = new ObjectMapper().readTree(entry);

        assertEquals(
                text,
                assertThrows(InvalidRequest.class, () -> first.toDetails(rules)).getMessage());
    }

    /** Returns the codes of matching démarches that a start would load. */
    private Set<String> codes(Predicate<ProcessDetails> wanted) throws IOException {
        var codes = new HashSet<String>();
        try (var validation = Validation.byDefaultProvider()
                .configure()
                .messageInterpolator(new ParameterMessageInterpolator())
                .buildValidatorFactory()) {
            new BootstrapFile(INVENTED, validation.getValidator())
                    .each("processes", ProcessJson.class, (process, entry) -> {
                        if (wanted.test(process.toDetails(entry))) {
                            codes.add(process.code());
                        }
                    });
        }
        return codes;
    }

    private static List<BootstrapFile> read(Path... files) {
        return BootstrapFile.filledIn(new BootstrapSettings(List.of(files)), null);
    }

    private static JsonNode json(Path file) throws IOException {
        return new ObjectMapper().readTree(file.toFile());
    }
}
