package fr.hubee.clients.bench;

import com.fasterxml.jackson.databind.JsonNode;
import fr.hubee.clients.bench.BenchRun.State;
import fr.hubee.clients.bench.Expectation.Verdict;
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
import fr.hubee.kernel.shared.UuidV7;
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
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** One run of a scenario, on the thread of the caller: the partner acts, and the software is waited for, step by step. */
@Dependent
class ScenarioPlay {
    private static final System.Logger LOG = System.getLogger(ScenarioPlay.class.getName());
    private static final String API = "/teledossiers/v1";
    private static final Set<String> LAST = Set.of("DONE", "REFUSED");
    private static final int TOLD = 3;
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

    /**
     * A case of this run.
     *
     * @param files those of the case, with their sizes
     * @param partner the other party
     */
    private record PlayedCase(UUID folder, UUID id, String process, Map<UUID, Long> files, ScriptedPartner partner) {
        String path() {
            return API + "/cases/" + id;
        }

        JsonNode read() throws Refused, InterruptedException {
            return partner.get(path());
        }

        JsonNode send(String method, String part, Object body) throws Refused, InterruptedException {
            return partner.send(method, path() + part, body);
        }
    }

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
        return expectation
                .lastRefusal(step.expect() == SoftwareAct.STATUS ? SoftwareAct.ANSWER : step.expect(), calls)
                .map(call ->
                        BenchText.of("REFUSED_CALL", act, call.status(), call.message() == null ? "" : call.message()))
                .orElseGet(() -> BenchText.of("MISSING", act, waited.toSeconds(), last(calls)));
    }

    private static String last(List<SeenCall> calls) {
        return calls.stream()
                .skip(Math.max(0, calls.size() - TOLD))
                .map(call -> call.method() + " " + call.path() + " " + call.status())
                .collect(Collectors.joining(", "));
    }

    /** Reads the case as the partner, which sees what the software has changed. */
    private Verdict status(Step step) throws Refused, InterruptedException {
        var read = theCase().read();
        var found = events(read, event -> !time(event, "createDateTime").isBefore(expectation.since()))
                .map(event -> event.path("caseNewStatus").asText())
                .toList();
        var now = read.path("status").asText();
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

    private static Stream<JsonNode> events(JsonNode read, Predicate<JsonNode> condition) {
        return StreamSupport.stream(read.path("events").spliterator(), false).filter(condition);
    }

    /** Reads what the hub has sent to the addresses of the software. */
    private Verdict pushed() throws Refused, InterruptedException {
        var itself = itself();
        boolean active = false;
        for (var endpoint : itself.get("/feed/v1/endpoints")) {
            active |= endpoint.path("state").asText().equals("ACTIVE");
            for (var attempt : itself.get("/feed/v1/endpoints/" + text(endpoint, "id") + "/attempts")) {
                var at = time(attempt, "dateTime");
                if (text(attempt, "type").startsWith("fr.hubee.case.")
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
            var type = OrganizationType.valueOf(text(to, "type"));
            var organization = new OrganizationKey(type, text(to, "companyRegister"), text(to, "branchCode"));
            var process = text(folder, "processCode");
            cases.add(new PlayedCase(
                    id(folder), id(each), process, files(folder), partner(Scope.SI, organization, process)));
        }
        return cases.size() < step.cases()
                ? Optional.of(BenchText.of("FEW_CASES", cases.size(), step.cases()))
                : Optional.empty();
    }

    private static String text(JsonNode json, String field) {
        return json.path(field).asText();
    }

    private static UUID id(JsonNode json) {
        return UUID.fromString(text(json, "id"));
    }

    private static Map<UUID, Long> files(JsonNode json) {
        var files = new HashMap<UUID, Long>();
        json.path("attachments")
                .forEach(each -> files.put(id(each), each.path("size").asLong()));
        return files;
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
        switch (step.partner()) {
            case DEPOSIT -> deposit(step);
            case MESSAGE -> event("SENDING_MESSAGE", null, step.message());
            case STATUS -> event("STATUS_UPDATE", step.status().get(0), step.message());
            case COMPLEMENT -> complement(step);
            case CONFIRM -> confirm();
            case CLOSE -> close();
            case REOPEN -> reopen(step);
            case FETCH -> fetch();
            case REPLAY -> replay();
            case PAUSE -> pause(step);
        }
    }

    private void deposit(Step step) throws Refused, InterruptedException {
        var code = client.processCodes().get(Math.max(0, step.process() - 1));
        var process = process(code);
        var partner = partner(Scope.OSL, process.osl(), code);
        var number = "BANC-" + UuidV7.next().toString().substring(24);
        var files = generated(step, process.attachments().formats(), process);
        var wants = ScriptedPartner.text(json("scenario", scenario.name(), "wants", step.wants()));
        var received = json("externalId", number, "partnerAttributes", wants, "recipient", client.organization());
        var applicant = json("firstName", step.firstName(), "lastName", step.lastName());
        var folder =
                json("externalId", number, "processCode", code, "applicant", applicant, "cases", List.of(received));
        folder.put("attachments", announced(files, process, number));
        var made = partner.send("POST", API + "/folders", folder);
        var path = API + "/folders/" + id(made);
        upload(partner, path, made, files);
        cases.add(new PlayedCase(id(made), id(made.at("/cases/0")), code, files(made), partner));
        current = cases.size() - 1;
        begin(theCase().files());
        partner.send("PATCH", path, json("globalStatus", byHub("COMPLETED")));
    }

    private static List<GeneratedFile> generated(Step step, List<String> formats, ProcessDetails process) {
        var mark = UuidV7.next().toString();
        int count =
                step.names() == null ? Math.max(1, step.files()) : step.names().size();
        return IntStream.range(0, count)
                .mapToObj(i -> GeneratedFile.of(
                        formats,
                        step.names() == null ? "piece-" + (i + 1) : step.names().get(i),
                        mark + "-" + i,
                        Math.min(step.size(), process.attachments().maxSize())))
                .toList();
    }

    private static List<Object> announced(List<GeneratedFile> files, ProcessDetails process, String recipient) {
        var type = process.attachments().types().get(0);
        var to = Stream.ofNullable(recipient).toList();
        return files.stream().<Object>map(file -> announced(file, type, to)).toList();
    }

    private static Map<String, Object> announced(GeneratedFile file, String type, List<String> to) {
        return json(
                "fileName", file.name(), "type", type, "size", file.size(), "mimeType", file.type(), "recipients", to);
    }

    private static void upload(ScriptedPartner partner, String path, JsonNode made, List<GeneratedFile> files)
            throws Refused, InterruptedException {
        for (int i = 0; i < files.size(); i++) {
            partner.put(path + "/attachments/" + id(made.at("/attachments/" + i)), files.get(i));
        }
    }

    /** Returns fields and their values, without those that are null. */
    private static Map<String, Object> json(Object... pairs) {
        var fields = new LinkedHashMap<String, Object>();
        for (int i = 0; i < pairs.length; i += 2) {
            if (pairs[i + 1] != null) {
                fields.put((String) pairs[i], pairs[i + 1]);
            }
        }
        return fields;
    }

    /** Returns a status that only the hub has a word for. */
    private static String byHub(String status) {
        return "HUBEE_" + status;
    }

    private void event(String action, String status, String message) throws Refused, InterruptedException {
        begin(Map.of());
        send(action, status, message, null);
    }

    private JsonNode send(String action, String status, String message, Object files)
            throws Refused, InterruptedException {
        var event = json("actionType", action, "caseNewStatus", status, "message", message, "attachments", files);
        event.put("author", BenchWatch.PARTNER);
        event.put("notification", true);
        return theCase().send("POST", "/events", event);
    }

    private void complement(Step step) throws Refused, InterruptedException {
        var process = process(theCase().process());
        var rules = process.attachments();
        var files = generated(step, client.scope() == Scope.SI ? rules.formats() : rules.siFormats(), process);
        var status = step.status() == null ? null : step.status().get(0);
        var made = send("ATTACH_DEPOSIT", status, step.message(), announced(files, process, null));
        upload(theCase().partner(), path(made), made, files);
        begin(files(made));
        patch(made, "SENT");
    }

    private String path(JsonNode event) {
        return theCase().path() + "/events/" + text(event, "id");
    }

    private void patch(JsonNode event, String status) throws Refused, InterruptedException {
        theCase().send("PATCH", "/events/" + id(event), json("status", status));
    }

    private void confirm() throws Refused, InterruptedException {
        var own = client.organization();
        begin(Map.of());
        var last = last(event -> text(event.path("transmitter"), "companyRegister")
                        .equals(own.companyRegister())
                && text(event.path("transmitter"), "type").equals(own.type().name()));
        if (last.isPresent()) {
            patch(last.get(), "RECEIVED");
        }
    }

    private Optional<JsonNode> last(Predicate<JsonNode> condition) throws Refused, InterruptedException {
        return events(theCase().read(), condition).reduce((former, later) -> later);
    }

    private void pause(Step step) throws InterruptedException {
        begin(Map.of());
        Thread.sleep(Duration.ofSeconds(step.within()).toMillis());
    }

    private void close() throws Refused, InterruptedException {
        begin(Map.of());
        theCase().send("PATCH", "", json("status", "CLOSED"));
        setFolder("CLOSED");
    }

    /** Reopens the case by an event: the service is notified. */
    private void reopen(Step step) throws Refused, InterruptedException {
        event("STATUS_UPDATE", byHub("NOTIFIED"), step.message());
        setFolder(byHub("NOTIFIED"));
    }

    private void setFolder(String status) throws Refused, InterruptedException {
        theCase().partner().send("PATCH", API + "/folders/" + theCase().folder(), json("globalStatus", status));
    }

    /** Reads the case as the service that it is for, each file to its end, and takes it out of the queue. */
    private void fetch() throws Refused, InterruptedException {
        var partner = theCase().partner();
        var read = theCase().read();
        var broken = broken(theCase().path(), read);
        if (broken.isPresent()) {
            throw new Refused("GET " + theCase().path(), 0, broken.get() + ": other bytes than announced");
        }
        for (var waiting : partner.get(API + "/notifications?maxResult=1000")) {
            if (text(waiting, "caseId").equals(text(read, "id"))) {
                partner.delete(API + "/notifications/" + id(waiting));
            }
        }
        begin(Map.of());
    }

    private void replay() {
        begin(Map.of());
        transactions.run(() -> replays.fire(new WantedReplay(client.clientId(), beganAt)));
    }

    /** Returns the name of a file that is not whole, of a case or an event. */
    private Optional<String> broken(String path, JsonNode json) throws Refused, InterruptedException {
        for (var file : json.path("attachments")) {
            if (!theCase()
                    .partner()
                    .isWhole(
                            path + "/attachments/" + text(file, "id"),
                            file.path("size").asLong())) {
                return Optional.of(text(file, "fileName"));
            }
        }
        return Optional.empty();
    }

    private Optional<BenchText> check(Step step) throws Refused, InterruptedException {
        Thread.sleep(Duration.ofSeconds(step.within()).toMillis());
        return switch (step.check()) {
            case ONCE -> once(step.status().get(0));
            case AT_MOST -> atMost(step);
            case FILES -> wholeFiles();
        };
    }

    private Optional<BenchText> once(String status) throws Refused, InterruptedException {
        long times = events(
                        theCase().read(), event -> text(event, "caseNewStatus").equals(status))
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

    private Optional<BenchText> wholeFiles() throws Refused, InterruptedException {
        var last = last(event -> !event.path("attachments").isEmpty());
        return last.isEmpty()
                ? Optional.of(BenchText.of("NO_FILE"))
                : broken(path(last.get()), last.get()).map(name -> BenchText.of("BROKEN_FILE", name));
    }
}
