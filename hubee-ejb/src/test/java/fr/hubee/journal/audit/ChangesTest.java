package fr.hubee.journal.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.hubee.journal.audit.Changes.Change;
import fr.hubee.kernel.shared.OneValue;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ChangesTest {
    record Person(String name, Address address, Set<String> rights) {}

    record Address(String town, String street) {}

    static final Person ADA = new Person("Ada", new Address("Pontcarré", null), Set.of());

    @Test
    void onlyWhatDiffersIsRecorded() {
        var moved = new Person("Ada", new Address("Valbourg", "rue du Moulin"), Set.of());

        assertEquals(
                Map.of(
                        "address.town", new Change("Pontcarré", "Valbourg"),
                        "address.street", new Change(null, "rue du Moulin")),
                Changes.between(ADA, moved).fields());
    }

    @Test
    void whatComesIntoBeingHadNothingBefore() {
        assertEquals(
                new Change(null, "Ada"), Changes.between(null, ADA).fields().get("name"));
    }

    @Test
    void theOrderOfASetIsNoChange() {
        var one = new Person("Ada", null, new LinkedHashSet<>(List.of("a", "b")));
        var other = new Person("Ada", null, new LinkedHashSet<>(List.of("b", "a")));

        assertTrue(Changes.between(one, other).isEmpty());
    }

    @Test
    void whatIsWrittenIsReadAgain() {
        var changes = Changes.of("reason", "Dossier « incomplet »").and("email", "a@x.fr", null);

        assertEquals(changes, Changes.ofJson(changes.toJson()));
    }

    record Wrapped(Label label, Sheet sheet) {}

    record Label(String text) implements OneValue {
        @Override
        public String toString() {
            return text;
        }
    }

    record Sheet(String title) {
        @Override
        public String toString() {
            return title;
        }
    }

    @Test
    void whetherAPartIsRecordedPartByPartDoesNotDependOnItsText() {
        var written = Changes.between(null, new Wrapped(new Label("Label[1]"), new Sheet("Annexe")));

        assertEquals(
                Map.of("label", new Change(null, "Label[1]"), "sheet.title", new Change(null, "Annexe")),
                written.fields());
    }

    @Test
    void aChangeIsNotEmptyAndAnOptionalValueIsWrittenAsItsValue() {
        assertTrue(Changes.NONE.isEmpty());
        assertFalse(Changes.of("reason", "any").isEmpty());
        assertEquals(
                new Change("a", null),
                Changes.NONE
                        .and("x", Optional.of("a"), Optional.empty())
                        .fields()
                        .get("x"));
    }
}
