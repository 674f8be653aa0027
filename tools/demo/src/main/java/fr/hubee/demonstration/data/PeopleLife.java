package fr.hubee.demonstration.data;

import fr.hubee.journal.audit.AuditAction;
import fr.hubee.kernel.database.Transactions;
import fr.hubee.kernel.security.SecretHash;
import fr.hubee.people.account.AccountService;
import fr.hubee.people.account.ReplacementService;
import fr.hubee.people.account.Rights;
import fr.hubee.people.account.Role;
import fr.hubee.people.identity.NewReplacement;
import fr.hubee.people.password.ChosenPassword;
import fr.hubee.people.password.Passwords;
import fr.hubee.people.session.PersonSession.SignInMethod;
import fr.hubee.people.session.Sessions;
import fr.hubee.people.session.SignInJournal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Random;
import java.util.stream.Collectors;

/** Lets people use their accounts, and administrators change those of others; without the mails and codes of a sign-in. */
@ApplicationScoped
class PeopleLife {
    private static final int WEEKS = 14;
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    private static final String TOWN = "@saint-aubrin-le-vieux.example";

    /** Her password ends in five days. */
    private static final String LONG_AGO = "paul.essertaux" + TOWN;

    @Inject
    People people;

    @Inject
    AccountService accounts;

    @Inject
    ReplacementService replacements;

    @Inject
    Passwords passwords;

    @Inject
    SecretHash secrets;

    @Inject
    Sessions sessions;

    @Inject
    SignInJournal journal;

    @Inject
    Transactions transactions;

    @Inject
    Clock clock;

    void addTo(Timeline timeline, Random random, Instant now) {
        var hash = secrets.of(SamplePeople.PASSWORD);
        for (var person : SamplePeople.ALL) {
            int age = person.email().equals(LONG_AGO) ? 175 : 160;
            timeline.at(daysBefore(now, age), () -> begin(person, hash));
            for (int week = WEEKS; week >= 0; week--) {
                var moment = WorkingHours.from(
                        daysBefore(now, week * 7 + 1).minus(Duration.ofHours(random.nextInt(40))), random);
                timeline.at(moment, () -> signIn(person.email()));
            }
        }
        timeline.at(daysBefore(now, 4), () -> deactivate("lucie.vantadour" + TOWN));
        timeline.at(daysBefore(now, 2), () -> replace("mireille.aubertin" + TOWN, 0, 13));
        timeline.at(daysBefore(now, 1), () -> replace("odile.garance" + TOWN, 19, 32));
    }

    private static Instant daysBefore(Instant now, int days) {
        return now.minus(Duration.ofDays(days));
    }

    private void begin(SamplePeople.Person person, String hash) {
        var account = people.account(person.email());
        transactions.run(() -> {
            passwords.add(new ChosenPassword(account.id(), hash, clock.instant()));
            journal.record(AuditAction.PASSWORD_SET, account, People.ADDRESS);
        });
        if (!person.roles().isEmpty()) {
            var national = people.national();
            AsCaller.run(national, () -> {
                var known = accounts.read(national, account.id());
                var roles = person.roles().stream().map(Role::valueOf).collect(Collectors.toSet());
                accounts.change(
                        national,
                        known.id(),
                        known.version(),
                        known.identity(),
                        new Rights(
                                known.rights().actorType(),
                                roles,
                                known.rights().processCodes()));
            });
        }
    }

    private void signIn(String login) {
        var account = people.account(login);
        transactions.run(() -> sessions.open(account, SignInMethod.PASSWORD, null, People.ADDRESS));
    }

    private void deactivate(String login) {
        var national = people.national();
        AsCaller.run(national, () -> {
            var known = accounts.read(national, people.account(login).id());
            accounts.deactivate(national, known.id(), known.version());
        });
    }

    /** Solène replaces that colleague, within so many days from then. */
    private void replace(String absent, int firstDay, int lastDay) {
        var national = people.national();
        var today = LocalDate.ofInstant(clock.instant(), PARIS);
        var deputy = people.account("solene.kermarrec" + TOWN).id();
        var wanted = new NewReplacement(deputy, today.plusDays(firstDay), today.plusDays(lastDay));
        AsCaller.run(
                national,
                () -> replacements.name(national, people.account(absent).id(), wanted));
    }
}
