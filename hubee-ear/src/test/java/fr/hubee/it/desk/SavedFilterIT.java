package fr.hubee.it.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.hubee.desk.caselist.NamedFilter;
import fr.hubee.desk.caselist.SavedFilterService;
import fr.hubee.it.AsCaller;
import fr.hubee.it.InParallel;
import fr.hubee.it.InServer;
import fr.hubee.it.world.NewTown;
import fr.hubee.kernel.security.Caller;
import fr.hubee.kernel.shared.InvalidRequest;
import fr.hubee.kernel.shared.NotFound;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Checks the filters that a person saves. */
class SavedFilterIT extends InServer {
    @Inject
    SavedFilterService filters;

    Caller ada;
    Caller bea;

    @BeforeEach
    void twoAgentsOfATown() throws Exception {
        var town = NewTown.fresh().registered();
        ada = people.reader(town, "Ada");
        bea = people.reader(town, "Béa");
    }

    List<NamedFilter> of(Caller person) throws Exception {
        return AsCaller.call(person, () -> filters.list(person));
    }

    void keep(Caller person, String name, String query) throws Exception {
        AsCaller.run(person, () -> filters.keep(person, name, query));
    }

    void forget(Caller person, NamedFilter filter) throws Exception {
        AsCaller.run(person, () -> filters.forget(person, filter.id()));
    }

    @Test
    void sheFindsHersByNameAndNobodyElses() throws Exception {
        keep(ada, "Recensement", "?statut=tous&demarche=recensementCitoyen");
        keep(ada, "Actes de naissance à traiter", "?statut=nouveaux&demarche=EtatCivil");
        keep(bea, "Recensement", "?statut=clos");

        assertEquals(
                List.of("Actes de naissance à traiter", "Recensement"),
                of(ada).stream().map(NamedFilter::name).toList());
        assertEquals(
                List.of("?statut=clos"),
                of(bea).stream().map(NamedFilter::query).toList());
    }

    @Test
    void aNameThatSheHasAlreadyShowsSomethingElseFromThenOn() throws Exception {
        keep(ada, "À traiter", "?statut=nouveaux");
        keep(ada, " À  traiter ", "?statut=recus");

        assertEquals(
                List.of("?statut=recus"),
                of(ada).stream().map(NamedFilter::query).toList());
    }

    @Test
    void sheHasTwelveAtMostAlsoFromTwoWindows() throws Exception {
        InParallel.of(4, each -> {
            for (int number = 0; number < 3; number++) {
                keep(ada, "Filtre " + each + number, "?statut=tous");
            }
            return true;
        });
        var thirteenth = InParallel.of(2, each -> {
            try {
                keep(ada, "Un de trop " + each, "?statut=tous");
                return true;
            } catch (InvalidRequest refused) {
                return false;
            }
        });

        assertEquals(List.of(false, false), thirteenth);
        assertEquals(12, of(ada).size());
        keep(ada, "Filtre 00", "?statut=clos"); // that is no new one
        forget(ada, of(ada).get(0));
        keep(ada, "De nouveau", "?statut=tous");
        assertEquals(12, of(ada).size());
    }

    @Test
    void sheDeletesHersAndNobodyElses() throws Exception {
        keep(ada, "À traiter", "?statut=nouveaux");
        var hers = of(ada).get(0);

        assertThrows(NotFound.class, () -> forget(bea, hers));
        forget(ada, hers);
        assertThrows(NotFound.class, () -> forget(ada, hers), "it is gone");
        assertEquals(List.of(), of(ada));
    }

    @Test
    void savedFiltersAreDeletedWithTheAccount() throws Exception {
        keep(ada, "À traiter", "?statut=nouveaux");
        var id = of(ada).get(0).id();

        assertEquals(1, sql().change("delete from account where email = ?", ada.name()));

        assertEquals(0L, sql().count("saved_filter where id = ?", id));
        assertTrue(of(ada).isEmpty());
    }
}
