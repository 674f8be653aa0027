package fr.hubee.kernel.trace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import fr.hubee.kernel.shared.UuidV7;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The hub's own work has an identifier, and a trace of bounded size. */
class OwnWorkTest {
    static final Sampler ONLY_WHAT_A_PROXY_WANTS = Sampler.parentBased(Sampler.alwaysOff());

    static final Requester RECORDED = new Requester(
            "a-request",
            SpanContext.create(
                    "0af7651916cd43dd8448eb211c80319c",
                    "b7ad6b7169203331",
                    TraceFlags.getSampled(),
                    TraceState.getDefault()));

    @Test
    void whereNoCollectorIsNamedItHasItsIdentifierAllTheSame() {
        var work = new OwnWork(Optional.empty());
        String first;
        try (var round = work.round("mails", Requester.NOBODY)) {
            first = WorkId.current().orElseThrow();
            round.with("hubee.done", 1).failed();
            assertFalse(RecordedWork.isAnyCurrent());
        }
        assertEquals(Optional.empty(), WorkId.current());
        var next = work.round("mails", Requester.NOBODY);
        assertNotEquals(first, WorkId.current().orElseThrow());
        next.close();
    }

    @Test
    void aRunOfAJobHasItsStepsChunksAndStatementsBelowItAndItsIdentifierBeforeThem() {
        var run = UuidV7.next();
        String sql;
        try (var heard = RecordedWork.always()) {
            var job = heard.work().run("retention", run);
            var step = WorkSpan.part("step purge-files");
            var chunk = WorkSpan.part("chunk").with("hubee.items", 7);
            sql = new TracedStatements().inspect("delete from mail");
            var statement = new TracedStatements();
            statement.jdbcExecuteStatementStart();
            statement.jdbcExecuteStatementEnd();
            chunk.close();
            step.close();
            job.close();

            assertEquals("/* request=" + run + " */ delete from mail", sql);
            assertEquals(List.of("delete mail", "chunk", "step purge-files", "job retention"), heard.names());
            assertEquals(
                    heard.span("chunk").getSpanId(), heard.span("delete mail").getParentSpanId());
            assertEquals(
                    heard.span("step purge-files").getSpanId(),
                    heard.span("chunk").getParentSpanId());
            assertEquals(
                    heard.span("job retention").getSpanId(),
                    heard.span("step purge-files").getParentSpanId());
            assertEquals(
                    Map.of("hubee.job", "retention", "hubee.request_id", run.toString()),
                    RecordedWork.attributes(heard.span("job retention")));
        }
        assertFalse(RecordedWork.isAnyCurrent());
        assertEquals(Optional.empty(), WorkId.current());
    }

    @Test
    void aRunOfAHundredThousandItemsRecordsAThousandPartsAndAThousandCalls() {
        try (var heard = RecordedWork.always()) {
            var job = heard.work().run("retention", UuidV7.next());
            for (int each = 0; each < 100_000; each++) {
                var chunk = WorkSpan.part("chunk");
                Tracing.call("S3 DeleteObject", "s3").end();
                chunk.close();
            }
            job.close();

            assertEquals(1_000, Collections.frequency(heard.names(), "chunk"));
            assertEquals(1_000, Collections.frequency(heard.names(), "S3 DeleteObject"));
            assertEquals(2_001, heard.names().size());
            assertEquals(
                    "198000",
                    RecordedWork.attributes(heard.span("job retention")).get("hubee.not_recorded"));
            assertEquals(
                    1,
                    heard.spans().stream()
                            .map(span -> span.getTraceId())
                            .distinct()
                            .count(),
                    "what has no room begins no trace of its own");
        }
    }

    @Test
    void aRoundThatARecordedRequestBeganIsRecordedInATraceOfItsOwnThatNamesIt() {
        try (var heard = RecordedWork.by(ONLY_WHAT_A_PROXY_WANTS)) {
            heard.work().round("mails", RECORDED).close();

            var round = heard.span("mails");
            assertNotEquals(RECORDED.span().getTraceId(), round.getTraceId());
            assertEquals(RECORDED.span(), round.getLinks().get(0).getSpanContext());
            assertEquals("a-request", RecordedWork.attributes(round).get("hubee.begun_by"));
        }
    }

    @Test
    void whoAsksIsWhatTheThreadDoes() {
        assertEquals(Requester.NOBODY, Requester.current());
        try (var heard = RecordedWork.always()) {
            var requester = heard.request();

            assertEquals("a-request", requester.id());
            assertEquals(heard.span("POST").getSpanContext(), requester.span());
        }
    }

    @Test
    void ofTheOthersTheSamplerThatIsConfiguredDecidesButAllJobsAreRecorded() {
        try (var heard = RecordedWork.by(ONLY_WHAT_A_PROXY_WANTS)) {
            try (var round = heard.work().round("mails", new Requester("a-request", SpanContext.getInvalid()))) {
                WorkSpan.part("chunk").close();
                round.with("hubee.done", 1);
                assertNotEquals(Optional.empty(), WorkId.current());
                assertEquals("select 1", new TracedStatements().inspect("select 1"));
            }
            assertEquals(List.of(), heard.names());

            heard.work().run("retention", UuidV7.next()).close();
            assertEquals(List.of("job retention"), heard.names());
        }
    }

    @Test
    void whoWantsNothingRecordedGetsNothing() {
        try (var heard = RecordedWork.by(Sampler.alwaysOff())) {
            heard.work().run("retention", UuidV7.next()).close();
            heard.work().round("mails", RECORDED).close();

            assertEquals(List.of(), heard.names());
        }
    }
}
