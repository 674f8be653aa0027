package fr.hubee.it.account;

import static org.junit.jupiter.api.Assertions.assertEquals;

import fr.hubee.account.ActorType;
import fr.hubee.account.Role;
import fr.hubee.it.AsCaller;
import fr.hubee.it.Sql;
import fr.hubee.it.world.NewPerson;
import fr.hubee.it.world.NewTown;
import fr.hubee.it.world.People;
import fr.hubee.savedfilter.CaseColumn;
import fr.hubee.savedfilter.HiddenColumnService;
import fr.hubee.security.Caller;
import jakarta.annotation.Resource;
import jakarta.inject.Inject;
import java.util.Set;
import javax.sql.DataSource;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The columns that a person does without. */
@ExtendWith(ArquillianExtension.class)
class HiddenColumnIT {
    @Inject
    HiddenColumnService columns;

    @Resource(lookup = "java:jboss/datasources/HubeeDS")
    DataSource database;

    Caller ada;
    Caller bea;

    @BeforeEach
    void people() throws Exception {
        var town = NewTown.fresh().registered();
        ada = agent(town, "Ada");
        bea = agent(town, "Béa");
    }

    private Caller agent(NewTown town, String name) throws Exception {
        return NewPerson.ada(town.organizationKey(), ActorType.AGENT)
                .named(name, "Lovelace")
                .roles(Set.of(Role.READ_FOLDERS))
                .reaching("EtatCivil")
                .in(database)
                .caller(People.HERE);
    }

    Set<CaseColumn> of(Caller person) throws Exception {
        return AsCaller.call(person, () -> columns.hidden(person));
    }

    void hide(Set<CaseColumn> hidden) throws Exception {
        AsCaller.call(ada, () -> {
            columns.hide(ada, hidden);
            return null;
        });
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
        new Sql(database)
                .change(
                        "update hidden_column set names = names || cast('WEATHER' as varchar)"
                                + " where account_id = (select id from account where email = ?)",
                        ada.name());

        assertEquals(Set.of(CaseColumn.PERSON), of(ada));
    }

    @Test
    void itGoesWithTheAccount() throws Exception {
        hide(Set.of(CaseColumn.PERSON));

        assertEquals(1, new Sql(database).change("delete from account where email = ?", ada.name()));
        assertEquals(Set.of(), of(ada));
    }
}
