package fr.hubee.it.portal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.hubee.it.world.Database;
import fr.hubee.it.world.Deposit;
import fr.hubee.it.world.NewPerson;
import fr.hubee.it.world.PortalTown;
import fr.hubee.people.account.ActorType;
import fr.hubee.people.account.Role;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The national administrator acts for a service on « Assistance »; a person without a role sees whom to ask. */
class SupportPageIT extends InBrowser {
    final PortalTown village = PortalTown.of(TeledossierIT.PROCESS);
    final Visitor lucie = Visitor.administrator(village.town());

    Deposit finished() {
        var deposit = Deposit.complete(dila, TeledossierIT.PROCESS, "10870-XML", village.town());
        TeledossierIT.moved(deposit, "SENT");
        TeledossierIT.moved(deposit, "DONE");
        return deposit;
    }

    private void search(Deposit deposit) {
        chrome.signIn(Visitor.national())
                .open("/assistance?numero=" + RescueIT.number(deposit) + "&organisation="
                        + village.town().organizationKey())
                .settled();
    }

    @Test
    void aTeledossierIsFoundByItsNumberAndReopenedWithAReason() {
        var deposit = finished();
        search(deposit);
        chrome.judge("assistance").shows(RescueIT.number(deposit));

        chrome.press("reopen");
        assertFalse(chrome.text("#reason-error").isEmpty());
        assertEquals(1, Database.count("cases where id = ? and status = 'DONE'", deposit.theCase()));

        chrome.type("reason", "Terminé par erreur").press("reopen");
        chrome.shows(
                "Le télédossier est de nouveau « En cours »", "Les administrateurs locaux du service sont prévenus");
        assertEquals(1, Database.count("cases where id = ? and status = 'IN_PROGRESS'", deposit.theCase()));
        assertEquals(
                1,
                Database.count("mail where recipient = ? and template_values like '%SUPPORT_ACTED%'", lucie.email()));
    }

    @Test
    void aNumberThatNobodyHasGivenSaysWhatToCheck() {
        chrome.signIn(Visitor.national())
                .open("/assistance?numero=sans-suite&organisation="
                        + village.town().organizationKey());

        chrome.shows("Aucun télédossier de ce numéro");
    }

    @Test
    void aPersonWhoOnlyReadsSeesTheAddressOfHerAdministrator() {
        var deposit = finished();
        var reader = Visitor.of(NewPerson.ada(village.town().organizationKey(), ActorType.AGENT)
                .roles(Set.of(Role.READ_FOLDERS))
                .reaching(TeledossierIT.PROCESS));

        chrome.signIn(reader).open(TeledossierIT.page(deposit));

        assertTrue(chrome.text(".administrators").contains(lucie.email()), () -> chrome.text(".administrators"));
        chrome.assertNoTrouble();
    }
}
