package fr.hubee.it.rights;

import fr.hubee.clients.bench.BenchService;
import fr.hubee.clients.bench.CertificationService;
import fr.hubee.clients.client.ApiCallQuery;
import fr.hubee.clients.client.ApiCallService;
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
import fr.hubee.directory.subscription.AccessMode;
import fr.hubee.directory.subscription.Contact;
import fr.hubee.directory.subscription.NotificationFrequency;
import fr.hubee.directory.subscription.SoftwareCertificateService;
import fr.hubee.directory.subscription.SoftwareProfile;
import fr.hubee.directory.subscription.SubscriptionDetails;
import fr.hubee.directory.subscription.SubscriptionFilter;
import fr.hubee.directory.subscription.SubscriptionFilter.SubscriptionSort;
import fr.hubee.directory.subscription.SubscriptionLifeService;
import fr.hubee.directory.subscription.SubscriptionOrder;
import fr.hubee.directory.subscription.SubscriptionOverviewService;
import fr.hubee.directory.subscription.SubscriptionQuery;
import fr.hubee.directory.subscription.SubscriptionService;
import fr.hubee.directory.subscription.SubscriptionSettings;
import fr.hubee.exchange.feed.WebhookEndpointService;
import fr.hubee.exchange.folder.AttachmentPath;
import fr.hubee.exchange.folder.OpenFolderService;
import fr.hubee.kernel.shared.NotFound;
import fr.hubee.people.account.SubscriptionRequest;
import fr.hubee.people.account.SubscriptionRequestService;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/** Rights on subscriptions, of partners and people, and on credentials. */
final class SubscriptionRights {
    private static final String ADMINISTRATORS = "ADMIN NATIONAL";
    private static final String VALIDATORS = "ADMIN NATIONAL BUSINESS";
    /** Actors that may see a secret. */
    private static final String OWNERS = "LOCAL EDITOR";

    /** Actors that have the addresses of a subscription's software: it, and those who may see its secret. */
    private static final String TOLD = "SI LOCAL EDITOR";

    private static final String HANDLERS = "ADMIN NATIONAL LOCAL EDITOR";
    private static final String SETTERS = "ADMIN NATIONAL LOCAL";
    /** Actors that may try software: itself, and those who see its calls. */
    private static final String TRIED = "SI NATIONAL BUSINESS LOCAL EDITOR";

    /** They have the télédossiers of an operator, or all. */
    private static final String HOLDERS = "ADMIN NATIONAL BUSINESS";

    /** People who follow software; software reaches its own client only. */
    private static final String FOLLOWERS = "NATIONAL BUSINESS LOCAL EDITOR";

    private static final String READERS = "ADMIN NATIONAL BUSINESS LOCAL EDITOR";

    /** A version that nobody has read: an actor with the right gets the answer that it has changed. */
    private static final long UNREAD = -1;

    private SubscriptionRights() {}

    static void add(RightsTable rights) {
        var subscription = rights.to(SubscriptionService.class);
        subscription
                .method("addIfAbsent", "BATCH")
                .runs((it, caller, side) -> it.addIfAbsent(side.processCode(), side.town(), null));
        subscription
                .method("create", "ADMIN NATIONAL DATAPASS")
                .returns((it, caller, side) -> it.create(caller, side.processCode(), side.town(), known(side)));
        subscription
                .method("change", ADMINISTRATORS)
                .returns((it, caller, side) ->
                        it.change(caller, side.subscription(), side.processCode(), side.town(), known(side)));
        subscription
                .method("read", "OSL ADMIN NATIONAL", ADMINISTRATORS)
                .returns((it, caller, side) -> it.read(caller, side.subscription()));
        subscription
                .method("page", "OSL ADMIN NATIONAL", ADMINISTRATORS)
                .returns((it, caller, side) -> it.page(caller, ofTown(side)).items().stream()
                        .anyMatch(each -> each.id().equals(side.subscription())));
        subscription
                .method("exists", "ADMIN NATIONAL BATCH")
                .returns((it, caller, side) -> it.exists(side.processCode(), side.town()));
        subscription
                .method("idOf", ADMINISTRATORS)
                .returns((it, caller, side) ->
                        it.idOf(side.processCode(), side.town()).isPresent());
        subscription.method("codesOf", "*").returns((it, caller, side) -> it.codesOf(side.town()));

        var requests = rights.to(SubscriptionRequestService.class);
        requests.method("problems", ADMINISTRATORS).runs((it, caller, side) -> it.problems(caller, wanted(side)));
        requests.method("invites", ADMINISTRATORS).runs((it, caller, side) -> it.invites(caller, wanted(side)));
        requests.method("create", ADMINISTRATORS).runs((it, caller, side) -> it.create(caller, wanted(side)));

        var overview = rights.to(SubscriptionOverviewService.class);
        overview.method("page", READERS, ADMINISTRATORS)
                .returns((it, caller, side) -> it.page(caller, shownTo(side)).items().stream()
                        .anyMatch(line -> line.id().equals(side.subscription())));
        overview.method("beginExport", READERS).runs((it, caller, side) -> it.beginExport(caller, "csv"));
        overview.method("count", READERS, ADMINISTRATORS)
                .returns((it, caller, side) -> it.count(caller, shownTo(side)) > 0);
        overview.method("processes", READERS, ADMINISTRATORS)
                .returns((it, caller, side) -> it.processes(caller).stream()
                        .anyMatch(process -> process.code().equals(side.processCode())));
        overview.method("subscribers", READERS, ADMINISTRATORS)
                .returns(
                        (it, caller, side) -> it.subscribers(caller, side.town().companyRegister(), 1).stream()
                                .anyMatch(named -> named.key().equals(side.town())));
        overview.method("read", READERS, ADMINISTRATORS)
                .returns((it, caller, side) -> it.read(caller, side.subscription()));
        overview.method("uncertified", READERS).returns((it, caller, side) -> it.uncertified(caller));
        overview.method("history", READERS, ADMINISTRATORS)
                .returns((it, caller, side) -> it.history(caller, side.subscription()));

        var life = rights.to(SubscriptionLifeService.class);
        life.method("validate", VALIDATORS, ADMINISTRATORS)
                .returns((it, caller, side) -> it.validate(caller, side.subscription(), UNREAD));
        life.method("refuse", VALIDATORS, ADMINISTRATORS)
                .returns((it, caller, side) -> it.refuse(caller, side.subscription(), UNREAD, "Incomplet"));
        life.method("activate", HANDLERS, ADMINISTRATORS)
                .returns((it, caller, side) ->
                        it.activate(caller, side.subscription(), UNREAD, LocalDate.of(2099, 1, 1)));
        life.method("suspend", HANDLERS, ADMINISTRATORS)
                .returns((it, caller, side) -> it.suspend(caller, side.subscription(), UNREAD));
        life.method("reactivate", HANDLERS, ADMINISTRATORS)
                .returns((it, caller, side) -> it.reactivate(caller, side.subscription(), UNREAD));
        life.method("problems", SETTERS, ADMINISTRATORS)
                .returns((it, caller, side) -> it.problems(caller, side.subscription(), portal()));
        life.method("configure", SETTERS, ADMINISTRATORS)
                .returns((it, caller, side) -> it.configure(caller, side.subscription(), UNREAD, portal()));

        var secrets = rights.to(CredentialService.class);
        secrets.method("create", OWNERS, "")
                .returns((it, caller, side) -> it.create(caller, side.subscription(), NewSecret.random()));
        secrets.method("renew", OWNERS, "")
                .returns((it, caller, side) -> it.renew(caller, side.subscription(), null, 31, NewSecret.random()));
        secrets.method("elsewhere", HANDLERS, ADMINISTRATORS)
                .returns((it, caller, side) -> it.elsewhere(caller, side.subscription()));
        secrets.method("revoke", HANDLERS, ADMINISTRATORS)
                .runs((it, caller, side) -> it.revoke(caller, side.subscription()));
        secrets.method("read", HANDLERS, ADMINISTRATORS)
                .returns((it, caller, side) -> it.read(caller, side.subscription()));

        var told = rights.to(WebhookEndpointService.class);
        told.method("list", "SI", "")
                .returns((it, caller, side) ->
                        it.list(caller).stream().anyMatch(each -> each.id().equals(side.endpoint())));
        told.method("page", OWNERS, "")
                .returns((it, caller, side) -> it.page(caller, null, false, 0, 100).items().stream()
                        .anyMatch(each -> each.id().equals(side.endpoint())));
        told.method("clients", "BUSINESS").returns((it, caller, side) -> it.clients(caller));
        told.method("read", TOLD, "").returns((it, caller, side) -> it.read(caller, side.endpoint()));
        told.method("recipient", TOLD, "").returns((it, caller, side) -> it.recipient(caller, side.endpoint()));
        told.method("create", TOLD, "")
                .returns((it, caller, side) -> it.create(caller, side.clientId(), "none", Set.of()));
        told.method("change", TOLD, "")
                .returns((it, caller, side) -> it.change(caller, side.endpoint(), "", Set.of(side.processCode())));
        told.method("renew", TOLD, "").returns((it, caller, side) -> it.renew(caller, side.endpoint(), "unseen"));
        told.method("pause", TOLD, "").runs((it, caller, side) -> it.pause(caller, side.endpoint()));
        told.method("resume", TOLD, "").runs((it, caller, side) -> it.resume(caller, side.endpoint()));
        told.method("caughtUp", TOLD, "").runs((it, caller, side) -> it.caughtUp(caller, side.endpoint()));
        told.method("prove", TOLD, "").runs((it, caller, side) -> it.prove(caller, side.endpoint()));
        told.method("test", TOLD, "").runs((it, caller, side) -> it.test(caller, side.endpoint()));
        told.method("delete", TOLD, "").runs((it, caller, side) -> it.delete(caller, side.endpoint()));
        told.method("deliveries", TOLD, "").returns((it, caller, side) -> it.deliveries(caller, side.endpoint(), 0, 1));
        told.method("attempts", TOLD, "")
                .returns((it, caller, side) -> it.attempts(caller, side.endpoint(), side.event()));
        told.method("sendAgain", TOLD, "")
                .runs((it, caller, side) -> it.sendAgain(caller, side.endpoint(), side.event()));
        told.method("replay", TOLD, "")
                .returns((it, caller, side) -> it.replay(caller, side.endpoint(), Instant.EPOCH));
        told.method("publicKeys", "*").returns((it, caller, side) -> it.publicKeys(side.endpoint()));

        var proofs = rights.to(ClientProofService.class);
        proofs.method("read", HANDLERS, ADMINISTRATORS).returns((it, caller, side) -> it.read(caller, side.clientId()));
        proofs.method("addKeys", OWNERS, "").runs((it, caller, side) -> it.addKeys(caller, side.clientId(), "{}"));
        proofs.method("removeKey", HANDLERS, ADMINISTRATORS)
                .runs((it, caller, side) -> it.removeKey(caller, side.clientId(), side.event()));
        proofs.method("addCertificate", HANDLERS, ADMINISTRATORS)
                .runs((it, caller, side) -> it.addCertificate(caller, side.clientId(), ""));
        proofs.method("removeCertificate", HANDLERS, ADMINISTRATORS)
                .runs((it, caller, side) -> it.removeCertificate(caller, side.clientId(), side.event()));
        proofs.method("require", HANDLERS, ADMINISTRATORS)
                .runs((it, caller, side) -> it.require(caller, side.clientId(), false, false));

        var clients = rights.to(ApiClientService.class);
        clients.method("addIfAbsent", "BATCH").runs((it, caller, side) -> {
            var known = new NewApiClient(side.clientId(), "-", Scope.SI, side.town(), List.of());
            it.addIfAbsent(known);
        });
        clients.method("refusedSecrets", ADMINISTRATORS)
                .returns((it, caller, side) -> it.refusedSecrets(caller, side.clientId()));
        clients.method("page", ADMINISTRATORS)
                .returns((it, caller, side) ->
                        it.page(new ApiClientQuery(null, side.town(), null, null, null, null, false, 0, 10)));
        clients.method("read", "ADMIN NATIONAL LOCAL", ADMINISTRATORS)
                .returns((it, caller, side) -> it.read(caller, side.clientId()));
        clients.method("create", ADMINISTRATORS)
                .returns((it, caller, side) -> it.create(caller, Scope.OSL, side.town(), NewSecret.random()));
        clients.method("renew", "LOCAL", "")
                .returns((it, caller, side) -> it.renew(caller, side.clientId(), 31, NewSecret.random()));
        clients.method("limit", ADMINISTRATORS).runs((it, caller, side) -> it.limit(caller, side.clientId(), 50));
        clients.method("revoke", ADMINISTRATORS).runs((it, caller, side) -> it.revoke(caller, side.clientId()));

        var calls = rights.to(ApiCallService.class);
        calls.method("page", FOLLOWERS, "NATIONAL")
                .returns((it, caller, side) -> it.page(caller, ofClient(side), 0, 1));
        calls.method("hours", FOLLOWERS, "NATIONAL").returns((it, caller, side) -> it.hours(caller, ofClient(side)));
        calls.method("find", READERS, ADMINISTRATORS)
                .returns((it, caller, side) ->
                        it.find(caller, "of-" + side.clientId()).isPresent());
        var open = rights.to(OpenFolderService.class);
        open.method("anyRecipient", READERS)
                .returns((it, caller, side) ->
                        it.anyRecipient(side.processCode()).isPresent());
        open.method("isCaseOpen", HOLDERS, ADMINISTRATORS)
                .returns((it, caller, side) -> it.isCaseOpen(caller, side.theCase()));
        open.method("isFolderOpen", HOLDERS, ADMINISTRATORS)
                .returns((it, caller, side) -> it.isFolderOpen(caller, side.folder()));
        open.method("isFileOpen", "")
                .returns((it, caller, side) ->
                        it.isFileOpen(caller, new AttachmentPath.OfFolder(side.folder(), side.attachment())));
        calls.method("forgetOld", "BATCH").returns((it, caller, side) -> it.forgetOld());

        var bench = rights.to(BenchService.class);
        bench.method("isOn", "*").returns((it, caller, side) -> it.isOn());
        bench.method("clients", READERS).returns((it, caller, side) -> it.clients(caller));
        bench.method("scenarios", TRIED, "NATIONAL")
                .returns((it, caller, side) -> it.scenarios(caller, side.clientId()));
        bench.method("start", TRIED, "NATIONAL")
                .returns((it, caller, side) -> it.start(caller, side.clientId(), List.of("none"), null));
        bench.method("read", TRIED, "NATIONAL").returns((it, caller, side) -> it.read(caller, side.endpoint()));
        bench.method("stop", TRIED, "NATIONAL").runs((it, caller, side) -> it.stop(caller, side.endpoint()));
        bench.method("seen", TRIED, "NATIONAL").returns((it, caller, side) -> it.seen(caller, side.endpoint()));
        bench.method("last", TRIED, "NATIONAL").returns((it, caller, side) -> it.last(caller, side.clientId()));
        var certificates = rights.to(SoftwareCertificateService.class);
        certificates.method("list", "*").returns((it, caller, side) -> it.list());
        certificates.method("read", "*").returns((it, caller, side) -> known(() -> it.read(side.event())));
        certificates
                .method("revoke", ADMINISTRATORS)
                .returns((it, caller, side) -> known(() -> {
                    it.revoke(caller, side.event(), "Erreur");
                    return true;
                }));
        certificates.method("forgetOld", "BATCH").returns((it, caller, side) -> it.forgetOld());
        var certification = rights.to(CertificationService.class);
        certification.method("list", READERS).returns((it, caller, side) -> it.list(caller));
        certification.method("progress", READERS).returns((it, caller, side) -> it.progress(caller));
        certification.method("check", "*").returns((it, caller, side) -> it.check("eyJ"));
        certification
                .method("issue", "SI NATIONAL BUSINESS LOCAL EDITOR")
                .returns((it, caller, side) -> it.issue(caller, SoftwareProfile.SI, null));
        certification.method("bring", READERS).returns((it, caller, side) -> it.bring(caller, "eyJ"));

        rights.to(SecretRequestService.class)
                .method("ask", ADMINISTRATORS)
                .returns((it, caller, side) -> it.ask(caller, side.subscription()) > 0);

        var reading = rights.to(ReadingRightService.class);
        reading.method("read", "NATIONAL").returns((it, caller, side) -> it.read(caller, side.clientId()));
        reading.method("ask", "NATIONAL").runs((it, caller, side) -> it.ask(caller, side.clientId(), 1, "Audit"));
        reading.method("grantReading", "NATIONAL")
                .runs((it, caller, side) -> it.grantReading(caller, side.clientId(), null));
        reading.method("withdraw", "NATIONAL").runs((it, caller, side) -> it.withdraw(caller, side.clientId(), null));

        rights.to(TokenSweepService.class)
                .method("forgetExpired", "BATCH")
                .returns((it, caller, side) -> it.forgetExpired());
    }

    /** Lets a certificate that does not exist count as one that was found: the caller was let in. */
    private static Object known(Supplier<Object> reading) {
        try {
            return reading.get();
        } catch (NotFound gone) {
            return true;
        }
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

    private static SubscriptionRequest wanted(Side side) {
        return new SubscriptionRequest(
                side.processCode(), side.town(), portal(), "town@example.org", "Ada", "Lovelace");
    }

    private static SubscriptionSettings portal() {
        return new SubscriptionSettings(AccessMode.PORTAIL, NotificationFrequency.NONE, null, null);
    }

    private static ApiCallQuery ofClient(Side side) {
        return new ApiCallQuery(side.clientId(), null, null, null, null, null);
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
