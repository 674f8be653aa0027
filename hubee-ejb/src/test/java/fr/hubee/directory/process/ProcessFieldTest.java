package fr.hubee.directory.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import fr.hubee.directory.organization.RecordValues;
import fr.hubee.directory.process.ProcessService.RegisteredProcess;
import java.time.Instant;
import java.time.Period;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ProcessFieldTest {
    @Test
    void everyComponentOfADemarcheIsAFieldAndEachFieldOne() {
        var components = new TreeSet<String>();
        var made = RecordValues.make(ProcessDetails.class, path -> {
            components.add(path);
            return RecordValues.read(ProcessFormTest.KNOWN, path);
        });

        assertEquals(ProcessFormTest.KNOWN, made);
        assertEquals(
                components,
                Stream.of(ProcessField.values())
                        .filter(field -> field != ProcessField.CODE)
                        .map(ProcessField::path)
                        .collect(Collectors.toCollection(TreeSet::new)));
    }

    @Test
    void fieldsOutsideTheApiAreKeptAndOthersReplaced() {
        var wanted = ProcessFormTest.known(5, "DONE").withOutsideTheApi(field -> switch (field.kind()) {
            case YES_NO -> true;
            default -> null;
        });

        var kept = wanted.keeping(ProcessFormTest.KNOWN);

        assertEquals(ProcessFormTest.known(5, "DONE"), kept);
        assertEquals(
                Set.of(
                        "shortName",
                        "certifiedSoftware",
                        "encrypted",
                        "neverRefused",
                        "sensitive",
                        "person",
                        "portalFilesKept"),
                ProcessField.OUTSIDE_THE_API.stream().map(ProcessField::word).collect(Collectors.toSet()));
    }

    @Test
    void aFieldIsFoundByTheLastWordOfItsPathAndTheCodeIsNot() {
        assertEquals(Optional.of(ProcessField.MAX_SIZE), ProcessField.named("maxSize"));
        assertEquals(Optional.empty(), ProcessField.named("attachments.maxSize"));
        assertEquals(Optional.empty(), ProcessField.named("code"));
    }

    @Test
    void aFieldHasASectionALabelAndANameForASentence() {
        assertEquals(ProcessField.Section.ATTACHMENTS, ProcessField.MAX_SIZE.section());
        assertEquals("Statut qui fait courir le délai", ProcessField.FILE_DELETION_STATUS.label());
        assertEquals("statut qui fait courir le délai", ProcessField.FILE_DELETION_STATUS.inSentence());
    }

    @Test
    void aDemarcheKeepsItsCodeAndTakesNewDetailsWhole() {
        var noon = Instant.parse("2026-11-24T11:00:00Z");
        var process = new Process("EtatCivil", ProcessFormTest.KNOWN, noon);
        assertEquals(ProcessFormTest.KNOWN, process.details());
        assertEquals(new RegisteredProcess("EtatCivil", ProcessFormTest.KNOWN, noon, null), process.registered());

        var others = ProcessFormTest.known(5, "DONE");
        process.change(others, noon.plusSeconds(1));

        assertEquals(new RegisteredProcess("EtatCivil", others, noon, noon.plusSeconds(1)), process.registered());
        assertEquals("EtatCivil", process.code());
    }

    @Test
    void theWordsOfTheContractSortByTheirColumn() {
        assertEquals("osl_type", ProcessColumn.OSL_TYPE.toString());
        assertEquals("p.details.osl.type", ProcessColumn.OSL_TYPE.path());
    }

    @Test
    void aPeriodIsStoredAsATextAndNoneAsNull() {
        var text = new RetentionRules.PeriodText();

        assertEquals("P2M", text.convertToDatabaseColumn(Period.ofMonths(2)));
        assertEquals(Period.ofMonths(2), text.convertToEntityAttribute("P2M"));
        assertNull(text.convertToDatabaseColumn(null));
        assertNull(text.convertToEntityAttribute(null));
    }

    @Test
    void theFingerprintOfRulesNamesEachOfThem() {
        assertEquals("DONE/30/60/365/P2M", new RetentionRules("DONE", 30, 60, 365, Period.ofMonths(2)).fingerprint());
        assertEquals("DONE/30/60/365/null", new RetentionRules("DONE", 30, 60, 365).fingerprint());
    }
}
