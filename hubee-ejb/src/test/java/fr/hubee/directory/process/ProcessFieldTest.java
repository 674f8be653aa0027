package fr.hubee.directory.process;

import static org.junit.jupiter.api.Assertions.assertEquals;

import fr.hubee.directory.organization.RecordValues;
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
                Set.of("encrypted", "neverRefused", "sensitive", "portalFilesKept"),
                ProcessField.OUTSIDE_THE_API.stream().map(ProcessField::word).collect(Collectors.toSet()));
    }
}
