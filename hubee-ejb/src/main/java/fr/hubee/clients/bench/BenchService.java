package fr.hubee.clients.bench;

import fr.hubee.clients.bench.Scenario.Need;
import fr.hubee.clients.client.ApiClient;
import fr.hubee.clients.client.ApiClientStore;
import fr.hubee.clients.client.ClientReach;
import fr.hubee.directory.process.ProcessDetails;
import fr.hubee.directory.process.ProcessLookup;
import fr.hubee.journal.audit.Act;
import fr.hubee.journal.audit.AuditAction;
import fr.hubee.journal.audit.AuditJournal;
import fr.hubee.journal.audit.Changes;
import fr.hubee.kernel.security.Caller;
import fr.hubee.kernel.security.RoleNames;
import fr.hubee.kernel.shared.InvalidRequest;
import fr.hubee.kernel.shared.NotFound;
import fr.hubee.kernel.shared.RefusalText;
import fr.hubee.kernel.shared.UuidV7;
import fr.hubee.kernel.shared.Words;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Starts and shows runs of scenarios: those of a client, for itself and for the people who may see its calls. */
@Stateless
@RolesAllowed({
    RoleNames.SI,
    RoleNames.OSL,
    RoleNames.ADMIN,
    RoleNames.BUSINESS,
    RoleNames.READ_SUBSCRIPTIONS,
    RoleNames.MANAGE_SUBSCRIPTIONS
})
public class BenchService {
    private static final long GIGABYTE = 1_000_000_000;
    private static final int FORMER = 30;
    /** Runs of before are deleted when another one starts. */
    private static final Duration KEPT = Duration.ofDays(90);

    @Inject
    BenchSettings settings;

    @Inject
    ScenarioCatalog scenarios;

    @Inject
    BenchRepository bench;

    @Inject
    ApiClientStore clients;

    @Inject
    ClientReach reach;

    @Inject
    ProcessLookup processes;

    @Inject
    AuditJournal journal;

    @Inject
    Clock clock;

    /** Whether this hub has a bench; without one, there is nothing else of it. */
    @PermitAll
    public boolean isOn() {
        return settings.on();
    }

    /** Returns the clients that a person may choose from: those of her subscriptions, and her organisation's own. */
    @RolesAllowed({RoleNames.ADMIN, RoleNames.BUSINESS, RoleNames.READ_SUBSCRIPTIONS, RoleNames.MANAGE_SUBSCRIPTIONS})
    public List<String> clients(Caller caller) {
        requireOn();
        return bench.clients(caller.organization());
    }

    /** Returns the scenarios that this client can run, in order. */
    public List<Scenario> scenarios(Caller caller, String clientId) {
        var client = require(caller, clientId);
        return scenarios.all().stream().filter(each -> fits(client, each)).toList();
    }

    /**
     * Starts scenarios, one after the other.
     *
     * @param names of scenarios; empty for all of the profile
     * @return what they have in common
     * @throws InvalidRequest when the client runs others, or cannot run one of them
     */
    public UUID start(Caller caller, String clientId, List<String> names, String profile) {
        var client = require(caller, clientId);
        if (names.isEmpty() && profile == null) {
            throw refused(caller, "Scenarios or a profile are needed", Words.text("clients.bench.nothing"));
        }
        var wanted = names.isEmpty()
                ? scenarios.ofProfile(profile).stream()
                        .filter(each -> fits(client, each))
                        .toList()
                : names.stream().map(name -> require(caller, client, name)).toList();
        if (wanted.isEmpty()) {
            throw refused(caller, "No scenario of this list fits this software", Words.text("clients.bench.nothing"));
        }
        bench.unfinished(clientId).ifPresent(run -> {
            throw refused(caller, "This software runs scenarios already: " + run, Words.text("clients.bench.busy"));
        });
        bench.forget(clock.instant().minus(KEPT));
        var batch = UuidV7.next();
        for (int i = 0; i < wanted.size(); i++) {
            bench.add(batch, i, clientId, wanted.get(i), clock.instant());
        }
        record(caller, AuditAction.BENCH_STARTED, client, wanted.stream().map(Scenario::name));
        return batch;
    }

    /** Ends what was started together where it is; what was stopped has not passed. */
    public void stop(Caller caller, UUID batch) {
        var runs = read(caller, batch);
        if (bench.stop(runs, clock.instant())) {
            var client = clients.find(runs.get(0).clientId()).orElseThrow();
            record(caller, AuditAction.BENCH_STOPPED, client, runs.stream().map(BenchRun::scenario));
        }
    }

    private void record(Caller caller, AuditAction action, ApiClient client, Stream<String> scenarios) {
        journal.record(Act.by(caller, action)
                .on(client.organization(), client.subject())
                .with(Changes.of("clientId", client.clientId())
                        .and("scenarios", scenarios.collect(Collectors.joining(" ")))));
    }

    /** Returns what was started together, in order. */
    public List<BenchRun> read(Caller caller, UUID batch) {
        var runs = bench.ofBatch(batch);
        if (runs.isEmpty()) {
            throw NotFound.of("Run");
        }
        require(caller, runs.get(0).clientId());
        return runs;
    }

    /** Returns the last runs of a client, the newest first. */
    public List<BenchRun> last(Caller caller, String clientId) {
        require(caller, clientId);
        return bench.last(clientId, FORMER);
    }

    /** Returns the calls of a run, in order. */
    public List<SeenCall> seen(Caller caller, UUID run) {
        var found = bench.find(run).orElseThrow(() -> NotFound.of("Run"));
        require(caller, found.clientId());
        return bench.seen(run);
    }

    private ApiClient require(Caller caller, String clientId) {
        requireOn();
        return caller.is(RoleNames.PERSON)
                        && bench.clients(caller.organization()).contains(clientId)
                ? clients.find(clientId).orElseThrow()
                : reach.require(caller, clientId);
    }

    private void requireOn() {
        if (!settings.on()) {
            throw NotFound.of("Bench");
        }
    }

    private Scenario require(Caller caller, ApiClient client, String name) {
        var found = scenarios
                .find(name)
                .orElseThrow(() -> caller.is(RoleNames.PERSON)
                        ? new InvalidRequest(Words.text("clients.bench.unknown", name))
                        : new InvalidRequest(RefusalText.of("Scenario ")
                                .quote(name)
                                .and(" is unknown: GET /bench/v1/scenarios names them")));
        if (!fits(client, found)) {
            throw refused(
                    caller,
                    "Scenario " + name + " does not fit this software",
                    Words.text("clients.bench.unfit", name));
        }
        return found;
    }

    static InvalidRequest refused(Caller caller, String english, String french) {
        return new InvalidRequest(caller.is(RoleNames.PERSON) ? french : english);
    }

    private boolean fits(ApiClient client, Scenario scenario) {
        return client.scope() == scenario.role() && scenario.requires().stream().allMatch(need -> fits(client, need));
    }

    private boolean fits(ApiClient client, Need need) {
        var first = client.processCodes().stream().limit(1).flatMap(code -> processes.find(code).stream());
        return switch (need) {
            case TWO_PROCESSES -> client.processCodes().size() > 1;
            case FILES_OF_SI ->
                first.anyMatch(each -> !each.attachments().siFormats().isEmpty());
            case GIGABYTE -> first.anyMatch(each -> each.attachments().maxSize() >= GIGABYTE);
            case MESSAGES -> first.anyMatch(ProcessDetails::messageToTransmitter);
        };
    }
}
