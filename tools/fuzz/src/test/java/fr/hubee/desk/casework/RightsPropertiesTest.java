package fr.hubee.desk.casework;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.hubee.clients.client.SilentSubscription;
import fr.hubee.directory.subscription.AccessMode;
import fr.hubee.exchange.folder.Case;
import fr.hubee.exchange.folder.Example;
import fr.hubee.exchange.status.CaseStatus;
import fr.hubee.fuzz.AnyCaller;
import fr.hubee.fuzz.AnyCaller.AnyOrganization;
import fr.hubee.kernel.security.Caller;
import fr.hubee.kernel.security.Caller.Replaced;
import fr.hubee.kernel.security.RoleNames;
import fr.hubee.kernel.shared.HubeeException;
import fr.hubee.kernel.shared.OrganizationKey;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** The actions of the portal that anybody is offered on a télédossier, whatever roles she has together. */
class RightsPropertiesTest {
    private static Case arrived(AccessMode mode, CaseStatus wanted) {
        var theCase = Example.arrivedCase(mode);
        try {
            Example.move(theCase, wanted);
        } catch (HubeeException refused) {
            // it stays as it came
        }
        return theCase;
    }

    @Property
    void onlyItsServiceHandlesACaseAndOnlyInThePortal(
            @ForAll(supplier = AnyCaller.class) Caller caller,
            @ForAll AccessMode mode,
            @ForAll CaseStatus status,
            @ForAll boolean full) {
        var theCase = arrived(mode, status);
        var rights = CaseRights.of(caller, theCase, StatusPropertiesTest.transitions(true, false), full, Instant.EPOCH);
        boolean offered = !rights.next().isEmpty()
                || rights.messageAllowed()
                || Stream.of(
                                rights.moveRefusal(),
                                rights.downloadRefusal(),
                                rights.messageRefusal(),
                                rights.commentRefusal(),
                                rights.depositRefusal())
                        .anyMatch(refusal -> refusal == null);
        boolean ours = caller.organization().equals(Example.TOWN) && mode == AccessMode.PORTAIL;
        assertTrue(!offered || (ours && caller.is(RoleNames.MANAGE_FOLDERS)), rights::toString);
        assertTrue(!rights.receivedOnDisplay() || (ours && caller.is(RoleNames.READ_FOLDERS)), rights::toString);
        assertTrue(!full || rights.next().isEmpty(), rights::toString);
    }

    @Property
    void peopleWriteMessagesOnlyWhereTheDemarcheLetsThemWhateverSoftwareMaySend(
            @ForAll(supplier = AnyCaller.class) Caller caller,
            @ForAll AccessMode mode,
            @ForAll CaseStatus status,
            @ForAll boolean message,
            @ForAll boolean messageWithStatus) {
        var transitions = StatusPropertiesTest.transitions(true, false, message, messageWithStatus);
        var rights = CaseRights.of(caller, arrived(mode, status), transitions, false, Instant.EPOCH);
        assertTrue(message || (!rights.messageAllowed() && rights.messageRefusal() != null), rights::toString);
    }

    @Property
    void onlyItsLocalAdministratorRescuesACase(
            @ForAll(supplier = AnyCaller.class) Caller caller,
            @ForAll(supplier = AnyOrganization.class) OrganizationKey silent,
            @ForAll AccessMode mode,
            @ForAll CaseStatus status) {
        var silence = new SilentSubscription(
                UUID.randomUUID(), silent, "Valbourg", Example.PROCESS, "État civil", null, null, Example.NOON);
        CaseRights.rescuing(caller, arrived(mode, status), silence).ifPresent(rights -> {
            assertEquals(List.of(Example.TOWN, Example.TOWN), List.of(silent, caller.organization()));
            assertTrue(caller.is(RoleNames.LOCAL) && caller.secondFactorAt() != null);
            assertTrue(mode == AccessMode.API && rights.next().isEmpty() && rights.messageRefusal() != null);
        });
    }

    @Property
    void aDeputyHandlesWhatSheOrAColleagueHandlesAndNothingElse(
            @ForAll boolean reads,
            @ForAll boolean manages,
            @ForAll Set<Demarche> own,
            @ForAll boolean lentToManage,
            @ForAll Set<Demarche> lent,
            @ForAll Demarche asked) {
        var roles = Stream.of(reads ? RoleNames.READ_FOLDERS : "x", manages ? RoleNames.MANAGE_FOLDERS : "y");
        var person = new Caller("zoe", Example.TOWN, Set.copyOf(roles.toList()), names(own), null);
        var deputy = person.replacing(List.of(new Replaced("leo", lentToManage, names(lent))));
        assertEquals(
                (manages && own.contains(asked)) || (lentToManage && lent.contains(asked)),
                deputy.manages(asked.name()));
        assertEquals((reads && own.contains(asked)) || lent.contains(asked), deputy.covers(asked.name()));
        boolean hers = own.contains(asked) && manages;
        assertEquals(
                !hers && lentToManage && lent.contains(asked) ? Set.of("leo") : Set.of(),
                deputy.forWhom(asked.name(), true));
    }

    private enum Demarche {
        CERTDC,
        EtatCivil
    }

    private static Set<String> names(Set<Demarche> some) {
        return Set.copyOf(some.stream().map(Enum::name).toList());
    }
}
