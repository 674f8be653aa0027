package fr.hubee.clients.bench;

import fr.hubee.clients.bench.BenchRun.BenchStep;
import fr.hubee.clients.bench.BenchRun.State;
import fr.hubee.clients.bench.BenchRun.StepState;
import fr.hubee.clients.bench.Certifiable.Passed;
import fr.hubee.clients.bench.Scenario.Fault;
import fr.hubee.clients.bench.Scenario.Step;
import fr.hubee.clients.client.LastCalls;
import fr.hubee.kernel.security.PartnerInfo;
import fr.hubee.kernel.shared.OrganizationKey;
import fr.hubee.kernel.shared.OrganizationType;
import fr.hubee.kernel.shared.UuidV7;
import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The runs of the bench, their steps, the calls that were seen, and what spoils the next ones. */
@Dependent
class BenchRepository {
    private static final String RUNS = """
            select r.id, r.batch, r.client_id, r.scenario, r.editor_name, r.application_name, r.software_version, r.state, r.began_at,
                r.ended_at, s.text, s.text_en, s.state as step_state, s.at, s.problem, s.problem_en
            from bench_run r left join bench_step s on s.run = r.id where\s""";

    /** The subscriptions with an editor that credentials {@code k} open; those of no subscription open all that they cover. */
    private static final String EDITED = """
            left join subscription s on s.editor_type is not null
                and (s.id = k.subscription_id or k.subscription_id is null and %s)
            """.formatted(LastCalls.COVERS);

    @PersistenceContext
    EntityManager entities;

    void add(UUID batch, int position, String client, Scenario scenario, Instant now) {
        var id = UuidV7.next();
        var role = scenario.role().name();
        change("""
                insert into bench_run (id, batch, position, client_id, scenario, role, state, began_at, beat_at)
                values (?1, ?2, ?3, ?4, ?5, ?6, 'WAITING', ?7, ?7)
                """, id, batch, position, client, scenario.name(), role, now);
        for (int i = 0; i < scenario.steps().size(); i++) {
            var text = scenario.steps().get(i).shown();
            change("""
                    insert into bench_step (run, position, text, text_en, state) values (?1, ?2, ?3, ?4, 'WAITING')
                    """, id, i, text.fr(), text.en());
        }
    }

    /** Returns the clients of an organisation, and of the subscriptions that it edits. */
    List<String> clients(OrganizationKey organization) {
        return rows(
                        """
                select distinct k.client_id from api_client k
                """ + EDITED + """
                where k.revoked_at is null and k.scope in ('SI', 'OSL') and (
                    (k.organization_type, k.company_register, k.branch_code) = (?1, ?2, ?3)
                    or (s.editor_type, s.editor_company_register, s.editor_branch_code) = (?1, ?2, ?3))
                order by k.client_id limit 500""",
                        organization.type().name(),
                        organization.companyRegister(),
                        organization.branchCode())
                .map(row -> (String) row[0])
                .toList();
    }

    /** Returns what was started together, and is not over. */
    Optional<UUID> unfinished(String client) {
        return rows(
                        "select batch from bench_run where client_id = ?1 and state in ('WAITING', 'RUNNING') limit 1",
                        client)
                .map(row -> (UUID) row[0])
                .findFirst();
    }

    /** Takes a run whose turn it is, for this node; empty when there is none. */
    Optional<BenchRun> claim(Instant now) {
        return rows("""
                update bench_run set state = 'RUNNING', began_at = ?1, beat_at = ?1 where id = (
                    select r.id from bench_run r where r.state = 'WAITING'
                        and not exists (select 1 from bench_run o where o.client_id = r.client_id
                            and (o.state = 'RUNNING' or o.batch = r.batch and o.position < r.position and o.state = 'WAITING'))
                    order by r.began_at, r.position limit 1 for update skip locked)
                returning cast(id as varchar)""", now).findFirst().flatMap(row -> find(UUID.fromString((String) row[0])));
    }

    /** Whether any scenario waits for its turn. */
    boolean isAwaited() {
        return exists("state = 'WAITING'");
    }

    Map<String, UUID> running() {
        return rows("select client_id, id from bench_run where state = 'RUNNING'")
                .collect(Collectors.toUnmodifiableMap(row -> (String) row[0], row -> (UUID) row[1]));
    }

    void beat(UUID run, Instant now) {
        change("update bench_run set beat_at = ?2 where id = ?1", run, now);
    }

    /** Returns those whose node has gone. */
    List<UUID> left(Instant before) {
        return rows("select id from bench_run where state = 'RUNNING' and beat_at < ?1", before)
                .map(row -> (UUID) row[0])
                .toList();
    }

    void done(UUID run, int position, Instant at) {
        change("""
                update bench_step set state = 'DONE', at = ?3 where run = ?1 and position = ?2 and state = 'WAITING'""", run, position, at);
    }

    void fail(UUID run, int position, BenchText problem, Instant at) {
        change("""
                update bench_step set state = 'FAILED', at = ?3, problem = left(?4, 1000), problem_en = left(?5, 1000)
                where run = ?1 and position = ?2""", run, position, at, problem.fr(), problem.en());
    }

    /** Fails the first step that waits. */
    void failHere(UUID run, BenchText problem, Instant at) {
        rows("select position from bench_step where run = ?1 and state = 'WAITING' order by position limit 1", run)
                .forEach(row -> fail(run, (Integer) row[0], problem, at));
    }

    /** @return false when it was over: stopped, or left */
    boolean end(UUID run, State state, Instant now) {
        calm(run);
        return change("""
                update bench_run set state = ?2, ended_at = ?3 where id = ?1 and state in ('WAITING', 'RUNNING')""", run, state.name(), now) == 1;
    }

    /** @return false when all of it was over */
    boolean stop(List<BenchRun> runs, Instant now) {
        var stopped = runs.stream()
                .map(BenchRun::id)
                .filter(run -> end(run, State.FAILED, now))
                .toList();
        stopped.forEach(run -> failHere(run, BenchText.of("STOPPED"), now));
        return !stopped.isEmpty();
    }

    /** Keeps what the software says of itself, once. */
    void software(UUID run, PartnerInfo software) {
        change("""
                update bench_run set editor_name = ?2, application_name = ?3, software_version = ?4
                where id = ?1 and editor_name is null and application_name is null and software_version is null""", run, software.editorName(), software.applicationName(), software.softwareVersion());
    }

    void see(SeenCall call) {
        var subject = call.subject() == null ? null : call.subject().toString();
        change(
                """
                insert into bench_call (run, began_at, ended_at, method, path, subject,
                    status, sent, message, spoiled, retry_after)
                values (?1, ?2, ?3, ?4, ?5, cast(?6 as uuid), ?7, ?8, ?9, ?10, ?11)
                """,
                call.run(),
                call.beganAt(),
                call.endedAt(),
                call.method(),
                call.path(),
                subject,
                call.status(),
                call.sent(),
                call.message(),
                call.spoiled(),
                call.retryAfter());
    }

    List<SeenCall> seen(UUID run) {
        return rows("""
                select began_at, ended_at, method, path, subject, cast(status as integer), sent, message, spoiled, retry_after
                from bench_call where run = ?1 order by ended_at, id""", run)
                .map(row -> new SeenCall(
                        run,
                        (Instant) row[0],
                        (Instant) row[1],
                        (String) row[2],
                        (String) row[3],
                        (UUID) row[4],
                        (Integer) row[5],
                        (Long) row[6],
                        (String) row[7],
                        (Boolean) row[8],
                        (Integer) row[9]))
                .toList();
    }

    /** Returns the case of a notification; empty when it is gone. */
    Optional<UUID> caseOf(UUID notification) {
        return rows("select case_id from notification where id = ?1", notification)
                .findFirst()
                .map(row -> (UUID) row[0]);
    }

    /** Spoils the next calls of the software. */
    void spoil(UUID run, Step step) {
        boolean token = step.fault() == Fault.TOKEN;
        int status = token ? 401 : step.answer();
        int times = token ? Short.MAX_VALUE : Math.max(1, step.times());
        var call = step.call() == null ? null : step.call().name();
        calm(run);
        change("""
                insert into bench_fault (run, kind, act, status, message, retry_after, times_left)
                values (?1, ?2, ?3, ?4, coalesce(?5, ''), ?6, ?7)
                """, run, step.fault().name(), call, status, step.message(), step.retryAfter(), times);
    }

    /** Accepts the tokens of the software again, once it has met that the former one had expired. */
    void endExpiry(UUID run) {
        change("delete from bench_fault where run = ?1 and kind = 'TOKEN' and times_left < " + Short.MAX_VALUE, run);
    }

    private void calm(UUID run) {
        change("delete from bench_fault where run = ?1", run);
    }

    Optional<SpoiledAnswer> spoiled(UUID run) {
        return rows("""
                select kind, act, cast(status as integer), message, retry_after
                from bench_fault where run = ?1 and times_left > 0""", run)
                .findFirst()
                .map(row -> new SpoiledAnswer(
                        Fault.valueOf((String) row[0]),
                        row[1] == null ? null : SoftwareAct.valueOf((String) row[1]),
                        (Integer) row[2],
                        (String) row[3],
                        (Integer) row[4]));
    }

    /** @return false when another call took the last one */
    boolean takeOne(UUID run) {
        return change("update bench_fault set times_left = times_left - 1 where run = ?1 and times_left > 0", run) == 1;
    }

    Optional<BenchRun> find(UUID id) {
        return runs("r.id = ?1 order by s.position", id).stream().findFirst();
    }

    List<BenchRun> ofBatch(UUID batch) {
        return runs("r.batch = ?1 order by r.position, s.position", batch);
    }

    /** Returns the last runs of a client, the newest first. */
    List<BenchRun> last(String client, int most) {
        return runs("""
                r.id in (select id from bench_run where client_id = ?1 order by began_at desc, position limit ?2)
                order by r.began_at desc, r.position, s.position""", client, most);
    }

    void forget(Instant before) {
        change("delete from bench_run where began_at < ?1", before);
    }

    /** Returns what the last runs passed, with any credentials of an organisation or of those whose editor it is. */
    List<Passed> passed(OrganizationKey holder, Instant since) {
        return rows("""
                select distinct on (r.scenario, r.editor_name, r.application_name, r.software_version)
                    r.scenario, r.editor_name, r.application_name, r.software_version, r.ended_at, r.state
                from bench_run r join api_client k on k.client_id = r.client_id
                """ + EDITED + """
                where r.ended_at > ?1 and r.application_name is not null
                    and coalesce(s.editor_type, k.organization_type) = ?2
                    and coalesce(s.editor_company_register, k.company_register) = ?3
                    and coalesce(s.editor_branch_code, k.branch_code) = ?4
                order by r.scenario, r.editor_name, r.application_name, r.software_version, r.ended_at desc""", since, holder.type().name(), holder.companyRegister(), holder.branchCode())
                .filter(row -> State.PASSED.name().equals(row[5]))
                .map(row -> new Passed((String) row[0], software(row, 1), (Instant) row[4]))
                .toList();
    }

    /** Returns whose software a client is: its editor's, or its own organisation's. */
    Optional<OrganizationKey> holder(String client) {
        return rows("""
                select coalesce(s.editor_type, k.organization_type), coalesce(s.editor_company_register, k.company_register),
                    coalesce(s.editor_branch_code, k.branch_code)
                from api_client k
                """ + EDITED + """
                where k.client_id = ?1 order by s.id""", client)
                .findFirst()
                .map(row -> new OrganizationKey(
                        OrganizationType.valueOf((String) row[0]), (String) row[1], (String) row[2]));
    }

    private boolean exists(String condition, Object... values) {
        return rows("select 1 from bench_run where " + condition + " limit 1", values)
                        .count()
                > 0;
    }

    private List<BenchRun> runs(String condition, Object... values) {
        var runs = new LinkedHashMap<UUID, BenchRun>();
        rows(RUNS + condition, values).forEach(row -> {
            var steps = runs.computeIfAbsent((UUID) row[0], id -> run(id, row)).steps();
            if (row[12] != null) {
                steps.add(step(row));
            }
        });
        return List.copyOf(runs.values());
    }

    private static BenchRun run(UUID id, Object[] row) {
        return new BenchRun(
                id,
                (UUID) row[1],
                (String) row[2],
                (String) row[3],
                software(row, 4),
                State.valueOf((String) row[7]),
                (Instant) row[8],
                (Instant) row[9],
                new ArrayList<>());
    }

    private static PartnerInfo software(Object[] row, int from) {
        return new PartnerInfo((String) row[from], (String) row[from + 1], (String) row[from + 2]);
    }

    private static BenchStep step(Object[] row) {
        return new BenchStep(
                new BenchText((String) row[10], (String) row[11]),
                StepState.valueOf((String) row[12]),
                (Instant) row[13],
                row[14] == null ? null : new BenchText((String) row[14], (String) row[15]));
    }

    private Stream<Object[]> rows(String sql, Object... values) {
        List<?> rows =
                filled(entities.createNativeQuery(sql, Object[].class), values).getResultList();
        return rows.stream().map(Object[].class::cast);
    }

    private int change(String sql, Object... values) {
        return filled(entities.createNativeQuery(sql), values).executeUpdate();
    }

    private static Query filled(Query query, Object... values) {
        for (int i = 0; i < values.length; i++) {
            query.setParameter(i + 1, values[i]);
        }
        return query;
    }
}
