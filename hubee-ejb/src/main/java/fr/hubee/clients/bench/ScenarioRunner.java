package fr.hubee.clients.bench;

import fr.hubee.clients.bench.BenchRun.State;
import fr.hubee.clients.bench.BenchRun.StepState;
import fr.hubee.clients.bench.Scenario.Step;
import fr.hubee.clients.client.ApiClient;
import fr.hubee.clients.client.ApiClientStore;
import fr.hubee.clients.client.Scope;
import fr.hubee.clients.token.TokenService;
import fr.hubee.directory.process.AttachmentRules;
import fr.hubee.directory.process.ProcessDetails;
import fr.hubee.directory.process.ProcessLookup;
import fr.hubee.kernel.database.Transactions;
import fr.hubee.kernel.security.Caller;
import fr.hubee.kernel.shared.OrganizationKey;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Runs a scenario to its end, on the thread of the caller, and writes how far it is. */
@ApplicationScoped
class ScenarioRunner {
    private static final System.Logger LOG = System.getLogger(ScenarioRunner.class.getName());

    /** Time for all nodes to notice that the client runs a scenario. */
    private static final Duration NOTICE = Duration.ofMillis(1300);

    @Inject
    ScenarioCatalog scenarios;

    @Inject
    BenchRepository bench;

    @Inject
    ApiClientStore clients;

    @Inject
    TokenService tokens;

    @Inject
    ProcessLookup processes;

    @Inject
    BenchSettings settings;

    @Inject
    Transactions transactions;

    @Inject
    Clock clock;

    void run(BenchRun run) {
        var state = State.FAILED;
        try {
            Thread.sleep(NOTICE.toMillis());
            var scenario = scenarios.find(run.scenario()).orElseThrow();
            var client = transactions.call(() -> clients.find(run.clientId())).orElseThrow();
            state = new ScenarioPlay(this, run, scenario, client).play() ? State.PASSED : State.FAILED;
        } catch (ScriptedPartner.Refused refused) {
            fail(run, BenchText.of("PARTNER_REFUSED", refused.getMessage()));
        } catch (InterruptedException failure) {
            fail(run, BenchText.of("NODE_LEFT"));
        } catch (RuntimeException failure) {
            LOG.log(Level.WARNING, "A scenario of the test bench failed", failure);
            fail(run, BenchText.of("BENCH_FAILED", failure));
        } finally {
            var end = state;
            transactions.run(() -> bench.end(run.id(), end, clock.instant()));
        }
    }

    private void fail(BenchRun run, BenchText problem) {
        transactions.run(() -> bench.failHere(run.id(), problem, clock.instant()));
    }

    void step(UUID run, int position, StepState state, BenchText problem) {
        transactions.run(() -> bench.step(run, position, state, problem, now()));
    }

    List<SeenCall> seen(UUID run) {
        return transactions.call(() -> bench.seen(run));
    }

    void spoil(UUID run, Step step) {
        transactions.run(() -> bench.spoil(run, step));
    }

    Instant now() {
        return clock.instant();
    }

    Duration longest(Step step) {
        return step.within() > 0 ? Duration.ofSeconds(step.within()) : settings.patience();
    }

    /** Returns the operator of a démarche, with the rights of its software. */
    ScriptedPartner operatorOf(String process) {
        return partner(Scope.OSL, details(process).osl(), process);
    }

    ScriptedPartner service(OrganizationKey organization, String process) {
        return partner(Scope.SI, organization, process);
    }

    private ScriptedPartner partner(Scope scope, OrganizationKey organization, String process) {
        var caller = new Caller(BenchWatch.PARTNER, organization, Set.of(scope.name()), Set.of(process), null);
        return new ScriptedPartner(BenchSettings.ownAddress(), tokens.lend(caller));
    }

    /** Returns what reads as the software itself. */
    ScriptedPartner itself(ApiClient client) {
        return new ScriptedPartner(BenchSettings.ownAddress(), tokens.lend(client));
    }

    AttachmentRules files(String process) {
        return details(process).attachments();
    }

    private ProcessDetails details(String process) {
        return transactions.call(() -> processes.find(process)).orElseThrow();
    }
}
