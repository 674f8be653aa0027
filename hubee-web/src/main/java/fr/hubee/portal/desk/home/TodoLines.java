package fr.hubee.portal.desk.home;

import fr.hubee.desk.casework.RescueService;
import fr.hubee.desk.watch.EndingProofService;
import fr.hubee.desk.watch.EndingProofService.EndingProof;
import fr.hubee.desk.watch.SilentSoftwareService;
import fr.hubee.desk.watch.UnopenedService;
import fr.hubee.desk.watch.UnreadableFileService;
import fr.hubee.directory.subscription.SubscriptionFilter;
import fr.hubee.directory.subscription.SubscriptionFilter.SubscriptionSort;
import fr.hubee.directory.subscription.SubscriptionOverviewService;
import fr.hubee.directory.subscription.SubscriptionStatus;
import fr.hubee.exchange.feed.WebhookEndpointService;
import fr.hubee.journal.job.JobLine;
import fr.hubee.journal.job.JobService;
import fr.hubee.journal.job.RunState;
import fr.hubee.kernel.security.Caller;
import fr.hubee.kernel.security.RoleNames;
import fr.hubee.kernel.shared.OrganizationType;
import fr.hubee.mail.outbox.MailOutboxService;
import fr.hubee.portal.field.PersonPage;
import fr.hubee.portal.people.AccountAttention;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;

/** The lines of « À faire » besides the queue of télédossiers: each actor sees those that they can act on. */
@RequestScoped
public class TodoLines extends PersonPage {
    private static final ResourceBundle WORDS = ResourceBundle.getBundle("fr.hubee.portal.todo", Locale.FRENCH);

    private static final String AWAITING = "/abonnements?statut=A_VALIDER";
    private static final String WATCH = "/a-surveiller";

    @Inject
    SubscriptionOverviewService subscriptions;

    @Inject
    MailOutboxService mails;

    @Inject
    JobService jobs;

    @Inject
    UnopenedService unopened;

    @Inject
    SilentSoftwareService software;

    @Inject
    RescueService rescues;

    @Inject
    EndingProofService proofs;

    @Inject
    WebhookEndpointService endpoints;

    @Inject
    UnreadableFileService files;

    @Inject
    AccountAttention accounts;

    @Inject
    Clock clock;

    private final List<TodoLine> lines = new ArrayList<>();

    /**
     * A task, and the page for it.
     *
     * @param text « 3 abonnements attendent »
     * @param advice the action to take there
     */
    public record TodoLine(String path, long count, String text, String advice) {}

    List<TodoLine> all() {
        var caller = caller();
        if (caller.is(RoleNames.BUSINESS) || caller.is(RoleNames.ADMIN)) {
            add("toValidate", AWAITING, count(caller, null, true));
        } else {
            addSubscriptions(caller);
        }
        if (caller.is(RoleNames.ADMIN)) {
            add("mails", "/courriels?etat=GIVEN_UP", mails.counts().givenUp());
            add(
                    "jobs",
                    "/travaux",
                    jobs.jobs().stream().filter(TodoLines::isFailing).count());
            add("unscanned", WATCH + "#pieces", files.unscanned());
            addProofs(caller);
        } else if (caller.is(RoleNames.BUSINESS)) {
            addAddresses(caller);
            add("unanswering", WATCH, unopened.count(caller).services());
            add("missingFiles", WATCH + "#pieces", files.missing(caller));
            addSilent(caller);
        } else if (caller.is(RoleNames.EDITOR)) {
            addEditor(caller);
        } else if (caller.organization().type() == OrganizationType.SI) {
            addLocal(caller);
        }
        return lines;
    }

    private void add(String key, String path, long count) {
        add(key, path, count, 0);
    }

    /** @param days the value of the place in the text */
    private void add(String key, String path, long count, long days) {
        if (count > 0) {
            var text = count == 1 ? WORDS.getString(key + ".one") : count + " " + WORDS.getString(key + ".many");
            var told = text.replace("{0}", String.valueOf(days));
            lines.add(new TodoLine(path, count, told, WORDS.getString(key + ".advice")));
        }
    }

    /** Adds the subscriptions that are not active yet: for those who can act, and for those who wait. */
    private void addSubscriptions(Caller caller) {
        if (caller.is(RoleNames.MANAGE_SUBSCRIPTIONS)) {
            addAddresses(caller);
            add(
                    "uncertified",
                    "/mes-certificats",
                    subscriptions.uncertified(caller).size());
            add(
                    caller.is(RoleNames.EDITOR) ? "toActivateByEditor" : "toActivate",
                    "/abonnements?statut=A_ACTIVER",
                    count(caller, SubscriptionStatus.INACTIVE, false));
        }
        if (caller.is(RoleNames.READ_SUBSCRIPTIONS)) {
            add("awaiting", AWAITING, count(caller, null, true));
        }
    }

    /** Adds the addresses of software that fail, have missed something, or end. */
    private void addAddresses(Caller caller) {
        add(
                "untold",
                WATCH + "#adresses",
                endpoints.page(caller, null, true, 0, 1).total());
    }

    private long count(Caller caller, SubscriptionStatus status, boolean awaiting) {
        return subscriptions.count(
                caller,
                new SubscriptionFilter(
                        null, null, null, status, awaiting, null, SubscriptionSort.PROCESS, false, 0, 1));
    }

    private static boolean isFailing(JobLine job) {
        return job.failing() > 0 || (job.last() != null && job.last().state() == RunState.FAILED);
    }

    private void addEditor(Caller caller) {
        if (caller.is(RoleNames.READ_SUBSCRIPTIONS)) {
            addSilent(caller);
            add("backlog", WATCH, unopened.count(caller).cases());
        }
        if (caller.is(RoleNames.MANAGE_SUBSCRIPTIONS)) {
            addProofs(caller);
        }
    }

    private void addLocal(Caller caller) {
        if (caller.is(RoleNames.LOCAL)) {
            add("rescuable", "/secours", rescues.count(caller));
        }
        if (caller.is(RoleNames.READ_SUBSCRIPTIONS)) {
            add("unopened", WATCH, unopened.count(caller).cases());
            addSilent(caller);
        }
        if (caller.is(RoleNames.READ_USERS)) {
            add(
                    "neverOpened",
                    "/comptes?attention=jamais-ouverts",
                    accounts.getNeverOpened().size());
            add(
                    "passwordsEnding",
                    "/comptes?attention=mot-de-passe",
                    accounts.getPasswordsEnding().size());
            add(
                    "passwordsEnded",
                    "/comptes?attention=mot-de-passe-expire",
                    accounts.getPasswordsEnded().size());
        }
    }

    /** Adds the software that is silent, and for how many whole days the first of it. */
    private void addSilent(Caller caller) {
        var silent = software.oldest(caller, 1);
        silent.items().stream()
                .findFirst()
                .map(first -> Duration.between(first.since(), clock.instant()).toDays())
                .ifPresent(days -> add("silent", WATCH + "#logiciels", silent.total(), days));
    }

    private void addProofs(Caller caller) {
        var page = proofs.first(caller, 1);
        boolean ended = page.items().stream().anyMatch(EndingProof::ended);
        add(ended ? "ended" : "ending", WATCH + "#cles", page.total());
    }
}
