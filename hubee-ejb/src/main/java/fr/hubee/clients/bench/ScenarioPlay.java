package fr.hubee.clients.bench;

import com.fasterxml.jackson.databind.JsonNode;
import fr.hubee.clients.bench.BenchRun.State;
import fr.hubee.clients.bench.Expectation.Verdict;
import fr.hubee.clients.bench.Scenario.Act;
import fr.hubee.clients.bench.Scenario.Step;
import fr.hubee.clients.bench.ScriptedPartner.Refused;
import fr.hubee.clients.client.ApiClient;
import fr.hubee.clients.client.ApiClientStore;
import fr.hubee.clients.client.Scope;
import fr.hubee.clients.token.TokenService;
import fr.hubee.directory.process.ProcessDetails;
import fr.hubee.directory.process.ProcessLookup;
import fr.hubee.kernel.database.Transactions;
import fr.hubee.kernel.security.Caller;
import fr.hubee.kernel.shared.OrganizationKey;
import fr.hubee.kernel.shared.OrganizationType;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** One run of a scenario, on the thread of the caller: the partner acts, and the software is waited for, step by step. */
@Dependent
class ScenarioPlay {
    private static final System.Logger LOG = System.getLogger(ScenarioPlay.class.getName());

    /** Acts after which, and not before which, other calls are expected. */
    private static final Set<Act> BEGIN_LATER = EnumSet.of(Act.DEPOSIT, Act.COMPLEMENT, Act.FETCH);

    private static final Set<String> LAST = Set.of("DONE", "REFUSED");
    private static final Duration LOOK = Duration.ofMillis(250);

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
    Event<WantedReplay> replays;

    @Inject
    Clock clock;

    private UUID run;
    private Instant beganAt;
    private Scenario scenario;
    private ApiClient client;
    private int position;
    private Expectation expectation;
    private final List<PlayedCase> cases = new ArrayList<>();
    private int current;

    /** The status of the case when it was last read; null before. */
    private String status;

    /** Plays a run to its end, and writes how far it is. */
    void run(BenchRun begun) {
        run = begun.id();
        beganAt = begun.beganAt();
        var problem = problem(begun);
        transactions.run(() -> {
            if (bench.end(run, problem.isEmpty() ? State.PASSED : State.FAILED, clock.instant())) {
                problem.ifPresent(text -> bench.fail(run, position, text, clock.instant()));
            }
        });
    }

    private Optional<BenchText> problem(BenchRun begun) {
        try {
            Thread.sleep(BenchRun.NOTICE.toMillis());
            expectation = Expectation.since(clock.instant(), null, Map.of());
            scenario = scenarios.find(begun.scenario()).orElseThrow();
            client = transactions.call(() -> clients.find(begun.clientId())).orElseThrow();
            return play();
        } catch (Refused refused) {
            return Optional.of(BenchText.of("PARTNER_REFUSED", refused.getMessage()));
        } catch (InterruptedException failure) {
            return Optional.of(BenchText.of("NODE_LEFT"));
        } catch (RuntimeException failure) {
            LOG.log(Level.WARNING, "A scenario of the test bench failed", failure);
            return Optional.of(BenchText.of("BENCH_FAILED", failure));
        }
    }

    /** @return what is wrong with the step at {@code position}; empty when the software has done all that was expected */
    private Optional<BenchText> play() throws Refused, InterruptedException {
        for (position = 0; position < scenario.steps().size(); position++) {
            var problem = perform(scenario.steps().get(position));
            if (problem.isPresent()) {
                return problem;
            }
            transactions.run(() -> bench.done(run, position, clock.instant()));
        }
        return Optional.empty();
    }

    private Optional<BenchText> perform(Step step) throws Refused, InterruptedException {
        if (step.theCase() > 0) {
            current = step.theCase() - 1;
        }
        if (step.expect() != null) {
            return await(step);
        }
        if (step.check() != null) {
            return check(step);
        }
        if (step.partner() != null) {
            act(step);
        } else {
            begin(Map.of());
            transactions.run(() -> bench.spoil(run, step));
        }
        return Optional.empty();
    }

    /** Expects other calls from now on. */
    private void begin(Map<UUID, Long> files) {
        var sent = files.isEmpty() ? expectation.files() : files;
        expectation = Expectation.since(
                clock.instant(), cases.isEmpty() ? null : theCase().id(), sent);
    }

    private PlayedCase theCase() {
        return cases.get(current);
    }

    private List<SeenCall> seen() {
        return transactions.call(() -> bench.seen(run));
    }

    private Optional<BenchText> await(Step step) throws Refused, InterruptedException {
        var patience = step.within() > 0 ? Duration.ofSeconds(step.within()) : settings.patience();
        var end = clock.instant().plus(patience);
        while (true) {
            var calls = seen();
            var verdict = judge(step, calls);
            if (verdict.problem() != null) {
                return Optional.of(verdict.problem());
            }
            if (verdict.at() != null) {
                if (verdict.call() != null) {
                    expectation.done().put(step.expect(), verdict.call());
                }
                return step.expect() == SoftwareAct.COMPLETE ? deposited(step, verdict.call()) : Optional.empty();
            }
            var early = early(step, calls);
            if (early.isPresent()) {
                return early;
            }
            if (clock.instant().isAfter(end)) {
                return Optional.of(missing(step, calls, patience));
            }
            Thread.sleep(LOOK.toMillis());
        }
    }

    /** Looks for a later step whose act was done before this one, which it must follow. */
    private Optional<BenchText> early(Step waiting, List<SeenCall> calls) {
        var pending = EnumSet.of(waiting.expect());
        for (int next = position + 1; next < scenario.steps().size(); next++) {
            var step = scenario.steps().get(next);
            if (step.beginsAnew()) {
                break;
            }
            var early = expectation.early(step, pending, calls, clock.instant());
            if (early.isPresent()) {
                position = next;
                return early;
            }
            if (step.expect() != null) {
                pending.add(step.expect());
            }
        }
        return Optional.empty();
    }

    private Verdict judge(Step step, List<SeenCall> calls) throws Refused, InterruptedException {
        return switch (step.expect()) {
            case STATUS -> status(step);
            case PUSH -> pushed();
            default -> expectation.judge(step, calls);
        };
    }

    private BenchText missing(Step step, List<SeenCall> calls, Duration waited) {
        var act = BenchText.of("ACT_" + step.expect(), step.statuses());
        var instead = instead(step, calls);
        return expectation
                .lastRefusal(step.expect(), calls)
                .map(call -> BenchText.of(
                        "REFUSED_CALL", act, call.status(), call.message() == null ? "" : call.message(), instead))
                .orElseGet(() -> BenchText.of("MISSING", act, waited.toSeconds(), instead));
    }

    private BenchText instead(Step step, List<SeenCall> calls) {
        var seen = expectation.instead(scenario.actsAround(position), calls);
        return step.expect() == SoftwareAct.STATUS && status != null ? BenchText.of("STATUS_NOW", status, seen) : seen;
    }

    /** Reads the case as the partner, which sees what the software has changed. */
    private Verdict status(Step step) throws Refused, InterruptedException {
        var read = theCase().read();
        var now = PlayedCase.text(read, "status");
        status = now;
        var found = PlayedCase.events(
                        read, event -> !time(event, "createDateTime").isBefore(expectation.since()))
                .map(event -> PlayedCase.text(event, "caseNewStatus"))
                .toList();
        if (step.status().contains(now) || found.stream().anyMatch(step.status()::contains)) {
            return new Verdict(clock.instant(), null, null);
        }
        return LAST.contains(now) && found.contains(now)
                ? Verdict.wrong("OTHER_STATUS", now, step.statuses())
                : Verdict.WAITING;
    }

    private static Instant time(JsonNode json, String field) {
        return OffsetDateTime.parse(json.path(field).asText()).toInstant();
    }

    /** Reads what the hub has sent to the addresses of the software. */
    private Verdict pushed() throws Refused, InterruptedException {
        var itself = itself();
        boolean active = false;
        for (var endpoint : itself.get("/feed/v1/endpoints")) {
            active |= endpoint.path("state").asText().equals("ACTIVE");
            for (var attempt : itself.get("/feed/v1/endpoints/" + PlayedCase.text(endpoint, "id") + "/attempts")) {
                var at = time(attempt, "dateTime");
                if (PlayedCase.text(attempt, "type").startsWith("fr.hubee.case.")
                        && !at.isBefore(expectation.since())
                        && attempt.path("status").asInt() / 100 == 2) {
                    return new Verdict(at, null, null);
                }
            }
        }
        return active ? Verdict.WAITING : Verdict.wrong("NO_ENDPOINT");
    }

    /** Learns what an operator's software has deposited: the bench plays all its recipients. */
    private Optional<BenchText> deposited(Step step, SeenCall call) throws Refused, InterruptedException {
        var folder = itself().get(call.path());
        cases.clear();
        current = 0;
        for (var each : folder.path("cases")) {
            var to = each.path("recipient");
            var type = OrganizationType.valueOf(PlayedCase.text(to, "type"));
            var organization = new OrganizationKey(
                    type, PlayedCase.text(to, "companyRegister"), PlayedCase.text(to, "branchCode"));
            var process = PlayedCase.text(folder, "processCode");
            cases.add(new PlayedCase(
                    PlayedCase.id(folder),
                    PlayedCase.id(each),
                    process,
                    PlayedCase.files(folder),
                    partner(Scope.SI, organization, process)));
        }
        return cases.size() < step.cases()
                ? Optional.of(BenchText.of("FEW_CASES", cases.size(), step.cases()))
                : Optional.empty();
    }

    private ScriptedPartner partner(Scope scope, OrganizationKey organization, String process) {
        var caller = new Caller(BenchWatch.PARTNER, organization, Set.of(scope.name()), Set.of(process), null);
        return new ScriptedPartner(tokens.lend(caller));
    }

    /** Returns what reads as the software itself. */
    private ScriptedPartner itself() {
        return new ScriptedPartner(tokens.lend(client));
    }

    private ProcessDetails process(String code) {
        return transactions.call(() -> processes.find(code)).orElseThrow();
    }

    private void act(Step step) throws Refused, InterruptedException {
        if (!BEGIN_LATER.contains(step.partner())) {
            begin(Map.of());
        }
        switch (step.partner()) {
            case DEPOSIT -> deposit(step);
            case MESSAGE -> theCase().say("SENDING_MESSAGE", null, step.message(), null);
            case STATUS -> theCase().say("STATUS_UPDATE", step.status().get(0), messageWithStatus(step), null);
            case COMPLEMENT -> complement(step);
            case CONFIRM -> theCase().confirm(client.organization());
            case CLOSE -> theCase().close();
            case REOPEN -> theCase().reopen(step.message());
            case FETCH -> fetch();
            case REPLAY -> transactions.run(() -> replays.fire(new WantedReplay(client.clientId(), beganAt)));
            case PAUSE -> Thread.sleep(Duration.ofSeconds(step.within()).toMillis());
        }
    }

    /** Returns the message of a status, also where the démarche forbids messages by themselves: software sends one. */
    private String messageWithStatus(Step step) {
        boolean refused =
                client.scope() == Scope.OSL && !process(theCase().process()).messageWithStatus();
        return refused ? null : step.message();
    }

    private void deposit(Step step) throws Refused, InterruptedException {
        var code = client.processCodes().get(Math.max(0, step.process() - 1));
        var process = process(code);
        var operator = partner(Scope.OSL, process.osl(), code);
        cases.add(PlayedCase.deposited(operator, step, scenario.name(), code, process, client.organization()));
        current = cases.size() - 1;
        begin(theCase().files());
        theCase().complete();
    }

    private void complement(Step step) throws Refused, InterruptedException {
        var process = process(theCase().process());
        var rules = process.attachments();
        var made =
                theCase().complement(step, client.scope() == Scope.SI ? rules.formats() : rules.siFormats(), process);
        begin(PlayedCase.files(made));
        theCase().sent(made);
    }

    private void fetch() throws Refused, InterruptedException {
        theCase().fetch();
        begin(Map.of());
    }

    private Optional<BenchText> check(Step step) throws Refused, InterruptedException {
        Thread.sleep(Duration.ofSeconds(step.within()).toMillis());
        return switch (step.check()) {
            case ONCE -> once(step.status().get(0));
            case AT_MOST -> atMost(step);
            case FILES -> theCase().wrongFiles();
        };
    }

    private Optional<BenchText> once(String status) throws Refused, InterruptedException {
        long times = PlayedCase.events(
                        theCase().read(),
                        event -> PlayedCase.text(event, "caseNewStatus").equals(status))
                .count();
        return times > 1 ? Optional.of(BenchText.of("TWICE", status, times)) : Optional.empty();
    }

    private Optional<BenchText> atMost(Step step) {
        long times = expectation
                .seen(seen())
                .filter(call -> step.call().is(call, theCase().id()))
                .count();
        return times > step.times()
                ? Optional.of(BenchText.of("TOO_OFTEN", BenchText.of("ACT_" + step.call()), times, step.times()))
                : Optional.empty();
    }
}
