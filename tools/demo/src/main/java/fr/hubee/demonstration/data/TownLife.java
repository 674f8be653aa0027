package fr.hubee.demonstration.data;

import fr.hubee.clients.client.ClientUseRecorder;
import fr.hubee.clients.client.CredentialService;
import fr.hubee.clients.client.NewSecret;
import fr.hubee.desk.watch.WatchDelay;
import fr.hubee.desk.watch.WatchDelayService;
import fr.hubee.directory.organization.OrganizationField;
import fr.hubee.directory.organization.OrganizationForm;
import fr.hubee.directory.organization.OrganizationService;
import fr.hubee.directory.subscription.NotificationFrequency;
import fr.hubee.directory.subscription.SubscriptionDetails;
import fr.hubee.directory.subscription.SubscriptionLifeService;
import fr.hubee.directory.subscription.SubscriptionLookup;
import fr.hubee.directory.subscription.SubscriptionOverviewService;
import fr.hubee.directory.subscription.SubscriptionSettings;
import fr.hubee.directory.subscription.SubscriptionStatus;
import fr.hubee.exchange.feed.WebhookEndpointService;
import fr.hubee.kernel.security.Caller;
import fr.hubee.kernel.shared.OrganizationKey;
import fr.hubee.kernel.shared.OrganizationType;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

/** Lets administrators change towns, their subscriptions and their software. */
@ApplicationScoped
class TownLife {
    private static final OrganizationKey EDITOR = new OrganizationKey(OrganizationType.EDT, "99000700700018", "00000");
    private static final OrganizationKey CLAIRMONT = town("99000102600014", "99102");
    /** The address of the editor's software, and the file that tells it the secret; null without one. */
    private static final String RECEIVER = System.getenv("HUBEE_DEMO_RECEIVER");

    private static final String SECRET = System.getenv("HUBEE_DEMO_SECRET");

    private static final List<OrganizationKey> DELEGATING =
            List.of(SampleTown.VALBOURG.organization(), CLAIRMONT, SampleTown.ROCHELANDE.organization());
    private static final List<String> DELEGATED = List.of("EtatCivil", "CERTDC", "recensementCitoyen");

    private static final Map<OrganizationKey, Integer> POPULATIONS = Map.of(
            SampleTown.VALBOURG.organization(),
            8420,
            CLAIRMONT,
            2310,
            SampleTown.ROCHELANDE.organization(),
            3975,
            SampleTown.SAINT_AUBRIN.organization(),
            4180,
            town("99000105900015", "99105"),
            2046,
            SampleTown.HAUTES_VERNES.organization(),
            2704);

    @Inject
    People people;

    @Inject
    OrganizationService organizations;

    @Inject
    SubscriptionLookup subscriptions;

    @Inject
    SubscriptionOverviewService overview;

    @Inject
    SubscriptionLifeService life;

    @Inject
    CredentialService credentials;

    @Inject
    WebhookEndpointService endpoints;

    @Inject
    ClientUseRecorder uses;

    @Inject
    WatchDelayService delays;

    private static OrganizationKey town(String companyRegister, String branchCode) {
        return new OrganizationKey(OrganizationType.SI, companyRegister, branchCode);
    }

    void addTo(Timeline timeline, Instant now) {
        var begin = now.minus(Duration.ofDays(155));
        POPULATIONS.entrySet().stream()
                .sorted(Map.Entry.comparingByValue()) // in the same order each time
                .forEach(each -> timeline.at(begin, () -> count(each.getKey(), each.getValue())));
        for (var town : DELEGATING) {
            DELEGATED.forEach(process -> timeline.at(begin, () -> delegate(town, process)));
        }
        for (var town : SampleTown.values()) {
            for (var process : SampleProcess.values()) {
                mailLately(timeline, now, process.code, town.organization());
            }
        }
        timeline.at(begin, () -> delegate(SampleTown.DEPARTEMENT.organization(), "RSA"));
        timeline.at(begin, this::setLegalDelay);
        timeline.at(now.minus(Duration.ofDays(90)), () -> createCredentials(SampleProcess.CENSUS, CLAIRMONT));
        if (RECEIVER != null) {
            var town = SampleTown.VALBOURG.organization();
            timeline.at(now.minus(Duration.ofDays(80)), () -> createCredentials(SampleProcess.CIVIL_STATUS, town));
            timeline.at(
                    now.minus(Duration.ofHours(20)),
                    () -> addAddresses(subscription(SampleProcess.CIVIL_STATUS, town)));
        }
        timeline.at(now.minus(Duration.ofDays(1)), this::renewCredentials);
        timeline.at(
                now.minus(Duration.ofDays(9)), () -> uses.note(SampleTown.ROCHELANDE.client, "192.0.2.40", () -> null));
    }

    private void count(OrganizationKey town, int people) {
        var national = this.people.national();
        AsCaller.run(national, () -> {
            var opened = organizations.open(national, town);
            var form = new OrganizationForm(Map.of(OrganizationField.POPULATION, String.valueOf(people)));
            organizations.amend(national, town, opened.version(), form);
        });
    }

    private void delegate(OrganizationKey town, String process) {
        configure(
                process,
                town,
                now -> new SubscriptionSettings(now.accessMode(), now.notificationFrequency(), now.email(), EDITOR));
    }

    /** Lets a town have mails of the last days only, as these are sent when the hub starts. */
    private void mailLately(Timeline timeline, Instant now, String process, OrganizationKey town) {
        subscriptions
                .find(process, town)
                .filter(subscription -> subscription.status() == SubscriptionStatus.ACTIVE)
                .map(subscription -> subscription.notificationFrequency())
                .filter(frequency -> frequency != NotificationFrequency.NONE)
                .ifPresent(frequency -> {
                    timeline.at(now.minus(Duration.ofDays(154)), () -> mail(process, town, NotificationFrequency.NONE));
                    timeline.at(now.minus(Duration.ofDays(3)), () -> mail(process, town, frequency));
                });
    }

    private void mail(String process, OrganizationKey town, NotificationFrequency frequency) {
        configure(
                process, town, now -> new SubscriptionSettings(now.accessMode(), frequency, now.email(), now.editor()));
    }

    private void configure(
            String process, OrganizationKey town, Function<SubscriptionDetails, SubscriptionSettings> wanted) {
        var national = people.national();
        AsCaller.run(national, () -> {
            var known = subscriptions.find(process, town).orElseThrow();
            var seen = overview.read(national, known.id());
            life.configure(national, known.id(), seen.line().version(), wanted.apply(seen.details()));
        });
    }

    private void setLegalDelay() {
        var hugo = people.caller("hugo.lestrade@dila.example");
        AsCaller.run(hugo, () -> delays.change(hugo, SampleProcess.CIVIL_STATUS.code, new WatchDelay(3, 9, 110)));
    }

    private void createCredentials(SampleProcess process, OrganizationKey town) {
        var editor = editor();
        AsCaller.run(editor, () -> credentials.create(editor, subscription(process, town), NewSecret.random()));
    }

    /** The former secret ends in six days. */
    private void renewCredentials() {
        var editor = editor();
        var subscription = subscription(SampleProcess.CENSUS, CLAIRMONT);
        AsCaller.run(editor, () -> {
            var seen = credentials.read(editor, subscription).orElseThrow().renewedAt();
            credentials.renew(editor, subscription, seen, 7, NewSecret.random());
        });
    }

    /** The challenge is sent when the hub has started. */
    private void addAddresses(UUID subscription) {
        var editor = editor();
        AsCaller.run(editor, () -> {
            var client = credentials.read(editor, subscription).orElseThrow().clientId();
            endpoints.create(editor, client, RECEIVER + "/ancien-serveur", Set.of());
            var told = endpoints.create(editor, client, RECEIVER + "/hubee", Set.of());
            Files.writeString(Path.of(SECRET), told.secret());
            endpoints.prove(editor, told.id());
        });
    }

    private Caller editor() {
        return people.caller("ines.baucher@ponant-logiciels.example");
    }

    private UUID subscription(SampleProcess process, OrganizationKey town) {
        return subscriptions.find(process.code, town).orElseThrow().id();
    }
}
