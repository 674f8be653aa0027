package fr.hubee.journal.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import fr.hubee.kernel.security.Caller;
import fr.hubee.kernel.security.Caller.Replaced;
import fr.hubee.kernel.security.RoleNames;
import fr.hubee.kernel.shared.OrganizationKey;
import fr.hubee.kernel.shared.OrganizationType;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The journal entry of an act names the person for whom it was done. */
class ActTest {
    static final Caller READER =
            new Caller("paul", null, Set.of(RoleNames.PERSON, RoleNames.READ_FOLDERS), Set.of("EtatCivil"), null);
    static final Caller DEPUTY =
            READER.replacing(List.of(new Replaced("odile@mairie.example", true, Set.of("EtatCivil"))));

    static String kept(Caller who, AuditAction action) {
        var act =
                Act.by(who, action).with(Changes.of("processCode", "EtatCivil")).about(Set.of("EtatCivil"));
        return (String) kept(act.recorded(), "changes");
    }

    private static Object kept(Act act, String column) {
        try {
            var field = Act.class.getDeclaredField(column);
            field.setAccessible(true);
            return field.get(act);
        } catch (ReflectiveOperationException failure) {
            throw new IllegalStateException(failure);
        }
    }

    @Test
    void whatADeputyOwesToAColleagueSaysSo() {
        assertEquals(
                "{\"forWhom\":[null,\"odile@mairie.example\"],\"processCode\":[null,\"EtatCivil\"]}",
                kept(DEPUTY, AuditAction.EVENT_RECORDED));
    }

    @Test
    void whatSheMayDoByHerselfIsKeptAsEver() {
        var asEver = "{\"processCode\":[null,\"EtatCivil\"]}";
        assertEquals(asEver, kept(DEPUTY, AuditAction.CASE_READ));
        assertEquals(asEver, kept(READER, AuditAction.EVENT_RECORDED));
        assertEquals(asEver, kept(Caller.HUB, AuditAction.EVENT_RECORDED));
    }

    @Test
    void anActIsRecordedOnce() {
        var act = Act.by(READER, AuditAction.CASE_READ).recorded();
        assertThrows(IllegalStateException.class, act::recorded);
    }

    @Test
    void anActKeepsWhoDidWhatToWhichVersionOfAnObject() {
        var town = new OrganizationKey(OrganizationType.SI, "99000101800011", "99101");

        var act = Act.by(READER, AuditAction.CASE_READ).on(town, 7).version(3);

        var columns = List.of("action", "actor", "organization", "subject", "subjectVersion");
        assertEquals(
                List.of(AuditAction.CASE_READ, "paul", "SI-99000101800011-99101", "7", 3L),
                columns.stream().map(column -> kept(act, column)).toList());
        assertEquals(Changes.NONE, act.changes());
    }

    private record Address(String town) {}

    @Test
    void anActRecordsTheDifferenceOfTwoRecords() {
        var before = new Address("Pontcarré");
        var after = new Address("Valbourg");

        assertEquals(
                Changes.NONE.and("town", "Pontcarré", "Valbourg"),
                Act.by(READER, AuditAction.CASE_READ).changing(before, after).changes());
    }
}
