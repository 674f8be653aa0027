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
import fr.hubee.people.identity.Identity.Profile;
import fr.hubee.people.identity.NewReplacement;
import java.time.LocalDate;
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

    static void add(RightsTable rights) {
        var account = rights.to(AccountService.class);
        account.method("beginExport", "ADMIN NATIONAL BUSINESS LOCAL")
                .runs((it, caller, side) -> it.beginExport(caller, "csv"));
        account.method("page", MANAGERS, ADMINISTRATORS)
                .returns((it, caller, side) -> it
                        .page(
                                caller,
                                new AccountQuery(
                                        side.town(), null, null, null, null, null, null, null, null, false, 0, 100))
                        .items()
                        .stream()
                        .anyMatch(line -> line.id().equals(side.account())));
        account.method("read", MANAGERS, ADMINISTRATORS).returns((it, caller, side) -> it.read(caller, side.account()));
        account.method("names", ADMINISTRATORS).runs((it, caller, side) -> it.names(Set.of("nobody@mairie.example")));
        account.method("choices", MANAGERS, ADMINISTRATORS)
                .returns((it, caller, side) -> it.choices(caller, side.town()));
        account.method("addIfAbsent", "BATCH").runs((it, caller, side) -> it.addIfAbsent(agent(side)));
        account.method("create", MANAGERS, ADMINISTRATORS)
                .returns((it, caller, side) -> it.create(caller, agent(side)));
        account.method("holder", MANAGERS, ADMINISTRATORS).runs((it, caller, side) -> it.holder(caller, agent(side)));
        account.method("problems", MANAGERS, ADMINISTRATORS)
                .returns((it, caller, side) -> it.problems(caller, agent(side)));
        account.method("problemsOfChange", MANAGERS, ADMINISTRATORS)
                .returns((it, caller, side) -> it.problemsOfChange(caller, side.account(), camille(), rights(side)));
        account.method("change", MANAGERS, ADMINISTRATORS)
                .returns((it, caller, side) -> it.change(caller, side.account(), UNREAD, camille(), rights(side)));
        account.method("deactivate", MANAGERS, ADMINISTRATORS)
                .returns((it, caller, side) -> it.deactivate(caller, side.account(), UNREAD));
        account.method("activate", MANAGERS, ADMINISTRATORS)
                .returns((it, caller, side) -> it.activate(caller, side.account(), UNREAD));
        account.method("sendLink", MANAGERS, ADMINISTRATORS)
                .runs((it, caller, side) -> it.sendLink(caller, side.account()));
        account.method("administrators", PEOPLE).runs((it, caller, side) -> it.administrators(caller));
        account.method("readProfile", PEOPLE).returns((it, caller, side) -> it.readProfile(caller));
        account.method("changeProfile", PEOPLE)
                .returns((it, caller, side) ->
                        it.changeProfile(caller, new Profile(Civility.MME, null, "0123456789", null)));

        var reminder = rights.to(ReminderService.class);
        reminder.method("neverOpened", "ADMIN NATIONAL BUSINESS LOCAL")
                .returns((it, caller, side) -> it.neverOpened(caller));
        reminder.method("passwordsEnded", "ADMIN NATIONAL BUSINESS LOCAL")
                .returns((it, caller, side) -> it.passwordsEnded(caller));
        reminder.method("passwordsEnding", "ADMIN NATIONAL BUSINESS LOCAL")
                .returns((it, caller, side) -> it.passwordsEnding(caller));

        var deputy = rights.to(ReplacementService.class);
        deputy.method("board", MANAGERS, ADMINISTRATORS)
                .returns((it, caller, side) -> it.board(caller, side.account()));
        deputy.method("problems", MANAGERS, ADMINISTRATORS)
                .returns((it, caller, side) ->
                        it.problems(caller, side.account(), new NewReplacement(null, null, null)));
        deputy.method("name", MANAGERS, ADMINISTRATORS).runs((it, caller, side) -> named(side, caller));
        deputy.method("end", MANAGERS, ADMINISTRATORS).runs((it, caller, side) -> it.end(caller, running(side)));
        deputy.method("mine", PEOPLE).returns((it, caller, side) -> it.mine(caller));
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
