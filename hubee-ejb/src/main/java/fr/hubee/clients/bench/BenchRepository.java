package fr.hubee.clients.bench;

import fr.hubee.clients.bench.BenchRun.BenchStep;
import fr.hubee.clients.bench.BenchRun.State;
import fr.hubee.clients.bench.BenchRun.StepState;
import fr.hubee.clients.bench.Scenario.Step;
import fr.hubee.kernel.security.PartnerInfo;
import fr.hubee.kernel.shared.OrganizationKey;
import fr.hubee.kernel.shared.UuidV7;
import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** The runs of the bench, their steps, the calls that were seen, and what spoils the next ones. */
@Dependent
class BenchRepository {
    private static final String RUNS = """
            select id, batch, client_id, scenario, editor_name, application_name, software_version, state, began_at, ended_at
            from bench_run""";

    @PersistenceContext
    EntityManager entities;

    UUID add(UUID batch, int position, String client, Scenario scenario, Instant now) {
        var id = UuidV7.next();
        query(
                        "insert into bench_run (id, batch, position, client_id, scenario, role, state, began_at, beat_at)"
                                + " values (:id, :batch, :position, :client, :scenario, :role, 'WAITING', :now, :now)",
                        Map.of(
                                "id", id,
                                "batch", batch,
                                "position", position,
                                "client", client,
                                "scenario", scenario.name(),
                                "role", scenario.role().name(),
                                "now", now))
                .executeUpdate();
        for (int i = 0; i < scenario.steps().size(); i++) {
            var text = scenario.steps().get(i).shown();
            query(
                            "insert into bench_step (run, position, text, text_en, state) values (:run, :position, :text, :en, 'WAITING')",
                            Map.of("run", id, "position", i, "text", text.fr(), "en", text.en()))
                    .executeUpdate();
        }
        return id;
    }

    /** Returns the clients of an organisation, and of the subscriptions that it edits. */
    List<String> clients(OrganizationKey organization) {
        return rows(query(
                        """
                        select c.client_id, c.created_at from api_client c left join subscription s on s.id = c.subscription_id
                        where c.revoked_at is null and c.scope in ('SI', 'OSL') and (
                            (c.organization_type, c.company_register, c.branch_code) = (:type, :register, :branch)
                            or (s.editor_type, s.editor_company_register, s.editor_branch_code) = (:type, :register, :branch))
                        order by c.client_id limit 500""",
                        Map.of(
                                "type", organization.type().name(),
                                "register", organization.companyRegister(),
                                "branch", organization.branchCode())))
                .map(row -> (String) row[0])
                .toList();
    }

    boolean isBusy(String client) {
        return !query(
                        "select 1 from bench_run where client_id = :client and state in ('WAITING', 'RUNNING') limit 1",
                        Map.of("client", client))
                .getResultList()
                .isEmpty();
    }

    /** Takes a run whose turn it is, for this node; empty when there is none. */
    Optional<BenchRun> claim(Instant now) {
        List<?> claimed = query("""
                        update bench_run set state = 'RUNNING', began_at = :now, beat_at = :now where id = (
                            select r.id from bench_run r where r.state = 'WAITING'
                                and not exists (select 1 from bench_run o where o.client_id = r.client_id
                                    and (o.state = 'RUNNING' or o.batch = r.batch and o.position < r.position and o.state = 'WAITING'))
                            order by r.began_at, r.position limit 1 for update skip locked)
                        returning cast(id as varchar)""", Map.of("now", now)).getResultList();
        return claimed.isEmpty() ? Optional.empty() : find(UUID.fromString((String) claimed.get(0)));
    }

    /** Whether any scenario waits for its turn. */
    boolean isAwaited() {
        return !query("select 1 from bench_run where state = 'WAITING' limit 1", Map.of())
                .getResultList()
                .isEmpty();
    }

    Map<String, UUID> running() {
        var running = new HashMap<String, UUID>();
        rows(query("select client_id, id from bench_run where state = 'RUNNING'", Map.of()))
                .forEach(row -> running.put((String) row[0], (UUID) row[1]));
        return Map.copyOf(running);
    }

    void beat(UUID run, Instant now) {
        query("update bench_run set beat_at = :now where id = :run", Map.of("run", run, "now", now))
                .executeUpdate();
    }

    /** Returns those whose node has gone. */
    List<UUID> left(Instant before) {
        return rows(query(
                        "select id, state from bench_run where state = 'RUNNING' and beat_at < :before",
                        Map.of("before", before)))
                .map(row -> (UUID) row[0])
                .toList();
    }

    void step(UUID run, int position, StepState state, BenchText problem, Instant at) {
        var update = query(
                "update bench_step set state = :state, at = :at, problem = left(:problem, 1000), problem_en = left(:en, 1000)"
                        + " where run = :run and position = :position",
                Map.of("run", run, "position", position, "state", state.name(), "at", at));
        update.setParameter("problem", problem == null ? null : problem.fr());
        update.setParameter("en", problem == null ? null : problem.en());
        update.executeUpdate();
    }

    /** Fails the first step that waits. */
    void failHere(UUID run, BenchText problem, Instant at) {
        rows(query(
                        "select position, state from bench_step where run = :run and state = 'WAITING' order by position limit 1",
                        Map.of("run", run)))
                .forEach(row -> step(run, ((Number) row[0]).intValue(), StepState.FAILED, problem, at));
    }

    void end(UUID run, State state, Instant now) {
        calm(run);
        query(
                        "update bench_run set state = :state, ended_at = :now where id = :run",
                        Map.of("run", run, "state", state.name(), "now", now))
                .executeUpdate();
    }

    /** Keeps what the software says of itself, once. */
    void software(UUID run, PartnerInfo software) {
        var update = query(
                "update bench_run set editor_name = :editor, application_name = :application, software_version = :version"
                        + " where id = :run and editor_name is null and application_name is null and software_version is null",
                Map.of("run", run));
        update.setParameter("editor", software.editorName());
        update.setParameter("application", software.applicationName());
        update.setParameter("version", software.softwareVersion());
        update.executeUpdate();
    }

    void see(SeenCall call) {
        var insert = query(
                """
                insert into bench_call (run, began_at, ended_at, method, path, subject, status, sent, message, spoiled, retry_after)
                values (:run, :began, :ended, :method, left(:path, 500), cast(:subject as uuid), :status, :sent, left(:message, 500), :spoiled, :after)""",
                Map.of(
                        "run", call.run(),
                        "began", call.beganAt(),
                        "ended", call.endedAt(),
                        "method", call.method(),
                        "path", call.path(),
                        "status", call.status(),
                        "sent", call.sent(),
                        "spoiled", call.spoiled(),
                        "after", call.retryAfter()));
        insert.setParameter(
                "subject", call.subject() == null ? null : call.subject().toString());
        insert.setParameter("message", call.message());
        insert.executeUpdate();
    }

    List<SeenCall> seen(UUID run) {
        return rows(query("""
                        select began_at, ended_at, method, path, subject, status, sent, message, spoiled, retry_after
                        from bench_call where run = :run order by ended_at, id""", Map.of("run", run)))
                .map(row -> new SeenCall(
                        run,
                        (Instant) row[0],
                        (Instant) row[1],
                        (String) row[2],
                        (String) row[3],
                        (UUID) row[4],
                        ((Number) row[5]).intValue(),
                        ((Number) row[6]).longValue(),
                        (String) row[7],
                        (Boolean) row[8],
                        ((Number) row[9]).intValue()))
                .toList();
    }

    /** Returns the case of a notification; empty when it is gone. */
    Optional<UUID> caseOf(UUID notification) {
        return rows(query("select case_id, id from notification where id = :id", Map.of("id", notification)))
                .findFirst()
                .map(row -> (UUID) row[0]);
    }

    /** Spoils the next calls of the software. */
    void spoil(UUID run, Step step) {
        calm(run);
        var insert = query(
                "insert into bench_fault (run, kind, act, status, message, retry_after, times_left)"
                        + " values (:run, :kind, :act, :status, :message, :after, :times)",
                Map.of(
                        "run",
                        run,
                        "kind",
                        step.fault().name(),
                        "status",
                        step.fault() == Scenario.Fault.TOKEN ? 401 : step.answer(),
                        "message",
                        step.message() == null ? "" : step.message(),
                        "after",
                        step.retryAfter(),
                        "times",
                        step.fault() == Scenario.Fault.TOKEN ? Short.MAX_VALUE : Math.max(1, step.times())));
        insert.setParameter("act", step.call() == null ? null : step.call().name());
        insert.executeUpdate();
    }

    /** Accepts the tokens of the software again, once it has met that the former one had expired. */
    void endExpiry(UUID run) {
        query(
                        "delete from bench_fault where run = :run and kind = 'TOKEN' and times_left < :all",
                        Map.of("run", run, "all", (int) Short.MAX_VALUE))
                .executeUpdate();
    }

    void calm(UUID run) {
        query("delete from bench_fault where run = :run", Map.of("run", run)).executeUpdate();
    }

    Optional<SpoiledAnswer> spoiled(UUID run) {
        return rows(query(
                        "select kind, act, status, message, retry_after from bench_fault where run = :run and times_left > 0",
                        Map.of("run", run)))
                .findFirst()
                .map(row -> new SpoiledAnswer(
                        Scenario.Fault.valueOf((String) row[0]),
                        row[1] == null ? null : SoftwareAct.valueOf((String) row[1]),
                        ((Number) row[2]).intValue(),
                        (String) row[3],
                        ((Number) row[4]).intValue()));
    }

    /** @return false when another call took the last one */
    boolean takeOne(UUID run) {
        return query(
                                "update bench_fault set times_left = times_left - 1 where run = :run and times_left > 0",
                                Map.of("run", run))
                        .executeUpdate()
                == 1;
    }

    Optional<BenchRun> find(UUID id) {
        return runs(RUNS + " where id = :id", Map.of("id", id)).stream().findFirst();
    }

    List<BenchRun> ofBatch(UUID batch) {
        return runs(RUNS + " where batch = :batch order by position", Map.of("batch", batch));
    }

    /** Returns the last runs of a client, the newest first, with their steps. */
    List<BenchRun> last(String client, int most) {
        return runs(
                RUNS + " where client_id = :client order by began_at desc, position limit " + most,
                Map.of("client", client));
    }

    int forget(Instant before) {
        return query("delete from bench_run where began_at < :before", Map.of("before", before))
                .executeUpdate();
    }

    private List<BenchRun> runs(String sql, Map<String, Object> values) {
        return rows(query(sql, values))
                .map(row -> new BenchRun(
                        (UUID) row[0],
                        (UUID) row[1],
                        (String) row[2],
                        (String) row[3],
                        new PartnerInfo((String) row[4], (String) row[5], (String) row[6]),
                        State.valueOf((String) row[7]),
                        (Instant) row[8],
                        (Instant) row[9],
                        List.of()))
                .map(run -> run.with(steps(run.id())))
                .toList();
    }

    private List<BenchStep> steps(UUID run) {
        return rows(query(
                        "select text, text_en, state, at, problem, problem_en from bench_step where run = :run order by position",
                        Map.of("run", run)))
                .map(row -> new BenchStep(
                        new BenchText((String) row[0], (String) row[1]),
                        StepState.valueOf((String) row[2]),
                        (Instant) row[3],
                        row[4] == null ? null : new BenchText((String) row[4], (String) row[5])))
                .toList();
    }

    private Query query(String sql, Map<String, Object> values) {
        var query = entities.createNativeQuery(sql);
        values.forEach(query::setParameter);
        return query;
    }

    private static Stream<Object[]> rows(Query query) {
        List<?> rows = query.getResultList();
        return rows.stream().map(Object[].class::cast);
    }
}
