package fr.hubee.it.people;

import static org.junit.jupiter.api.Assertions.assertEquals;

import fr.hubee.desk.caselist.ListSettings;
import fr.hubee.desk.caselist.ListSettings.CaseColumn;
import fr.hubee.desk.caselist.ListSettingsService;
import fr.hubee.it.AsCaller;
import fr.hubee.it.InServer;
import fr.hubee.it.world.NewTown;
import fr.hubee.kernel.security.Caller;
import jakarta.inject.Inject;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Checks how a person wants her list of télédossiers. */
class ListSettingsIT extends InServer {
    @Inject
    ListSettingsService settings;

    Caller ada;
    Caller bea;

    @BeforeEach
    void twoAgentsOfATown() throws Exception {
        var town = NewTown.fresh().registered();
        ada = people.reader(town, "Ada");
        bea = people.reader(town, "Béa");
    }

    Set<CaseColumn> of(Caller person) throws Exception {
        return AsCaller.call(person, () -> settings.read(person).hidden());
    }

    void hide(Set<CaseColumn> hidden) throws Exception {
        AsCaller.run(ada, () -> settings.keep(ada, new ListSettings(hidden, false, null)));
    }

    @Test
    void sheHasAllOfThemUntilSheChoosesAndThenThoseThatSheChoseLast() throws Exception {
        assertEquals(Set.of(), of(ada));

        hide(Set.of(CaseColumn.PERSON, CaseColumn.UPDATED));
        assertEquals(Set.of(CaseColumn.PERSON, CaseColumn.UPDATED), of(ada));
        assertEquals(Set.of(), of(bea), "it is her own choice");

        hide(Set.of(CaseColumn.PROCESS));
        assertEquals(Set.of(CaseColumn.PROCESS), of(ada));
        hide(Set.of());
        assertEquals(Set.of(), of(ada));
    }

    @Test
    void aColumnThatThisReleaseDoesNotKnowIsPassedOver() throws Exception {
        hide(Set.of(CaseColumn.PERSON));
        sql().change(
                        "update hidden_column set names = names || cast('WEATHER' as varchar)"
                                + " where account_id = (select id from account where email = ?)",
                        ada.name());

        assertEquals(Set.of(CaseColumn.PERSON), of(ada));
    }

    @Test
    void hiddenColumnsAreDeletedWithTheAccount() throws Exception {
        hide(Set.of(CaseColumn.PERSON));

        assertEquals(1, sql().change("delete from account where email = ?", ada.name()));
        assertEquals(Set.of(), of(ada));
    }
}
