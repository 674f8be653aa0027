package fr.hubee.clients.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.hubee.clients.bench.BenchRun.StepState;
import fr.hubee.clients.bench.Expectation.Verdict;
import fr.hubee.clients.bench.Scenario.Step;
import fr.hubee.clients.bench.ScriptedPartner.Refused;
import fr.hubee.clients.client.ApiClient;
import fr.hubee.clients.client.Scope;
import fr.hubee.kernel.shared.OrganizationKey;
import fr.hubee.kernel.shared.OrganizationType;
import fr.hubee.kernel.shared.UuidV7;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** One run of a scenario: the partner acts, and the software is waited for, step by step. */
final class ScenarioPlay {
    private static final String API = "/teledossiers/v1";
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration LOOK = Duration.ofMillis(250);
    private static final Set<String> LAST = Set.of("DONE", "REFUSED");

    private final ScenarioRunner runner;
    private final UUID run;
    private final List<Step> steps;
    private final String name;
    private final ApiClient client;
    private final List<PlayedCase> cases = new ArrayList<>();
    private int current;
    private Expectation expectation;

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
    }

    /** @param position of the step that failed */
    private record Problem(int position, BenchText text) {}

    ScenarioPlay(ScenarioRunner runner, BenchRun run, Scenario scenario, ApiClient client) {
        this.runner = runner;
        this.run = run.id();
        this.steps = scenario.steps();
        this.name = scenario.name();
        this.client = client;
        this.expectation = Expectation.since(run.beganAt(), null, Map.of());
    }

    /** @return whether the software has done all that was expected */
    boolean play() throws Refused, InterruptedException {
        for (int i = 0; i < steps.size(); i++) {
            var problem = perform(i);
            if (problem.isPresent()) {
                runner.step(
                        run,
                        problem.get().position(),
                        StepState.FAILED,
                        problem.get().text());
                return false;
            }
            runner.step(run, i, StepState.DONE, null);
        }
        return true;
    }

    private Optional<Problem> perform(int position) throws Refused, InterruptedException {
        var step = steps.get(position);
        if (step.theCase() > 0) {
            current = step.theCase() - 1;
        }
        if (step.expect() != null) {
            return await(position, step);
        }
        if (step.check() != null) {
            return check(step).map(text -> new Problem(position, text));
        }
        if (step.fault() != null) {
            if (position > 0) { // the first one is there when the run begins
                begin(Map.of());
                runner.spoil(run, step);
            }
            return Optional.empty();
        }
        act(step);
        return Optional.empty();
    }

    /** From now on, other calls are expected. */
    private void begin(Map<UUID, Long> files) {
        var sent = files.isEmpty() ? expectation.files() : files;
        expectation = Expectation.since(
                runner.now(), cases.isEmpty() ? null : theCase().id(), sent);
    }

    private PlayedCase theCase() {
        return cases.get(current);
    }

    private Optional<Problem> await(int position, Step step) throws Refused, InterruptedException {
        var end = runner.now().plus(runner.longest(step));
        while (true) {
            var calls = runner.seen(run);
            var verdict = judge(step, calls);
            if (verdict.problem() != null) {
                return Optional.of(new Problem(position, verdict.problem()));
            }
            if (verdict.at() != null) {
                if (verdict.call() != null) {
                    expectation.done().put(step.expect(), verdict.call());
                }
                return step.expect() == SoftwareAct.COMPLETE
                        ? deposited(position, step, verdict.call())
                        : Optional.empty();
            }
            var pending = EnumSet.of(step.expect());
            for (int next = position + 1;
                    next < steps.size() && !steps.get(next).beginsAnew();
                    next++) {
                var early = expectation.early(steps.get(next), pending, calls, runner.now());
                if (early.isPresent()) {
                    return Optional.of(new Problem(next, early.get()));
                }
                if (steps.get(next).expect() != null) {
                    pending.add(steps.get(next).expect());
                }
            }
            if (runner.now().isAfter(end)) {
                return Optional.of(new Problem(position, missing(step, calls)));
            }
            Thread.sleep(LOOK.toMillis());
        }
    }

    private Verdict judge(Step step, List<SeenCall> calls) throws Refused, InterruptedException {
        return switch (step.expect()) {
            case STATUS -> status(step);
            case PUSH -> pushed();
            default -> expectation.judge(step, calls);
        };
    }

    private BenchText missing(Step step, List<SeenCall> calls) {
        var seconds = runner.longest(step).toSeconds();
        var act = BenchText.of("ACT_" + step.expect(), step.status() == null ? "" : String.join(", ", step.status()));
        return expectation
                .lastRefusal(step.expect() == SoftwareAct.STATUS ? SoftwareAct.ANSWER : step.expect(), calls)
                .map(call ->
                        BenchText.of("REFUSED_CALL", act, call.status(), call.message() == null ? "" : call.message()))
                .orElseGet(() -> BenchText.of("MISSING", act, seconds));
    }

    /** Reads the case as the partner, which sees what the software has changed. */
    private Verdict status(Step step) throws Refused, InterruptedException {
        var read = theCase().partner().get(theCase().path());
        var since = expectation.since();
        var found = events(read)
                .filter(event -> !since(event).isBefore(since))
                .map(event -> event.path("caseNewStatus").asText())
                .toList();
        var now = read.path("status").asText();
        if (step.status().contains(now) || found.stream().anyMatch(step.status()::contains)) {
            return new Verdict(runner.now(), null, null);
        }
        return LAST.contains(now) && found.contains(now)
                ? Verdict.wrong("OTHER_STATUS", now, String.join(", ", step.status()))
                : Verdict.WAITING;
    }

    private static Instant since(JsonNode event) {
        return OffsetDateTime.parse(event.path("createDateTime").asText()).toInstant();
    }

    private static Stream<JsonNode> events(JsonNode read) {
        return StreamSupport.stream(read.path("events").spliterator(), false);
    }

    /** Reads what the hub has sent to the addresses of the software. */
    private Verdict pushed() throws Refused, InterruptedException {
        var itself = runner.itself(client);
        boolean active = false;
        for (var endpoint : itself.get("/feed/v1/endpoints")) {
            active |= endpoint.path("state").asText().equals("ACTIVE");
            var attempts =
                    itself.get("/feed/v1/endpoints/" + endpoint.path("id").asText() + "/attempts");
            for (var attempt : attempts) {
                var at = OffsetDateTime.parse(attempt.path("dateTime").asText()).toInstant();
                boolean aboutCase = attempt.path("type").asText().startsWith("fr.hubee.case.");
                if (aboutCase
                        && !at.isBefore(expectation.since())
                        && attempt.path("status").asInt() / 100 == 2) {
                    return new Verdict(at, null, null);
                }
            }
        }
        return active ? Verdict.WAITING : Verdict.wrong("NO_ENDPOINT");
    }

    /** Learns what an operator's software has deposited: the bench plays all its recipients. */
    private Optional<Problem> deposited(int position, Step step, SeenCall call) throws Refused, InterruptedException {
        var path = call.path();
        var folder = runner.itself(client).get(path);
        var files = files(folder.path("attachments"));
        var process = folder.path("processCode").asText();
        cases.clear();
        current = 0;
        for (var each : folder.path("cases")) {
            var recipient = each.path("recipient");
            var organization = new OrganizationKey(
                    OrganizationType.valueOf(recipient.path("type").asText()),
                    recipient.path("companyRegister").asText(),
                    recipient.path("branchCode").asText());
            cases.add(new PlayedCase(
                    UUID.fromString(folder.path("id").asText()),
                    UUID.fromString(each.path("id").asText()),
                    process,
                    files,
                    runner.service(organization, process)));
        }
        if (cases.size() < step.cases()) {
            return Optional.of(new Problem(position, BenchText.of("FEW_CASES", cases.size(), step.cases())));
        }
        return Optional.empty();
    }

    private static Map<UUID, Long> files(JsonNode attachments) {
        var files = new HashMap<UUID, Long>();
        attachments.forEach(each -> files.put(
                UUID.fromString(each.path("id").asText()), each.path("size").asLong()));
        return files;
    }

    private void act(Step step) throws Refused, InterruptedException {
        switch (step.partner()) {
            case DEPOSIT -> deposit(step);
            case MESSAGE -> event(event("SENDING_MESSAGE").put("message", step.message()));
            case STATUS ->
                event(event("STATUS_UPDATE")
                        .put("caseNewStatus", step.status().get(0))
                        .put("message", step.message()));
            case COMPLEMENT -> complement(step);
            case CONFIRM -> confirm();
            case CLOSE -> close();
            case REOPEN -> reopen();
            case FETCH -> fetch();
            case PAUSE -> pause(step);
        }
    }

    private void deposit(Step step) throws Refused, InterruptedException {
        var process = client.processCodes().get(Math.max(0, step.process() - 1));
        var partner = runner.operatorOf(process);
        var mark = UuidV7.next().toString();
        var number = "BANC-" + mark.substring(mark.length() - 12);
        var folder = JSON.createObjectNode().put("externalId", number).put("processCode", process);
        folder.putObject("applicant")
                .put("firstName", step.firstName() == null ? "Camille" : step.firstName())
                .put("lastName", step.lastName() == null ? "Exemple" : step.lastName());
        var wanted = JSON.createObjectNode().put("scenario", name).put("wants", step.wants());
        var recipient = client.organization();
        folder.putArray("cases")
                .addObject()
                .put("externalId", number + "-01")
                .put("partnerAttributes", wanted.toString())
                .putObject("recipient")
                .put("type", recipient.type().name())
                .put("companyRegister", recipient.companyRegister())
                .put("branchCode", recipient.branchCode());
        var rules = runner.files(process);
        var files = generated(step, rules.formats(), rules.maxSize(), mark);
        var announced = folder.putArray("attachments");
        files.forEach(
                file -> announce(announced.addObject(), file, rules.types().get(0))
                        .putArray("recipients")
                        .add(number + "-01"));
        var made = partner.post(API + "/folders", folder);
        var path = API + "/folders/" + made.path("id").asText();
        send(partner, path, made, files);
        cases.add(new PlayedCase(
                UUID.fromString(made.path("id").asText()),
                UUID.fromString(made.at("/cases/0/id").asText()),
                process,
                files(made.path("attachments")),
                partner));
        current = cases.size() - 1;
        begin(theCase().files());
        partner.patch(path, JSON.createObjectNode().put("globalStatus", byHub("COMPLETED")));
    }

    private static ObjectNode announce(ObjectNode json, GeneratedFile file, String type) {
        return json.put("fileName", file.name())
                .put("type", type)
                .put("size", file.size())
                .put("mimeType", file.type());
    }

    private static void send(ScriptedPartner partner, String path, JsonNode made, List<GeneratedFile> files)
            throws Refused, InterruptedException {
        for (int i = 0; i < files.size(); i++) {
            var file = files.get(i);
            partner.put(
                    path + "/attachments/"
                            + made.at("/attachments/" + i + "/id").asText(),
                    file::open,
                    file.size());
        }
    }

    private static List<GeneratedFile> generated(Step step, List<String> formats, long most, String mark) {
        int count =
                step.names() == null ? Math.max(1, step.files()) : step.names().size();
        return IntStream.range(0, count)
                .mapToObj(i -> GeneratedFile.of(
                        formats,
                        step.names() == null ? "piece-" + (i + 1) : step.names().get(i),
                        mark + "-" + i,
                        Math.min(step.size(), most)))
                .toList();
    }

    private static ObjectNode event(String action) {
        return JSON.createObjectNode()
                .put("actionType", action)
                .put("author", BenchWatch.PARTNER)
                .put("notification", true);
    }

    private void event(ObjectNode event) throws Refused, InterruptedException {
        begin(Map.of());
        theCase().partner().post(theCase().path() + "/events", event);
    }

    private void complement(Step step) throws Refused, InterruptedException {
        var rules = runner.files(theCase().process());
        var formats = client.scope() == Scope.SI ? rules.formats() : rules.siFormats();
        var mark = UuidV7.next().toString();
        var files = generated(step, formats, rules.maxSize(), mark);
        var event = event("ATTACH_DEPOSIT").put("message", step.message());
        if (step.status() != null) {
            event.put("caseNewStatus", step.status().get(0));
        }
        var announced = event.putArray("attachments");
        files.forEach(
                file -> announce(announced.addObject(), file, rules.types().get(0)));
        var partner = theCase().partner();
        var made = partner.post(theCase().path() + "/events", event);
        var path = theCase().path() + "/events/" + made.path("id").asText();
        send(partner, path, made, files);
        begin(files(made.path("attachments")));
        partner.patch(path, JSON.createObjectNode().put("status", "SENT"));
    }

    private void confirm() throws Refused, InterruptedException {
        var last = lastOfSoftware();
        begin(Map.of());
        if (last.isPresent()) {
            theCase()
                    .partner()
                    .patch(
                            theCase().path() + "/events/"
                                    + last.get().path("id").asText(),
                            JSON.createObjectNode().put("status", "RECEIVED"));
        }
    }

    private Optional<JsonNode> lastOfSoftware() throws Refused, InterruptedException {
        var own = client.organization();
        return events(theCase().partner().get(theCase().path()))
                .filter(event ->
                        event.at("/transmitter/companyRegister").asText().equals(own.companyRegister()))
                .filter(event ->
                        event.at("/transmitter/type").asText().equals(own.type().name()))
                .reduce((former, later) -> later);
    }

    private void pause(Step step) throws InterruptedException {
        begin(Map.of());
        Thread.sleep(Duration.ofSeconds(step.within()).toMillis());
    }

    private void close() throws Refused, InterruptedException {
        begin(Map.of());
        theCase().partner().patch(theCase().path(), JSON.createObjectNode().put("status", "CLOSED"));
        setFolder("CLOSED");
    }

    /** Reopens the case by an event: the service is notified. */
    private void reopen() throws Refused, InterruptedException {
        event(event("STATUS_UPDATE").put("caseNewStatus", byHub("NOTIFIED")));
        setFolder(byHub("NOTIFIED"));
    }

    /** Returns a status that only the hub has a word for. */
    private static String byHub(String status) {
        return "HUBEE_" + status;
    }

    private void setFolder(String status) throws Refused, InterruptedException {
        theCase()
                .partner()
                .patch(
                        API + "/folders/" + theCase().folder(),
                        JSON.createObjectNode().put("globalStatus", status));
    }

    /** Reads the case as the service that it is for, each file to its end, and takes it out of the queue. */
    private void fetch() throws Refused, InterruptedException {
        var partner = theCase().partner();
        var read = partner.get(theCase().path());
        for (var file : read.path("attachments")) {
            var path = theCase().path() + "/attachments/" + file.path("id").asText();
            if (partner.digest(path, file.path("size").asLong()).isEmpty()) {
                throw new Refused("GET " + path, 0, "other bytes than announced");
            }
        }
        for (var waiting : partner.get(API + "/notifications?maxResult=1000")) {
            if (waiting.path("caseId").asText().equals(theCase().id().toString())) {
                partner.delete(API + "/notifications/" + waiting.path("id").asText());
            }
        }
        begin(Map.of());
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
        long times = events(theCase().partner().get(theCase().path()))
                .filter(event -> event.path("caseNewStatus").asText().equals(status))
                .count();
        return times > 1 ? Optional.of(BenchText.of("TWICE", status, times)) : Optional.empty();
    }

    private Optional<BenchText> atMost(Step step) {
        long times = expectation
                .seen(runner.seen(run))
                .filter(call -> step.call().is(call, theCase().id()))
                .count();
        return times > step.times()
                ? Optional.of(BenchText.of("TOO_OFTEN", BenchText.of("ACT_" + step.call()), times, step.times()))
                : Optional.empty();
    }

    private Optional<BenchText> wholeFiles() throws Refused, InterruptedException {
        var last = events(theCase().partner().get(theCase().path()))
                .filter(event -> !event.path("attachments").isEmpty())
                .reduce((former, later) -> later);
        if (last.isEmpty()) {
            return Optional.of(BenchText.of("NO_FILE"));
        }
        for (var file : last.get().path("attachments")) {
            var path = theCase().path() + "/events/" + last.get().path("id").asText() + "/attachments/"
                    + file.path("id").asText();
            if (theCase().partner().digest(path, file.path("size").asLong()).isEmpty()) {
                return Optional.of(
                        BenchText.of("BROKEN_FILE", file.path("fileName").asText()));
            }
        }
        return Optional.empty();
    }
}
