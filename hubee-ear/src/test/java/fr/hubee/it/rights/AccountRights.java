package fr.hubee.it.rights;

import static fr.hubee.it.rights.World.service;

import fr.hubee.desk.digest.ReminderService;
import fr.hubee.it.Sql;
import fr.hubee.it.world.NewPerson;
import fr.hubee.it.world.People;
import fr.hubee.kernel.security.Caller;
import fr.hubee.kernel.shared.Paris;
import fr.hubee.kernel.shared.UuidV7;
import fr.hubee.people.account.AccountQuery;
import fr.hubee.people.account.AccountService;
import fr.hubee.people.account.ActorType;
import fr.hubee.people.account.NewAccount;
import fr.hubee.people.account.ReplacementService;
import fr.hubee.people.account.Rights;
import fr.hubee.people.identity.Civility;
import fr.hubee.people.identity.Identity;
import fr.hubee.people.identity.NewReplacement;
import fr.hubee.people.identity.Profile;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;

/** Rights on accounts, and on sign-in. */
final class AccountRights {
    private static final String ADMINISTRATORS = "ADMIN NATIONAL";
    private static final String MANAGERS = "ADMIN NATIONAL LOCAL";
    private static final String PEOPLE = "NATIONAL BUSINESS LOCAL AGENT EDITOR";
    private static final long UNREAD = -1;

    private AccountRights() {}

    static List<Right> rows() {
        return List.of(
                Right.of("AccountService.beginExport", "ADMIN NATIONAL BUSINESS LOCAL", (world, side, caller) -> {
                    service(AccountService.class).beginExport(caller, "csv");
                    return true;
                }),
                Right.of(
                        "ReminderService.neverOpened",
                        "ADMIN NATIONAL BUSINESS LOCAL",
                        (world, side, caller) -> service(ReminderService.class).neverOpened(caller)),
                Right.of(
                        "ReminderService.passwordsEnded",
                        "ADMIN NATIONAL BUSINESS LOCAL",
                        (world, side, caller) -> service(ReminderService.class).passwordsEnded(caller)),
                Right.of(
                        "ReminderService.passwordsEnding",
                        "ADMIN NATIONAL BUSINESS LOCAL",
                        (world, side, caller) -> service(ReminderService.class).passwordsEnding(caller)),
                Right.of(
                        "AccountService.page",
                        MANAGERS,
                        ADMINISTRATORS,
                        (world, side, caller) -> service(AccountService.class)
                                .page(
                                        caller,
                                        new AccountQuery(
                                                side.town(), null, null, null, null, null, null, null, false, 0, 100))
                                .items()
                                .stream()
                                .anyMatch(line -> line.id().equals(side.account()))),
                Right.of(
                        "AccountService.read",
                        MANAGERS,
                        ADMINISTRATORS,
                        (world, side, caller) -> service(AccountService.class).read(caller, side.account())),
                Right.of("AccountService.names", ADMINISTRATORS, (world, side, caller) -> {
                    service(AccountService.class).names(Set.of("nobody@mairie.example"));
                    return true;
                }),
                Right.of(
                        "AccountService.choices",
                        MANAGERS,
                        ADMINISTRATORS,
                        (world, side, caller) -> service(AccountService.class).choices(caller, side.town())),
                Right.of("AccountService.addIfAbsent", "BATCH", (world, side, caller) -> {
                    service(AccountService.class).addIfAbsent(agent(side));
                    return true;
                }),
                Right.of(
                        "AccountService.create",
                        MANAGERS,
                        ADMINISTRATORS,
                        (world, side, caller) -> service(AccountService.class).create(caller, agent(side))),
                Right.of(
                        "AccountService.problems",
                        MANAGERS,
                        ADMINISTRATORS,
                        (world, side, caller) -> service(AccountService.class).problems(caller, agent(side))),
                Right.of(
                        "AccountService.problemsOfChange",
                        MANAGERS,
                        ADMINISTRATORS,
                        (world, side, caller) -> service(AccountService.class)
                                .problemsOfChange(caller, side.account(), camille(), rights(side))),
                Right.of(
                        "AccountService.change",
                        MANAGERS,
                        ADMINISTRATORS,
                        (world, side, caller) -> service(AccountService.class)
                                .change(caller, side.account(), UNREAD, camille(), rights(side))),
                Right.of(
                        "AccountService.deactivate",
                        MANAGERS,
                        ADMINISTRATORS,
                        (world, side, caller) ->
                                service(AccountService.class).deactivate(caller, side.account(), UNREAD)),
                Right.of(
                        "AccountService.activate",
                        MANAGERS,
                        ADMINISTRATORS,
                        (world, side, caller) ->
                                service(AccountService.class).activate(caller, side.account(), UNREAD)),
                Right.of("AccountService.sendLink", MANAGERS, ADMINISTRATORS, (world, side, caller) -> {
                    service(AccountService.class).sendLink(caller, side.account());
                    return true;
                }),
                Right.of(
                        "ReplacementService.board",
                        MANAGERS,
                        ADMINISTRATORS,
                        (world, side, caller) ->
                                service(ReplacementService.class).board(caller, side.account())),
                Right.of(
                        "ReplacementService.problems",
                        MANAGERS,
                        ADMINISTRATORS,
                        (world, side, caller) -> service(ReplacementService.class)
                                .problems(caller, side.account(), new NewReplacement(null, null, null))),
                Right.of("ReplacementService.name", MANAGERS, ADMINISTRATORS, (world, side, caller) -> {
                    named(side, caller);
                    return true;
                }),
                Right.of("ReplacementService.end", MANAGERS, ADMINISTRATORS, (world, side, caller) -> {
                    service(ReplacementService.class).end(caller, running(side));
                    return true;
                }),
                Right.of(
                        "ReplacementService.mine",
                        PEOPLE,
                        (world, side, caller) ->
                                service(ReplacementService.class).mine(caller)),
                Right.of(
                        "AccountService.readProfile",
                        PEOPLE,
                        (world, side, caller) -> service(AccountService.class).readProfile(caller)),
                Right.of(
                        "AccountService.changeProfile",
                        PEOPLE,
                        (world, side, caller) -> service(AccountService.class)
                                .changeProfile(caller, new Profile(Civility.MME, null, "0123456789", null))));
    }

    private static void named(Side side, Caller caller) throws Exception {
        var deputy = colleague(side);
        var today = LocalDate.now(Paris.ZONE);
        service(ReplacementService.class).name(caller, side.account(), new NewReplacement(deputy, today, today));
    }

    private static UUID colleague(Side side) throws Exception {
        return NewPerson.camille(side.town(), ActorType.AGENT).in(database()).id();
    }

    private static UUID running(Side side) throws Exception {
        var id = UuidV7.next();
        new Sql(database())
                .change(
                        "insert into replacement (id, absent_id, deputy_id, first_day, last_day, created_at)"
                                + " values (?, ?, ?, current_date, current_date + 2, now())",
                        id,
                        side.account(),
                        colleague(side));
        return id;
    }

    private static DataSource database() {
        return service(People.class).sql().database();
    }

    private static NewAccount agent(Side side) {
        var email = side.town().companyRegister() + ".new@example.org";
        return new NewAccount(ActorType.AGENT, side.town(), email, camille(), Set.of(side.processCode()));
    }

    private static Rights rights(Side side) {
        return new Rights(ActorType.AGENT, Set.of(), Set.of(side.processCode()));
    }

    private static Identity camille() {
        return new Identity(Civility.MME, "Camille", "Exemple", null, "0123456789", null);
    }
}
