package fr.hubee.it.directory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.hubee.directory.organization.NamedOrganization;
import fr.hubee.directory.organization.OrganizationColumn;
import fr.hubee.directory.organization.OrganizationField;
import fr.hubee.directory.organization.OrganizationForm;
import fr.hubee.directory.organization.OrganizationSearch;
import fr.hubee.directory.organization.OrganizationService;
import fr.hubee.it.AsCaller;
import fr.hubee.it.InServer;
import fr.hubee.it.world.NewTown;
import fr.hubee.it.world.Partner;
import fr.hubee.it.world.Sirets;
import fr.hubee.kernel.security.Caller;
import fr.hubee.kernel.security.RoleNames;
import fr.hubee.kernel.shared.Conflict;
import fr.hubee.kernel.shared.InvalidRequest;
import fr.hubee.kernel.shared.OrganizationKey;
import jakarta.ejb.EJBAccessException;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Checks the changes of the register by the national administrator. */
class OrganizationFormIT extends InServer {
    static final Caller ADMIN =
            new Caller("ada@hubee.fr", null, Set.of(RoleNames.ADMIN, RoleNames.PERSON), Set.of(), "10.0.0.1");
    static final Caller PERSON = new Caller("bob@hubee.fr", null, Set.of(RoleNames.PERSON), Set.of(), null);

    final String siret = Sirets.fresh();

    @Inject
    OrganizationService organizations;

    OrganizationForm form(String type, String name) {
        return new OrganizationForm(Map.of(
                OrganizationField.TYPE,
                type,
                OrganizationField.COMPANY_REGISTER,
                siret,
                OrganizationField.BRANCH_CODE,
                "77372",
                OrganizationField.NAME,
                name,
                OrganizationField.POSTAL_CODE,
                "77135",
                OrganizationField.TERRITORY,
                "Pontcarré"));
    }

    OrganizationKey register(String type, String name) throws Exception {
        return AsCaller.call(ADMIN, () -> organizations.register(ADMIN, form(type, name)));
    }

    long amend(OrganizationKey key, long version, Map<OrganizationField, String> values) throws Exception {
        return AsCaller.call(ADMIN, () -> organizations.amend(ADMIN, key, version, new OrganizationForm(values)));
    }

    List<OrganizationKey> found(String text) throws Exception {
        var search = new OrganizationSearch(text, null, "actif", OrganizationColumn.NAME, false, 0, 10);
        return AsCaller.call(ADMIN, () -> organizations.page(ADMIN, search)).items().stream()
                .map(each -> each.key())
                .toList();
    }

    @Test
    void anOrganisationIsRegisteredOnceAndItsSiretIsChecked() throws Exception {
        var key = register("SI", "Pontcarré");

        assertEquals("SI-" + siret + "-77372", key.toString());
        assertEquals(
                "L’organisation " + key + " existe déjà : modifiez celle qui existe.",
                assertThrows(Conflict.class, () -> register("SI", "Pontcarré")).getMessage());

        var values = new HashMap<>(form("SI", "").values());
        values.put(OrganizationField.COMPANY_REGISTER, "12345678901234");
        var wrong = new OrganizationForm(values);
        var refused = assertThrows(
                InvalidRequest.class, () -> AsCaller.call(ADMIN, () -> organizations.register(ADMIN, wrong)));
        assertTrue(refused.getMessage().contains("Ce SIRET n’existe pas"), refused.getMessage());
        assertTrue(refused.getMessage().contains("Indiquez le nom"), refused.getMessage());
    }

    @Test
    void whoeverComesSecondIsShownWhatChanged() throws Exception {
        var key = register("SI", "Pontcarré");
        var opened = AsCaller.call(ADMIN, () -> organizations.open(ADMIN, key));
        assertEquals("Pontcarré", opened.form().values().get(OrganizationField.NAME));

        long version = amend(key, opened.version(), Map.of(OrganizationField.NAME, "Pontcarré-Neuf"));
        var conflict = assertThrows(
                Conflict.class, () -> amend(key, opened.version(), Map.of(OrganizationField.NAME, "Autre")));

        assertTrue(conflict.getMessage().contains("nom : « Pontcarré » → « Pontcarré-Neuf »"), conflict.getMessage());
        assertTrue(conflict.getMessage().contains("ada@hubee.fr"), conflict.getMessage());
        assertEquals(version, amend(key, version, Map.of(OrganizationField.NAME, "Pontcarré-Neuf")));
        assertTrue(amend(key, version, Map.of(OrganizationField.EMAIL, "mairie@pontcarre.fr")) > version);
    }

    @Test
    void aPartnersChangeIsReportedToo() throws Exception {
        var town = NewTown.fresh().registered();
        var key = OrganizationKey.parse(town.name()).orElseThrow();
        var opened = AsCaller.call(ADMIN, () -> organizations.open(ADMIN, key));
        var renamed = town.organization().replace("Commune de Pontcarré", "Pontcarré");
        Partner.of("demo-admin").atReferential().put("/organizations/" + town.name(), renamed);

        var conflict = assertThrows(
                Conflict.class, () -> amend(key, opened.version(), Map.of(OrganizationField.NAME, "Autre")));

        assertTrue(conflict.getMessage().contains("demo-admin"), conflict.getMessage());
        assertTrue(conflict.getMessage().contains("« Commune de Pontcarré » → « Pontcarré »"), conflict.getMessage());
    }

    @Test
    void aPartnersChangeKeepsThePopulationOfWhichTheContractKnowsNothing() throws Exception {
        var town = NewTown.fresh().registered();
        var key = OrganizationKey.parse(town.name()).orElseThrow();
        var opened = AsCaller.call(ADMIN, () -> organizations.open(ADMIN, key));
        amend(key, opened.version(), Map.of(OrganizationField.POPULATION, "1250"));

        Partner.of("demo-admin").atReferential().put("/organizations/" + town.name(), town.organization());

        var after = AsCaller.call(ADMIN, () -> organizations.open(ADMIN, key));
        assertEquals("1250", after.form().values().get(OrganizationField.POPULATION));
    }

    @Test
    void aChangeIsCheckedButTheKeyOfAPartnersOrganisationIsNot() throws Exception {
        var key = OrganizationKey.parse(NewTown.fresh().registered().name()).orElseThrow();
        var opened = AsCaller.call(ADMIN, () -> organizations.open(ADMIN, key));

        assertThrows(
                InvalidRequest.class, () -> amend(key, opened.version(), Map.of(OrganizationField.EMAIL, "mairie")));
        var values = new HashMap<>(opened.form().values());
        values.put(OrganizationField.NAME, "Pontcarré");
        assertEquals(opened.version() + 1, amend(key, opened.version(), values));
    }

    @Test
    void anOrganisationIsFoundByPartOfItsNameItsSiretOrItsCode() throws Exception {
        var mark = "x" + siret.substring(6);
        var key = register("SI", "Évry-le-Châtel 100%_" + mark);

        assertEquals(List.of(key), found("evry-le-chatel 100%_" + mark));
        assertEquals(List.of(key), found("ÉVRY-LE-CHÂTEL 100%_" + mark.toUpperCase(java.util.Locale.ROOT)));
        assertEquals(List.of(), found("evry-le-chatel 1000_" + mark), "no wildcard of the database");
        assertEquals(List.of(key), found(siret.substring(0, 9) + " " + siret.substring(9)));
        assertTrue(found("77372").size() > 0);
        assertTrue(found(" ").size() > 0);
        amend(key, 0, Map.of(OrganizationField.STATUS, "Inactif"));
        assertEquals(List.of(), found(siret));
    }

    @Test
    void everyColumnSortsThePage() throws Exception {
        for (var column : OrganizationColumn.values()) {
            var search = new OrganizationSearch(null, null, null, column, true, 0, 2);
            var page = AsCaller.call(ADMIN, () -> organizations.page(ADMIN, search));
            assertEquals(2, page.items().size(), column.toString());
            assertTrue(page.total() > 2);
        }
    }

    @Test
    void anybodySignedInChoosesAmongTheActiveEditors() throws Exception {
        var key = register("EDT", "Berger-Logiciels");
        assertTrue(AsCaller.call(PERSON, () -> organizations.editors())
                .contains(new NamedOrganization(key, "Berger-Logiciels")));

        amend(key, 0, Map.of(OrganizationField.STATUS, "Inactif"));

        assertTrue(AsCaller.call(PERSON, () -> organizations.editors()).stream()
                .noneMatch(each -> each.key().equals(key)));
    }

    @Test
    void onlyTheNationalAdministratorKeepsTheRegister() throws Exception {
        var key = register("SI", "Pontcarré");
        var search = new OrganizationSearch(null, null, null, OrganizationColumn.NAME, false, 0, 1);
        assertThrows(EJBAccessException.class, () -> AsCaller.call(PERSON, () -> organizations.open(PERSON, key)));
        assertThrows(
                EJBAccessException.class,
                () -> AsCaller.call(PERSON, () -> organizations.register(PERSON, form("SI", "Pontcarré"))));
        assertThrows(
                EJBAccessException.class,
                () -> AsCaller.call(PERSON, () -> organizations.amend(PERSON, key, 0, form("SI", "Pontcarré"))));
        assertThrows(EJBAccessException.class, () -> AsCaller.call(PERSON, () -> organizations.page(PERSON, search)));
    }
}
