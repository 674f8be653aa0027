package fr.hubee.desk.casework;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.hubee.directory.process.AttachmentRules;
import fr.hubee.directory.process.CasePerson;
import fr.hubee.directory.process.PortalRules;
import fr.hubee.directory.process.ProcessDetails;
import fr.hubee.directory.process.RetentionRules;
import fr.hubee.directory.process.SubscriptionValidation;
import fr.hubee.exchange.folder.Example;
import fr.hubee.exchange.status.CaseStatus;
import java.time.Period;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The table of specification §3.3, pair by pair. */
class PortalTransitionsTest {
    static final Set<String> OFFERED = Set.of(
            "SENT > SI_RECEIVED",
            "SENT > IN_PROGRESS",
            "SI_RECEIVED > IN_PROGRESS",
            "SI_RECEIVED > REFUSED",
            "IN_PROGRESS > ADD_AWAITING",
            "IN_PROGRESS > REFUSED",
            "IN_PROGRESS > DONE",
            "ADD_AWAITING > DONE");

    static PortalTransitions of(boolean message, boolean messageWithStatus, boolean awaiting, String... siFormats) {
        return of(PortalRules.NONE, message, messageWithStatus, awaiting, siFormats);
    }

    static PortalTransitions of(
            PortalRules rules, boolean message, boolean messageWithStatus, boolean awaiting, String... siFormats) {
        return of(rules, null, message, messageWithStatus, awaiting, siFormats);
    }

    /** Returns the transitions of a démarche that has a time for files of the portal. */
    static PortalTransitions keeping(Period portalFilesKept) {
        return of(PortalRules.NONE, portalFilesKept, true, true, true);
    }

    private static PortalTransitions of(
            PortalRules rules,
            Period portalFilesKept,
            boolean message,
            boolean messageWithStatus,
            boolean awaiting,
            String... siFormats) {
        var process = new ProcessDetails(
                "Démarche",
                null,
                true,
                Example.OPERATOR,
                new AttachmentRules(List.of("application/pdf"), List.of(siFormats), List.of("PJ"), 1000, false),
                new RetentionRules("CLOSED", 1, 1, 1, portalFilesKept),
                message,
                messageWithStatus,
                awaiting,
                SubscriptionValidation.Auto,
                false,
                null,
                rules);
        return new PortalTransitions(process);
    }

    static Set<String> allowed(PortalTransitions transitions) {
        var pairs = new TreeSet<String>();
        for (var from : CaseStatus.values()) {
            for (var to : CaseStatus.values()) {
                if (transitions.allow(from, to)) {
                    pairs.add(from + " > " + to);
                }
            }
        }
        return pairs;
    }

    @Test
    void thePortalOffersTheseAndNoOthers() {
        assertEquals(new TreeSet<>(OFFERED), allowed(of(true, true, true)));
    }

    @Test
    void complementsAreAskedForWhereTheDemarcheAllowsIt() {
        var without = new TreeSet<>(OFFERED);
        without.remove("IN_PROGRESS > ADD_AWAITING");

        assertEquals(without, allowed(of(true, true, false)));
    }

    @Test
    void someDemarchesKnowNoRefusal() {
        var without = new TreeSet<>(OFFERED);
        without.removeIf(pair -> pair.endsWith("REFUSED"));

        assertEquals(without, allowed(of(new PortalRules(true, false, CasePerson.APPLICANT, null), true, true, true)));
    }

    @Test
    void aDemarcheMayKnowNeitherRefusalNorComplements() {
        assertEquals(
                Set.of(
                        "SENT > SI_RECEIVED",
                        "SENT > IN_PROGRESS",
                        "SI_RECEIVED > IN_PROGRESS",
                        "IN_PROGRESS > DONE",
                        "ADD_AWAITING > DONE"),
                allowed(of(new PortalRules(true, false, CasePerson.APPLICANT, null), false, false, false)));
    }

    @Test
    void whatIsOfferedIsWhatIsAllowedInTheOrderOfTheWork() {
        var transitions = of(true, true, true);

        assertEquals(
                List.of(CaseStatus.ADD_AWAITING, CaseStatus.REFUSED, CaseStatus.DONE),
                transitions.from(CaseStatus.IN_PROGRESS));
        assertEquals(List.of(), transitions.from(CaseStatus.CLOSED));
    }

    @Test
    void messagesAndFilesAreTheDemarchesToAllow() {
        assertTrue(of(true, false, true).allowMessage());
        assertFalse(of(false, true, true).allowMessage(), "software may send one with a status, people may not");
        assertFalse(of(true, true, true).allowDeposit());
        assertTrue(of(true, true, true, "application/pdf").allowDeposit());
    }

    @Test
    void workBeginsStepByStepFromWhatIsNewOrReceivedAndFromNothingElse() {
        var transitions = of(true, true, true);

        assertEquals(List.of(CaseStatus.SI_RECEIVED, CaseStatus.IN_PROGRESS), transitions.toBegin(CaseStatus.SENT));
        assertEquals(List.of(CaseStatus.IN_PROGRESS), transitions.toBegin(CaseStatus.SI_RECEIVED));
        for (var other : CaseStatus.values()) {
            if (other != CaseStatus.SENT && other != CaseStatus.SI_RECEIVED) {
                assertEquals(List.of(), transitions.toBegin(other), other::name);
            }
        }
    }
}
