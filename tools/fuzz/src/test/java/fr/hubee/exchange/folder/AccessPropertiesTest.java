package fr.hubee.exchange.folder;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.hubee.exchange.status.Party;
import fr.hubee.fuzz.AnyCaller;
import fr.hubee.kernel.security.Caller;
import fr.hubee.kernel.security.RoleNames;
import fr.hubee.kernel.shared.HubeeException;
import fr.hubee.kernel.shared.NotFound;
import fr.hubee.kernel.shared.OrganizationType;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** The télédossiers that anybody reaches, whatever roles she has together. */
class AccessPropertiesTest {
    private static boolean isOfItsOperator(Caller caller) {
        return caller.organization().equals(Example.OPERATOR)
                && caller.covers(Example.PROCESS)
                && (caller.is(RoleNames.OSL) || caller.is(RoleNames.BUSINESS));
    }

    private static boolean isOfItsService(Caller caller) {
        boolean reads = caller.is(RoleNames.SI) || caller.is(RoleNames.READ_FOLDERS);
        return caller.organization().equals(Example.TOWN) && caller.covers(Example.PROCESS) && reads;
    }

    @Property
    void nobodyReachesACaseThatIsNotHers(@ForAll(supplier = AnyCaller.class) Caller caller, @ForAll boolean complete) {
        var theCase = complete ? Example.completeCase() : Example.incompleteCase();
        try {
            CaseAccess.check(caller, theCase);
            assertTrue(caller.is(RoleNames.ADMIN) || isOfItsOperator(caller) || (complete && isOfItsService(caller)));
        } catch (HubeeException refused) {
            boolean hides = caller.is(RoleNames.PERSON) || (isOfItsService(caller) && !complete);
            assertEquals(hides, refused instanceof NotFound, refused::toString);
        }
    }

    @Property
    void nobodyReachesAFolderOfAnotherOperator(@ForAll(supplier = AnyCaller.class) Caller caller) {
        try {
            CaseAccess.check(caller, Example.folder(Example.TOWN));
            assertTrue(caller.is(RoleNames.ADMIN) || isOfItsOperator(caller));
        } catch (HubeeException refused) {
            assertEquals(caller.is(RoleNames.PERSON), refused instanceof NotFound, refused::toString);
        }
    }

    @Property
    void whatAServiceStillWritesIsReadByNobodyElse(@ForAll(supplier = AnyCaller.class) Caller caller) {
        var event = Example.completeCase()
                .record(Party.RECIPIENT, Example.TOWN, Example.deposit(null, Example.pdf()), Example.NOON);
        try {
            CaseAccess.check(caller, event);
            assertTrue(caller.is(RoleNames.ADMIN) || caller.organization().equals(Example.TOWN));
        } catch (NotFound refused) {
            assertTrue(caller.organization().type() != OrganizationType.SI
                    || caller.organization().equals(Example.VILLAGE));
        }
    }
}
