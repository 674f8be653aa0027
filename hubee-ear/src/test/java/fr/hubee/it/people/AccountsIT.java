package fr.hubee.it.people;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.hubee.it.AsCaller;
import fr.hubee.it.InParallel;
import fr.hubee.it.InServer;
import fr.hubee.it.world.NewTown;
import fr.hubee.it.world.Partner;
import fr.hubee.journal.audit.AuditAction;
import fr.hubee.journal.audit.AuditLine;
import fr.hubee.journal.audit.AuditQuery;
import fr.hubee.journal.audit.AuditService;
import fr.hubee.journal.audit.Changes.Change;
import fr.hubee.kernel.security.Caller;
import fr.hubee.kernel.security.RoleNames;
import fr.hubee.kernel.shared.Conflict;
import fr.hubee.kernel.shared.HubeeException;
import fr.hubee.kernel.shared.InvalidRequest;
import fr.hubee.kernel.shared.NotAllowed;
import fr.hubee.kernel.shared.OrganizationKey;
import fr.hubee.kernel.shared.UuidV7;
import fr.hubee.people.account.AccountDetail;
import fr.hubee.people.account.AccountEvent;
import fr.hubee.people.account.AccountLookup;
import fr.hubee.people.account.AccountQuery;
import fr.hubee.people.account.AccountService;
import fr.hubee.people.account.AccountTransfer;
import fr.hubee.people.account.ActorType;
import fr.hubee.people.account.NewAccount;
import fr.hubee.people.account.Rights;
import fr.hubee.people.account.Role;
import fr.hubee.people.identity.Civility;
import fr.hubee.people.identity.Identity;
import fr.hubee.people.identity.Identity.Profile;
import jakarta.annotation.Resource;
import jakarta.ejb.EJBAccessException;
import jakarta.inject.Inject;
import jakarta.transaction.UserTransaction;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;

/** §1.2, §1.3, §6.5: the accounts of people, and the rights on them. */
class AccountsIT extends InServer {
    static final OrganizationKey DINUM =
            OrganizationKey.parse("ADMIN-99000900300015-00000").orElseThrow();
    static final OrganizationKey DILA =
            OrganizationKey.parse("OSL-99000001000019-00000").orElseThrow();
    static final Caller NATIONAL = new Caller(
                    "national@example.fr", DINUM, Set.of(RoleNames.PERSON, RoleNames.ADMIN), Set.of(), "127.0.0.1")
            .proven(Instant.MAX);
    static final Identity PAUL = new Identity(Civility.M, "Paul", "Martin", "Agent", "01 60 00 00 01", null);
    static final String FOREIGN =
            "Ce compte est celui d’une autre organisation : vous n’accédez qu’à ceux de la vôtre.";

    @Inject
    AccountService accounts;

    @Inject
    AccountLookup directory;

    @Inject
    AccountTransfer transfer;

    @Inject
    AuditService audit;

    @Inject
    HeardOfAccounts heard;

    @Resource
    UserTransaction transaction;

    final NewTown town = NewTown.fresh();

    OrganizationKey key() {
        return key(town);
    }

    static OrganizationKey key(NewTown one) {
        return OrganizationKey.parse(one.name()).orElseThrow();
    }

    static String address() {
        return UuidV7.next() + "@example.fr";
    }

    static NewAccount wanted(ActorType type, OrganizationKey organization, String... codes) {
        return new NewAccount(type, organization, address(), PAUL, Set.of(codes));
    }

    AccountDetail create(Caller caller, NewAccount wanted) throws Exception {
        return AsCaller.call(caller, () -> accounts.create(caller, wanted));
    }

    AccountDetail administrator() throws Exception {
        return create(NATIONAL, wanted(ActorType.LOCAL_ADMINISTRATOR, key()));
    }

    AccountDetail agent(Caller by) throws Exception {
        return create(by, wanted(ActorType.AGENT, key(), "EtatCivil"));
    }

    /** Returns the caller that the account is after sign-in. */
    Caller caller(AccountDetail account) {
        return directory.find(account.id()).orElseThrow().caller("127.0.0.1").proven(Instant.MAX);
    }

    AccountDetail read(Caller caller, UUID id) throws Exception {
        return AsCaller.call(caller, () -> accounts.read(caller, id));
    }

    AccountDetail deactivate(Caller caller, AccountDetail account) throws Exception {
        return AsCaller.call(caller, () -> accounts.deactivate(caller, account.id(), account.version()));
    }

    AccountDetail give(Caller caller, AccountDetail account, Rights rights) throws Exception {
        return AsCaller.call(
                caller, () -> accounts.change(caller, account.id(), account.version(), account.identity(), rights));
    }

    static Rights withRoles(AccountDetail account, Set<Role> roles) {
        return new Rights(account.rights().actorType(), roles, account.rights().processCodes());
    }

    List<AuditLine> journal(Object subject) throws Exception {
        var query = new AuditQuery(null, null, null, subject.toString(), null, null, 0, 100);
        return AsCaller.call(NATIONAL, () -> audit.page(query)).items().stream()
                .filter(line ->
                        line.action() != AuditAction.LINK_SENT || !line.actor().equals("hubee")) // her invitation
                .toList();
    }

    static <X extends HubeeException> String refused(Class<X> how, Callable<?> act) {
        return assertThrows(how, act::call).getMessage();
    }

    List<String> addresses(Caller caller, AccountQuery query) throws Exception {
        return AsCaller.call(caller, () -> accounts.page(caller, query)).items().stream()
                .map(AccountDetail::email)
                .toList();
    }

    static AccountQuery all() {
        return new AccountQuery(null, null, null, null, null, null, null, null, null, false, 0, 100);
    }

    // making

    @Test
    void aNewAccountHasTheRolesOfItsTypeAndItsPersonIsInvited() throws Exception {
        town.registered().subscribed("EtatCivil");
        var ada = caller(administrator());

        var paul = agent(ada);

        assertEquals(paul, read(ada, paul.id()));
        assertEquals(0, paul.version());
        assertEquals("0160000001", paul.identity().phoneNumber());
        assertEquals(Set.of(Role.MANAGE_FOLDERS), paul.rights().roles());
        assertEquals("Commune de Pontcarré", paul.organizationName());
        assertEquals(List.of(new AccountEvent.Created(paul.id())), heard.of(paul.id()));
        var line = journal(paul.id()).get(0);
        assertEquals(AuditAction.ACCOUNT_CREATED, line.action());
        assertEquals(ada.name(), line.actor());
        assertEquals(town.name(), line.organization());
        assertEquals(new Change(null, "MANAGE_FOLDERS"), line.changes().fields().get("rights.roles"));
    }

    @Test
    void anAddressHasOneAccountInTheHubInWhateverCaseItIsTyped() throws Exception {
        town.registered();
        var first = administrator();
        var elsewhere = NewTown.fresh().registered();
        var again = new NewAccount(
                ActorType.LOCAL_ADMINISTRATOR,
                key(elsewhere),
                " " + first.email().toUpperCase(Locale.ROOT) + " ",
                PAUL,
                Set.of());

        assertEquals(
                "Un compte existe déjà pour l’adresse « " + first.email()
                        + " » : une adresse n’a qu’un compte. Choisissez une autre adresse, ou réactivez ce compte.",
                refused(InvalidRequest.class, () -> create(NATIONAL, again)));
    }

    @Test
    void ofTenAtOnceOneIsMadeAndNineExistAlready() {
        town.registered();
        var wanted = wanted(ActorType.LOCAL_ADMINISTRATOR, key());

        var outcomes = InParallel.of(10, each -> outcome(() -> create(NATIONAL, wanted)));

        assertEquals(1, outcomes.stream().filter("done"::equals).count(), outcomes::toString);
        assertEquals(
                9,
                outcomes.stream()
                        .filter(outcome -> outcome.startsWith("Un compte existe déjà"))
                        .count(),
                outcomes::toString);
    }

    static String outcome(Callable<?> act) {
        try {
            act.call();
            return "done";
        } catch (HubeeException refused) {
            return refused.getMessage();
        } catch (Exception failure) {
            return failure.toString();
        }
    }

    @Test
    void anAddressThatNobodyCouldWriteToIsRefused() {
        town.registered();
        for (var typed : List.of(
                "mairié@example.fr",
                "mai\u200Brie@example.fr",
                "а@example.fr",
                "x".repeat(400) + "@example.fr",
                "Ada <ada@example.fr>",
                "ada@",
                "ada\r\nBcc: all@example.fr",
                "")) {
            var wanted = new NewAccount(ActorType.LOCAL_ADMINISTRATOR, key(), typed, PAUL, Set.of());

            var sentence = refused(InvalidRequest.class, () -> create(NATIONAL, wanted));

            assertTrue(sentence.contains("adresse électronique"), typed + ": " + sentence);
        }
    }

    @Test
    void anAgentIsHabilitatedOnlyForWhatItsOrganisationHasSubscribedTo() throws Exception {
        town.registered().subscribed("EtatCivil");
        var ada = caller(administrator());

        assertEquals(
                "Cette organisation n’est pas abonnée à ces démarches : RSA."
                        + " Retirez-les, ou demandez d’abord l’abonnement.",
                refused(InvalidRequest.class, () -> create(ada, wanted(ActorType.AGENT, key(), "EtatCivil", "RSA"))));
        var paul = agent(ada);
        var choices = AsCaller.call(ada, () -> accounts.choices(ada, key()));
        assertEquals(Set.of("EtatCivil"), choices.processes().keySet());
        assertEquals(List.of(ActorType.LOCAL_ADMINISTRATOR, ActorType.AGENT), choices.types());
        var more = new Rights(ActorType.AGENT, paul.rights().roles(), Set.of("EtatCivil", "RSA"));
        assertTrue(refused(InvalidRequest.class, () -> give(ada, paul, more)).contains("RSA"));
        assertEquals(Set.of("EtatCivil"), read(ada, paul.id()).rights().processCodes());
    }

    @Test
    void anOrganisationThatDoesNotExistHasNoPeople() {
        assertEquals(
                "L’organisation " + town.name() + " n’existe pas : créez-la d’abord.",
                refused(InvalidRequest.class, this::administrator));
    }

    @Test
    void theFirstAccountComesFromAFileAndAlreadyThereStaysAsItIs() throws Exception {
        var wanted = wanted(ActorType.NATIONAL_ADMINISTRATOR, DINUM);

        addIfAbsent(wanted);
        var first = directory.findByLogin(wanted.email()).orElseThrow();
        addIfAbsent(wanted);

        assertTrue(first.caller(null).is(RoleNames.ADMIN));
        assertEquals(List.of(new AccountEvent.Created(first.id())), heard.of(first.id()));
        assertEquals(1, journal(first.id()).size());
    }

    void addIfAbsent(NewAccount wanted) throws Exception {
        AsCaller.run(Set.of(RoleNames.BATCH), () -> accounts.addIfAbsent(wanted));
    }

    // perimeter

    @Test
    void theAccountsOfAnotherOrganisationAreOutOfReach() throws Exception {
        town.registered();
        var victim = administrator();
        var elsewhere = NewTown.fresh().registered();
        var stranger = caller(create(NATIONAL, wanted(ActorType.LOCAL_ADMINISTRATOR, key(elsewhere))));
        var id = victim.id();
        var there = new AccountQuery(key(), null, null, null, null, null, null, null, null, false, 0, 100);

        List<Callable<?>> acts = List.of(
                () -> accounts.page(stranger, there),
                () -> accounts.read(stranger, id),
                () -> accounts.choices(stranger, key()),
                () -> accounts.create(stranger, wanted(ActorType.LOCAL_ADMINISTRATOR, key())),
                () -> accounts.problemsOfChange(stranger, id, PAUL, victim.rights()),
                () -> accounts.change(stranger, id, 0, PAUL, victim.rights()),
                () -> accounts.deactivate(stranger, id, 0),
                () -> accounts.activate(stranger, id, 0),
                () -> {
                    accounts.sendLink(stranger, id);
                    return null;
                });

        for (var act : acts) {
            assertEquals(FOREIGN, refused(NotAllowed.class, () -> AsCaller.call(stranger, act)));
        }
        assertEquals(victim, read(NATIONAL, id));
        assertFalse(addresses(stranger, all()).contains(victim.email()));
    }

    @Test
    void whoOnlyLooksChangesNothing() throws Exception {
        town.registered().subscribed("EtatCivil");
        var paul = agent(caller(administrator()));
        var reader = caller(give(NATIONAL, agent(NATIONAL), withRoles(paul, Set.of(Role.READ_USERS))));

        assertEquals(paul, read(reader, paul.id()));
        assertThrows(EJBAccessException.class, () -> deactivate(reader, paul));
        assertThrows(EJBAccessException.class, () -> read(caller(paul), paul.id()), "an agent sees no users");
    }

    // the list

    @Test
    void theListIsFilteredByEachColumn() throws Exception {
        town.registered().subscribed("EtatCivil");
        town.subscribed("RSA");
        var local = administrator();
        var ada = caller(local);
        var zoe = create(
                ada,
                new NewAccount(
                        ActorType.AGENT,
                        key(),
                        address(),
                        new Identity(Civility.MME, "Zoé", "Le Goff", null, null, "0600000001"),
                        Set.of("RSA")));
        var paul = agent(ada);
        deactivate(ada, paul);

        assertEquals(List.of(zoe.email(), local.email(), paul.email()), addresses(ada, all()));
        assertEquals(
                List.of(local.email()), addresses(ada, filter(ActorType.LOCAL_ADMINISTRATOR, null, null, null, null)));
        assertEquals(List.of(local.email()), addresses(ada, filter(null, Role.MANAGE_USERS, null, null, null)));
        assertEquals(List.of(zoe.email()), addresses(ada, filter(null, null, "RSA", null, null)));
        assertEquals(List.of(zoe.email()), addresses(ada, filter(null, null, null, "GOFF", null)));
        assertEquals(List.of(zoe.email()), addresses(ada, filter(null, null, null, "le goff zo", null)));
        assertEquals(List.of(), addresses(ada, filter(null, null, null, "%%", null)));
        assertEquals(List.of(paul.email()), addresses(ada, filter(null, null, null, null, false)));
        var second = new AccountQuery(key(), null, null, null, null, null, null, null, null, false, 1, 1);
        var page = AsCaller.call(NATIONAL, () -> accounts.page(NATIONAL, second));
        assertEquals(3, page.total());
        assertEquals(local.email(), page.items().get(0).email());
        assertEquals(
                Set.of(Role.MANAGE_USERS, Role.MANAGE_SUBSCRIPTIONS),
                page.items().get(0).rights().roles());
    }

    static AccountQuery filter(ActorType type, Role role, String code, String name, Boolean active) {
        return new AccountQuery(null, null, type, role, code, name, active, null, null, false, 0, 100);
    }

    // conflicts

    @Test
    void theSecondToSaveIsShownWhatTheFirstHasChanged() throws Exception {
        town.registered().subscribed("EtatCivil");
        var ada = caller(administrator());
        var grace = caller(administrator());
        var paul = agent(ada);
        var promoted = new Identity(Civility.M, "Paul", "Martin", "Adjoint", "0160000001", null);
        AsCaller.call(ada, () -> accounts.change(ada, paul.id(), paul.version(), promoted, paul.rights()));

        var sentence = refused(Conflict.class, () -> deactivate(grace, paul));

        assertTrue(
                sentence.matches(
                        "Rien n’a été enregistré : ce que vous modifiez a changé depuis que vous l’avez ouvert\\."
                                + " Le [0-9er]+ \\p{L}+ [0-9]{4} à [0-9]{1,2}\\hh\\h[0-9]{2}, " + ada.name()
                                + " : Compte modifié \\(Fonction : « Agent » → « Adjoint »\\)\\. Rechargez la page.*"),
                sentence);
        assertTrue(read(ada, paul.id()).active());
    }

    @Test
    void ofTenWhoSaveAtOnceOneIsHeard() throws Exception {
        town.registered().subscribed("EtatCivil");
        var paul = agent(caller(administrator()));

        var outcomes = InParallel.of(
                10,
                each -> outcome(() -> AsCaller.call(
                        NATIONAL,
                        () -> accounts.change(
                                NATIONAL,
                                paul.id(),
                                paul.version(),
                                new Identity(Civility.M, "Paul", "Martin" + each, null, "0160000001", null),
                                paul.rights()))));

        assertEquals(1, outcomes.stream().filter("done"::equals).count(), outcomes::toString);
        assertEquals(
                9,
                outcomes.stream()
                        .filter(outcome ->
                                outcome.contains("national@example.fr : Compte modifié (Fonction : « Agent » → vide"))
                        .count(),
                outcomes::toString);
    }

    @Test
    void savingWhatIsThereChangesNothing() throws Exception {
        town.registered();
        var ada = administrator();

        assertEquals(ada, give(NATIONAL, ada, ada.rights()));
        assertEquals(1, journal(ada.id()).size());
    }

    // rights

    @Test
    void aChangeOfRightsTellsTheOldAndTheNew() throws Exception {
        town.registered().subscribed("EtatCivil");
        var ada = caller(administrator());
        var paul = agent(ada);

        var changed = give(ada, paul, withRoles(paul, Set.of(Role.READ_FOLDERS)));

        assertEquals(1, changed.version());
        var line = journal(paul.id()).get(0);
        assertEquals(AuditAction.ACCOUNT_RIGHTS_CHANGED, line.action());
        assertEquals(1L, line.version());
        assertEquals(
                new Change("MANAGE_FOLDERS", "READ_FOLDERS"),
                line.changes().fields().get("roles"));
    }

    @Test
    void theOnlyAdministratorOfAVillageSeesItsTeledossiersOnceShePleases() throws Exception {
        town.registered().subscribed("EtatCivil");
        var ada = administrator();
        assertFalse(caller(ada).covers("EtatCivil"));

        give(caller(ada), ada, withRoles(ada, with(ada, Role.MANAGE_FOLDERS)));

        assertTrue(caller(ada).covers("EtatCivil"));
        assertFalse(caller(ada).covers("RSA"));
        assertTrue(caller(ada).is(RoleNames.MANAGE_FOLDERS));
    }

    static Set<Role> with(AccountDetail account, Role role) {
        var roles = EnumSet.copyOf(account.rights().roles());
        roles.add(role);
        return roles;
    }

    @Test
    void nobodyGivesHerselfAnotherRole() throws Exception {
        town.registered();
        var ada = administrator();

        assertTrue(refused(NotAllowed.class, () -> give(caller(ada), ada, withRoles(ada, with(ada, Role.READ_USERS))))
                .startsWith("De vos propres droits"));
        assertEquals(ada, read(NATIONAL, ada.id()));
    }

    @Test
    void aBusinessAdministratorCoversTheDemarchesOfItsOperator() throws Exception {
        var dora = caller(create(NATIONAL, wanted(ActorType.BUSINESS_ADMINISTRATOR, DILA)));

        assertTrue(dora.covers("EtatCivil"));
        assertFalse(dora.covers("CERTDC"));
    }

    // deactivation

    @Test
    void aDeactivatedPersonIsReportedAndMayComeBack() throws Exception {
        town.registered().subscribed("EtatCivil");
        var ada = caller(administrator());
        var paul = agent(ada);

        var closed = deactivate(ada, paul);
        assertFalse(directory.find(paul.id()).orElseThrow().active());
        assertEquals("Ce compte est déjà désactivé.", refused(InvalidRequest.class, () -> deactivate(ada, closed)));
        var open = AsCaller.call(ada, () -> accounts.activate(ada, paul.id(), closed.version()));

        assertTrue(open.active());
        assertEquals(
                List.of(
                        new AccountEvent.Created(paul.id()),
                        new AccountEvent.Deactivated(paul.id()),
                        new AccountEvent.Activated(paul.id())),
                heard.of(paul.id()));
        assertEquals(
                List.of(AuditAction.ACCOUNT_ACTIVATED, AuditAction.ACCOUNT_DEACTIVATED, AuditAction.ACCOUNT_CREATED),
                journal(paul.id()).stream().map(AuditLine::action).toList());
    }

    @Test
    void nobodyDeactivatesHerself() throws Exception {
        town.registered();
        administrator();
        var ada = administrator();

        assertTrue(refused(NotAllowed.class, () -> deactivate(caller(ada), ada))
                .startsWith("Vous ne pouvez pas désactiver votre propre compte"));
    }

    @Test
    void theLastAdministratorStays() throws Exception {
        town.registered().subscribed("EtatCivil");
        var ada = administrator();
        deactivate(caller(ada), administrator());
        var last =
                "C’est le dernier compte actif « Administrateur local » de cette organisation : créez-en d’abord un autre.";

        assertEquals(last, refused(InvalidRequest.class, () -> deactivate(NATIONAL, ada)));
        var asAgent = new Rights(ActorType.AGENT, Set.of(Role.MANAGE_FOLDERS), Set.of("EtatCivil"));
        assertEquals(last, refused(InvalidRequest.class, () -> give(NATIONAL, ada, asAgent)));

        administrator();
        assertEquals(asAgent, give(NATIONAL, ada, asAgent).rights());
    }

    @Test
    void theLastNationalAdministratorStaysToo() throws Exception {
        var platform = town.organization().replace("\"SI\"", "\"ADMIN\"");
        Partner.of("demo-admin").atReferential().post("/organizations", platform);
        var organization =
                OrganizationKey.parse(town.name().replace("SI-", "ADMIN-")).orElseThrow();
        var last = create(NATIONAL, wanted(ActorType.NATIONAL_ADMINISTRATOR, organization));

        assertTrue(refused(InvalidRequest.class, () -> deactivate(NATIONAL, last))
                .startsWith("C’est le dernier compte actif « Administrateur national »"));

        create(NATIONAL, wanted(ActorType.NATIONAL_ADMINISTRATOR, organization));
        assertFalse(deactivate(NATIONAL, last).active());
    }

    @Test
    void ofTwoWhoDeactivateEachOtherOneStays() throws Exception {
        town.registered();
        var both = List.of(administrator(), administrator());
        var callers = both.stream().map(this::caller).toList();

        var outcomes = InParallel.of(2, each -> outcome(() -> deactivate(callers.get(each), both.get(1 - each))));

        assertEquals(1, outcomes.stream().filter("done"::equals).count(), outcomes::toString);
        assertEquals(
                1,
                both.stream()
                        .filter(one -> directory.find(one.id()).orElseThrow().active())
                        .count());
    }

    @Test
    void ofManyWhoDeactivateEachOtherInARingSomeStay() throws Exception {
        town.registered();
        var all = List.of(administrator(), administrator(), administrator(), administrator());
        var callers = all.stream().map(this::caller).toList();

        var outcomes = InParallel.of(
                all.size(), each -> outcome(() -> deactivate(callers.get(each), all.get((each + 1) % all.size()))));

        var done = outcomes.stream().filter("done"::equals).count();
        assertTrue(done >= 1 && done < all.size(), outcomes::toString);
        assertEquals(
                all.size() - done,
                all.stream()
                        .filter(one -> directory.find(one.id()).orElseThrow().active())
                        .count());
    }

    // the person's own profile, and the rest

    @Test
    void aPersonChangesHerProfileAndNothingElse() throws Exception {
        town.registered().subscribed("EtatCivil");
        var paul = agent(caller(administrator()));
        var he = caller(paul);

        var changed = AsCaller.call(
                he, () -> accounts.changeProfile(he, new Profile(Civility.MME, "Adjointe", null, "06.00.00.00.01")));

        assertEquals(new Identity(Civility.MME, "Paul", "Martin", "Adjointe", null, "0600000001"), changed.identity());
        assertEquals(changed, AsCaller.call(he, () -> accounts.readProfile(he)));
        assertEquals(paul.rights(), changed.rights());
        assertEquals(
                "Indiquez au moins un numéro de téléphone.",
                refused(
                        InvalidRequest.class,
                        () -> AsCaller.call(
                                he, () -> accounts.changeProfile(he, new Profile(Civility.M, null, null, null)))));
    }

    @Test
    void aLinkIsAskedForByWhoeverManagesTheAccount() throws Exception {
        town.registered();
        var ada = administrator();

        AsCaller.run(NATIONAL, () -> accounts.sendLink(NATIONAL, ada.id()));

        assertTrue(heard.of(ada.id()).contains(new AccountEvent.LinkAsked(ada.id())));
        assertEquals(AuditAction.LINK_SENT, journal(ada.id()).get(0).action());
    }

    @Test
    void thePeopleOfAMergedTownMoveToItsSuccessor() throws Exception {
        town.registered().subscribed("EtatCivil");
        var ada = administrator();
        var paul = agent(caller(ada));
        var successor = NewTown.fresh().registered();
        assertEquals(2, transfer.count(key()));

        transaction.begin();
        assertEquals(2, transfer.moveAll(NATIONAL, key(), key(successor)).size());
        transaction.commit();

        assertEquals(0, transfer.count(key()));
        assertEquals(key(successor), caller(paul).organization());
        assertEquals(paul.rights(), read(NATIONAL, paul.id()).rights());
        var line = journal(paul.id()).get(0);
        assertEquals(
                new Change(town.name(), successor.name()),
                line.changes().fields().get("organization"));
        assertEquals(1L, line.version());
    }
}
