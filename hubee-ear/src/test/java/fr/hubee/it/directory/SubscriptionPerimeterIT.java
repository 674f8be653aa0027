package fr.hubee.it.directory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.hubee.directory.subscription.AccessMode;
import fr.hubee.directory.subscription.NamedProcess;
import fr.hubee.directory.subscription.NotificationFrequency;
import fr.hubee.directory.subscription.SubscriptionFilter;
import fr.hubee.directory.subscription.SubscriptionFilter.SubscriptionSort;
import fr.hubee.directory.subscription.SubscriptionLifeService;
import fr.hubee.directory.subscription.SubscriptionLine;
import fr.hubee.directory.subscription.SubscriptionOverviewService;
import fr.hubee.directory.subscription.SubscriptionSettings;
import fr.hubee.directory.subscription.SubscriptionStatus;
import fr.hubee.it.AsCaller;
import fr.hubee.it.InServer;
import fr.hubee.it.world.Callers;
import fr.hubee.it.world.NewTown;
import fr.hubee.it.world.Organizations;
import fr.hubee.it.world.Partner;
import fr.hubee.kernel.security.Caller;
import fr.hubee.kernel.shared.NotAllowed;
import fr.hubee.kernel.shared.OrganizationKey;
import jakarta.ejb.EJBAccessException;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;

/** §1.2: the subscriptions that a person sees, and what she may do with them. */
class SubscriptionPerimeterIT extends InServer {
    @Inject
    SubscriptionLifeService life;

    @Inject
    SubscriptionOverviewService overview;

    final NewTown town = NewTown.fresh().registered();
    final Caller ada = Callers.manager(town.organizationKey());

    /** Returns the démarches of this town whose subscriptions the person sees. */
    List<String> sees(Caller caller) throws Exception {
        return page(caller, filter(null, null, null, town.companyRegister())).stream()
                .map(SubscriptionLine::processCode)
                .toList();
    }

    List<SubscriptionLine> page(Caller caller, SubscriptionFilter filter) throws Exception {
        return AsCaller.call(caller, () -> overview.page(caller, filter)).items();
    }

    static SubscriptionFilter filter(
            OrganizationKey operator, SubscriptionStatus status, Boolean awaiting, String text) {
        return new SubscriptionFilter(
                operator, null, null, status, awaiting, text, SubscriptionSort.PROCESS, false, 0, 100);
    }

    long version(UUID id) throws Exception {
        var nina = Callers.national();
        return AsCaller.call(nina, () -> overview.read(nina, id)).line().version();
    }

    long configured(UUID id, OrganizationKey editor) throws Exception {
        var settings = new SubscriptionSettings(AccessMode.API, NotificationFrequency.NONE, null, editor);
        long opened = version(id);
        return AsCaller.call(ada, () -> life.configure(ada, id, opened, settings));
    }

    static String refusal(Caller caller, Callable<?> act) {
        return assertThrows(NotAllowed.class, () -> AsCaller.call(caller, act)).getMessage();
    }

    static LocalDate today() {
        return LocalDate.now(ZoneId.of("Europe/Paris"));
    }

    @Test
    void aPersonSeesTheSubscriptionsOfHerPerimeter() throws Exception {
        var civil = UUID.fromString(town.subscribed("EtatCivil"));
        town.subscribed("RSAFIM");
        var editor = Organizations.newEditor();
        configured(civil, editor);

        assertEquals(List.of("EtatCivil", "RSAFIM"), sees(Callers.national()));
        assertEquals(List.of("EtatCivil", "RSAFIM"), sees(Callers.reader(town.organizationKey())));
        assertEquals(List.of("EtatCivil"), sees(Callers.business(Organizations.DILA)));
        assertEquals(List.of("RSAFIM"), sees(Callers.business(Organizations.CNAF)));
        assertEquals(List.of("EtatCivil"), sees(Callers.editor(editor)));
        assertEquals(List.of(), sees(Callers.editor(Organizations.newEditor())));
        assertEquals(List.of(), sees(Callers.manager(NewTown.fresh().organizationKey())));
        assertThrows(EJBAccessException.class, () -> sees(Callers.agent(town.organizationKey())));
    }

    @Test
    void aLineTellsAllThatTheListShows() throws Exception {
        var id = UUID.fromString(town.subscribed("RSAFIM"));
        var editor = Organizations.newEditor();
        long version = configured(id, editor);

        var line = page(ada, filter(null, null, null, null)).get(0);

        assertEquals(id, line.id());
        assertEquals(version, line.version());
        assertEquals(Organizations.CNAF, line.operator());
        assertFalse(line.operatorName().isBlank());
        assertFalse(line.processName().isBlank());
        assertEquals(town.datapassId(), line.datapassId());
        assertEquals(editor, line.editor());
        assertEquals("Commune de Pontcarré", line.editorName());
        assertEquals("Commune de Pontcarré", line.subscriberName());
    }

    @Test
    void aListIsFilteredAndSorted() throws Exception {
        town.subscribed("EtatCivil");
        town.subscribed("RSAFIM");
        var nina = Callers.national();
        var spaced = town.companyRegister().replaceFirst("(...)(...)(...)", "$1 $2 $3 ");

        assertEquals(
                2,
                page(nina, filter(null, SubscriptionStatus.INACTIVE, null, spaced))
                        .size());
        assertEquals(
                0,
                page(nina, filter(null, SubscriptionStatus.ACTIVE, null, spaced))
                        .size());
        assertEquals(
                1, page(nina, filter(Organizations.CNAF, null, null, spaced)).size());
        assertEquals(0, page(nina, filter(null, null, true, spaced)).size());
        assertEquals(2, page(ada, filter(null, null, null, "PONTCARRÉ")).size());
        assertEquals(0, page(ada, filter(null, null, null, "_ontcarr")).size());
        for (var sort : SubscriptionSort.values()) {
            var wanted = new SubscriptionFilter(null, null, null, null, null, null, sort, true, 0, 1);
            var page = AsCaller.call(ada, () -> overview.page(ada, wanted));
            assertEquals(1, page.items().size(), sort::name);
            assertEquals(2, page.total(), sort::name);
        }
    }

    @Test
    void whatIsToBeValidatedIsAFilter() throws Exception {
        var asked = town.subscription("RSAFIM").replace("\"validateDateTime\": \"2026-11-24T10:00:00.000+00:00\",", "");
        Partner.of("demo-datapass").atReferential().post("/subscriptions", asked);
        town.subscribed("RSAFIX");
        var cnaf = Callers.business(Organizations.CNAF);

        var waiting = page(cnaf, filter(null, null, true, town.companyRegister()));

        assertEquals(
                List.of("RSAFIM"),
                waiting.stream().map(SubscriptionLine::processCode).toList());
    }

    @Test
    void theChoicesOfTheFiltersAreThoseOfThePerimeter() throws Exception {
        town.subscribed("EtatCivil");

        var choices = AsCaller.call(ada, () -> overview.processes(ada));

        assertEquals(
                List.of("EtatCivil"), choices.stream().map(NamedProcess::code).toList());
        assertEquals(Organizations.DILA, choices.get(0).operator());
    }

    @Test
    void anEditorActsWhereItIsNamedAndAtOnceNoLonger() throws Exception {
        var id = UUID.fromString(town.subscribed("EtatCivil"));
        var editor = Organizations.newEditor();
        var edith = Callers.editor(editor);
        assertTrue(refusal(edith, () -> life.activate(edith, id, 0, today()))
                .startsWith("Cet abonnement ne désigne pas votre organisation comme éditeur"));

        long named = configured(id, editor);
        long active = AsCaller.call(edith, () -> life.activate(edith, id, named, today()));
        long suspended = AsCaller.call(edith, () -> life.suspend(edith, id, active));
        long again = AsCaller.call(edith, () -> life.reactivate(edith, id, suspended));
        var wanted = new SubscriptionSettings(AccessMode.PORTAIL, NotificationFrequency.NONE, null, null);
        assertTrue(refusal(edith, () -> life.configure(edith, id, again, wanted))
                .contains("revient à l’organisation abonnée"));
        assertThrows(EJBAccessException.class, () -> AsCaller.call(edith, () -> life.validate(edith, id, again)));

        AsCaller.call(ada, () -> life.configure(ada, id, again, wanted));
        assertTrue(refusal(edith, () -> overview.read(edith, id)).contains("ne désigne pas"));
        assertTrue(refusal(edith, () -> life.suspend(edith, id, again + 1)).contains("ne désigne pas"));
        assertTrue(refusal(edith, () -> overview.history(edith, id)).contains("ne désigne pas"));
    }

    @Test
    void aStrangerIsRefusedBeforeSheLearnsAnything() throws Exception {
        var id = UUID.fromString(town.subscribed("EtatCivil"));
        var stranger = Callers.manager(NewTown.fresh().organizationKey());
        var other = "Cet abonnement est celui d’une autre organisation : il n’est pas accessible avec votre compte.";
        var settings = new SubscriptionSettings(AccessMode.API, NotificationFrequency.NONE, null, null);

        assertEquals(other, refusal(stranger, () -> overview.read(stranger, id)));
        assertEquals(other, refusal(stranger, () -> overview.history(stranger, id)));
        assertEquals(other, refusal(stranger, () -> life.activate(stranger, id, 99, today())));
        assertEquals(other, refusal(stranger, () -> life.suspend(stranger, id, 99)));
        assertEquals(other, refusal(stranger, () -> life.reactivate(stranger, id, 99)));
        assertEquals(other, refusal(stranger, () -> life.configure(stranger, id, 99, settings)));
    }

    @Test
    void anOperatorJudgesThoseOfItsOwnDemarchesOnly() throws Exception {
        var id = UUID.fromString(town.subscribed("EtatCivil"));
        var cnaf = Callers.business(Organizations.CNAF);
        var dila = Callers.business(Organizations.DILA);

        assertTrue(refusal(cnaf, () -> life.refuse(cnaf, id, 99, "Non")).contains("autre opérateur"));
        assertTrue(refusal(cnaf, () -> overview.read(cnaf, id)).contains("autre opérateur"));
        AsCaller.call(dila, () -> life.refuse(dila, id, version(id), "Doublon"));
        assertThrows(EJBAccessException.class, () -> AsCaller.call(dila, () -> life.suspend(dila, id, 99)));
        assertThrows(EJBAccessException.class, () -> AsCaller.call(ada, () -> life.validate(ada, id, 99)));
    }

    @Test
    void whoOnlyLooksChangesNothing() throws Exception {
        var id = UUID.fromString(town.subscribed("EtatCivil"));
        var rose = Callers.reader(town.organizationKey());

        var rights = AsCaller.call(rose, () -> overview.read(rose, id)).rights();

        assertEquals(
                List.of(true, false, false, false),
                List.of(rights.read(), rights.manage(), rights.configure(), rights.validate()));
        assertThrows(EJBAccessException.class, () -> AsCaller.call(rose, () -> life.suspend(rose, id, 0)));
    }

    @Test
    void partnersHaveNoPartInIt() {
        for (var role : Set.of("OSL", "SI", "DATAPASS", "BATCH", "PERSON")) {
            var partner = new Caller("client", Organizations.DILA, Set.of(role), Set.of(), null);
            assertThrows(
                    EJBAccessException.class,
                    () -> AsCaller.call(partner, () -> overview.page(partner, SubscriptionFilter.ALL)));
        }
    }
}
