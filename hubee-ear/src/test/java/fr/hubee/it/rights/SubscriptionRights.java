package fr.hubee.it.rights;

import static fr.hubee.it.rights.World.service;

import fr.hubee.clients.client.ApiClientQuery;
import fr.hubee.clients.client.ApiClientService;
import fr.hubee.clients.client.CredentialService;
import fr.hubee.clients.client.NewApiClient;
import fr.hubee.clients.client.NewSecret;
import fr.hubee.clients.client.Scope;
import fr.hubee.clients.token.ClientProofService;
import fr.hubee.clients.token.ReadingRightService;
import fr.hubee.clients.token.TokenSweepService;
import fr.hubee.desk.casework.SecretRequestService;
import fr.hubee.directory.overview.SubscriptionFilter;
import fr.hubee.directory.overview.SubscriptionOverviewService;
import fr.hubee.directory.overview.SubscriptionSort;
import fr.hubee.directory.subscription.AccessMode;
import fr.hubee.directory.subscription.Contact;
import fr.hubee.directory.subscription.NotificationFrequency;
import fr.hubee.directory.subscription.SubscriptionDetails;
import fr.hubee.directory.subscription.SubscriptionLifeService;
import fr.hubee.directory.subscription.SubscriptionOrder;
import fr.hubee.directory.subscription.SubscriptionQuery;
import fr.hubee.directory.subscription.SubscriptionService;
import fr.hubee.directory.subscription.SubscriptionSettings;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/** Rights on subscriptions, of partners and people, and on credentials. */
final class SubscriptionRights {
    private static final String ADMINISTRATORS = "ADMIN NATIONAL";
    private static final String VALIDATORS = "ADMIN NATIONAL BUSINESS";
    /** Actors that may see a secret. */
    private static final String OWNERS = "LOCAL EDITOR";

    private static final String HANDLERS = "ADMIN NATIONAL LOCAL EDITOR";
    private static final String SETTERS = "ADMIN NATIONAL LOCAL";
    private static final String READERS = "ADMIN NATIONAL BUSINESS LOCAL EDITOR";

    /** A version that nobody has read: an actor with the right gets the answer that it has changed. */
    private static final long UNREAD = -1;

    private SubscriptionRights() {}

    static List<Right> rows() {
        return List.of(
                Right.of("SubscriptionService.addIfAbsent", "BATCH", (world, side, caller) -> {
                    service(SubscriptionService.class).addIfAbsent(side.processCode(), side.town(), null);
                    return true;
                }),
                Right.of(
                        "SubscriptionService.create",
                        "ADMIN NATIONAL DATAPASS",
                        (world, side, caller) -> service(SubscriptionService.class)
                                .create(caller, side.processCode(), side.town(), known(side))),
                Right.of(
                        "SubscriptionService.change",
                        ADMINISTRATORS,
                        (world, side, caller) -> service(SubscriptionService.class)
                                .change(caller, side.subscription(), side.processCode(), side.town(), known(side))),
                Right.of(
                        "SubscriptionService.read",
                        "OSL ADMIN NATIONAL",
                        ADMINISTRATORS,
                        (world, side, caller) ->
                                service(SubscriptionService.class).read(caller, side.subscription())),
                Right.of(
                        "SubscriptionService.page",
                        "OSL ADMIN NATIONAL",
                        ADMINISTRATORS,
                        (world, side, caller) ->
                                service(SubscriptionService.class).page(caller, ofTown(side)).items().stream()
                                        .anyMatch(each -> each.id().equals(side.subscription()))),
                Right.of(
                        "SubscriptionService.exists",
                        "ADMIN NATIONAL BATCH",
                        (world, side, caller) ->
                                service(SubscriptionService.class).exists(side.processCode(), side.town())),
                Right.of(
                        "SubscriptionService.codesOf",
                        "*",
                        (world, side, caller) ->
                                service(SubscriptionService.class).codesOf(side.town())),
                Right.of(
                        "SubscriptionOverviewService.page",
                        READERS,
                        ADMINISTRATORS,
                        (world, side, caller) ->
                                service(SubscriptionOverviewService.class).page(caller, shownTo(side)).items().stream()
                                        .anyMatch(line -> line.id().equals(side.subscription()))),
                Right.of("SubscriptionOverviewService.beginExport", READERS, (world, side, caller) -> {
                    service(SubscriptionOverviewService.class).beginExport(caller, "csv");
                    return true;
                }),
                Right.of(
                        "SubscriptionOverviewService.count",
                        READERS,
                        ADMINISTRATORS,
                        (world, side, caller) ->
                                service(SubscriptionOverviewService.class).count(caller, shownTo(side)) > 0),
                Right.of(
                        "SubscriptionOverviewService.processes",
                        READERS,
                        ADMINISTRATORS,
                        (world, side, caller) -> service(SubscriptionOverviewService.class).processes(caller).stream()
                                .anyMatch(process -> process.code().equals(side.processCode()))),
                Right.of(
                        "SubscriptionOverviewService.subscribers",
                        READERS,
                        ADMINISTRATORS,
                        (world, side, caller) -> service(SubscriptionOverviewService.class)
                                .subscribers(caller, side.town().companyRegister(), 1)
                                .stream()
                                .anyMatch(named -> named.key().equals(side.town()))),
                Right.of(
                        "SubscriptionOverviewService.read",
                        READERS,
                        ADMINISTRATORS,
                        (world, side, caller) ->
                                service(SubscriptionOverviewService.class).read(caller, side.subscription())),
                Right.of(
                        "SubscriptionOverviewService.history",
                        READERS,
                        ADMINISTRATORS,
                        (world, side, caller) ->
                                service(SubscriptionOverviewService.class).history(caller, side.subscription())),
                Right.of(
                        "SubscriptionLifeService.validate",
                        VALIDATORS,
                        ADMINISTRATORS,
                        (world, side, caller) ->
                                service(SubscriptionLifeService.class).validate(caller, side.subscription(), UNREAD)),
                Right.of(
                        "SubscriptionLifeService.refuse",
                        VALIDATORS,
                        ADMINISTRATORS,
                        (world, side, caller) -> service(SubscriptionLifeService.class)
                                .refuse(caller, side.subscription(), UNREAD, "Incomplet")),
                Right.of(
                        "SubscriptionLifeService.activate",
                        HANDLERS,
                        ADMINISTRATORS,
                        (world, side, caller) -> service(SubscriptionLifeService.class)
                                .activate(caller, side.subscription(), UNREAD, LocalDate.of(2099, 1, 1))),
                Right.of(
                        "SubscriptionLifeService.suspend",
                        HANDLERS,
                        ADMINISTRATORS,
                        (world, side, caller) ->
                                service(SubscriptionLifeService.class).suspend(caller, side.subscription(), UNREAD)),
                Right.of(
                        "SubscriptionLifeService.reactivate",
                        HANDLERS,
                        ADMINISTRATORS,
                        (world, side, caller) ->
                                service(SubscriptionLifeService.class).reactivate(caller, side.subscription(), UNREAD)),
                Right.of(
                        "SubscriptionLifeService.problems",
                        SETTERS,
                        ADMINISTRATORS,
                        (world, side, caller) ->
                                service(SubscriptionLifeService.class).problems(caller, side.subscription(), portal())),
                Right.of(
                        "SubscriptionLifeService.configure",
                        SETTERS,
                        ADMINISTRATORS,
                        (world, side, caller) -> service(SubscriptionLifeService.class)
                                .configure(caller, side.subscription(), UNREAD, portal())),
                Right.of(
                        "CredentialService.create",
                        OWNERS,
                        "",
                        (world, side, caller) -> service(CredentialService.class)
                                .create(caller, side.subscription(), NewSecret.random())),
                Right.of(
                        "CredentialService.renew",
                        OWNERS,
                        "",
                        (world, side, caller) -> service(CredentialService.class)
                                .renew(caller, side.subscription(), null, 31, NewSecret.random())),
                Right.of(
                        "CredentialService.elsewhere",
                        HANDLERS,
                        ADMINISTRATORS,
                        (world, side, caller) ->
                                service(CredentialService.class).elsewhere(caller, side.subscription())),
                Right.of("CredentialService.revoke", HANDLERS, ADMINISTRATORS, (world, side, caller) -> {
                    service(CredentialService.class).revoke(caller, side.subscription());
                    return true;
                }),
                Right.of(
                        "CredentialService.read",
                        HANDLERS,
                        ADMINISTRATORS,
                        (world, side, caller) ->
                                service(CredentialService.class).read(caller, side.subscription())),
                Right.of(
                        "ClientProofService.read",
                        HANDLERS,
                        ADMINISTRATORS,
                        (world, side, caller) ->
                                service(ClientProofService.class).read(caller, side.clientId())),
                Right.of("ClientProofService.addKeys", OWNERS, "", (world, side, caller) -> {
                    service(ClientProofService.class).addKeys(caller, side.clientId(), "{}");
                    return true;
                }),
                Right.of("ClientProofService.removeKey", HANDLERS, ADMINISTRATORS, (world, side, caller) -> {
                    service(ClientProofService.class).removeKey(caller, side.clientId(), side.event());
                    return true;
                }),
                Right.of("ClientProofService.addCertificate", HANDLERS, ADMINISTRATORS, (world, side, caller) -> {
                    service(ClientProofService.class).addCertificate(caller, side.clientId(), "");
                    return true;
                }),
                Right.of("ClientProofService.removeCertificate", HANDLERS, ADMINISTRATORS, (world, side, caller) -> {
                    service(ClientProofService.class).removeCertificate(caller, side.clientId(), side.event());
                    return true;
                }),
                Right.of("ClientProofService.require", HANDLERS, ADMINISTRATORS, (world, side, caller) -> {
                    service(ClientProofService.class).require(caller, side.clientId(), false, false);
                    return true;
                }),
                Right.of("ApiClientService.addIfAbsent", "BATCH", (world, side, caller) -> {
                    var known = new NewApiClient(side.clientId(), "-", Scope.SI, side.town(), List.of());
                    service(ApiClientService.class).addIfAbsent(known);
                    return true;
                }),
                Right.of(
                        "ApiClientService.page",
                        ADMINISTRATORS,
                        (world, side, caller) -> service(ApiClientService.class)
                                .page(new ApiClientQuery(null, side.town(), null, null, null, null, false, 0, 10))),
                Right.of(
                        "ApiClientService.read",
                        "ADMIN NATIONAL LOCAL",
                        ADMINISTRATORS,
                        (world, side, caller) -> service(ApiClientService.class).read(caller, side.clientId())),
                Right.of(
                        "ApiClientService.create",
                        ADMINISTRATORS,
                        (world, side, caller) -> service(ApiClientService.class)
                                .create(caller, Scope.OSL, side.town(), NewSecret.random())),
                Right.of(
                        "ApiClientService.renew",
                        "LOCAL",
                        "",
                        (world, side, caller) ->
                                service(ApiClientService.class).renew(caller, side.clientId(), 31, NewSecret.random())),
                Right.of(
                        "SecretRequestService.ask",
                        ADMINISTRATORS,
                        (world, side, caller) ->
                                service(SecretRequestService.class).ask(caller, side.subscription()) > 0),
                Right.of("ApiClientService.limit", ADMINISTRATORS, (world, side, caller) -> {
                    service(ApiClientService.class).limit(caller, side.clientId(), 50);
                    return true;
                }),
                Right.of("ApiClientService.revoke", ADMINISTRATORS, (world, side, caller) -> {
                    service(ApiClientService.class).revoke(caller, side.clientId());
                    return true;
                }),
                Right.of(
                        "ReadingRightService.read",
                        "NATIONAL",
                        (world, side, caller) ->
                                service(ReadingRightService.class).read(caller, side.clientId())),
                Right.of("ReadingRightService.ask", "NATIONAL", (world, side, caller) -> {
                    service(ReadingRightService.class).ask(caller, side.clientId(), 1, "Audit");
                    return true;
                }),
                Right.of("ReadingRightService.grantReading", "NATIONAL", (world, side, caller) -> {
                    service(ReadingRightService.class).grantReading(caller, side.clientId(), null);
                    return true;
                }),
                Right.of("ReadingRightService.withdraw", "NATIONAL", (world, side, caller) -> {
                    service(ReadingRightService.class).withdraw(caller, side.clientId(), null);
                    return true;
                }),
                Right.of(
                        "TokenSweepService.forgetExpired",
                        "BATCH",
                        (world, side, caller) ->
                                service(TokenSweepService.class).forgetExpired()));
    }

    private static SubscriptionDetails known(Side side) {
        return new SubscriptionDetails(
                0,
                AccessMode.API,
                NotificationFrequency.NONE,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                new Contact("town@example.org", null, null, null, null, null),
                null,
                side.editor());
    }

    private static SubscriptionSettings portal() {
        return new SubscriptionSettings(AccessMode.PORTAIL, NotificationFrequency.NONE, null, null);
    }

    private static SubscriptionQuery ofTown(Side side) {
        return new SubscriptionQuery(
                Set.of(), null, side.town().companyRegister(), null, null, SubscriptionOrder.UNASKED, 0, 10);
    }

    private static SubscriptionFilter shownTo(Side side) {
        return new SubscriptionFilter(
                null, null, null, null, null, side.town().companyRegister(), SubscriptionSort.PROCESS, false, 0, 25);
    }
}
