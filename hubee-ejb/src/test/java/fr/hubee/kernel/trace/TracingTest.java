package fr.hubee.kernel.trace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.hubee.kernel.settings.SettingSource;
import fr.hubee.kernel.trace.Tracing.LoggedOnce;
import io.opentelemetry.context.Context;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;

/** Without a collector nothing is recorded; an unreachable one does no harm. */
class TracingTest {
    static final String STATEMENT = "select id from cases where folder_id = ?";

    /** Settings with an address on which nothing listens. */
    static final Map<String, String> NOBODY = Map.of(
            "otel.exporter.otlp.endpoint", "http://127.0.0.1:1",
            "otel.java.exporter.otlp.retry.disabled", "true",
            "otel.bsp.schedule.delay", "1",
            "otel.traces.sampler", "always_on");

    /** Logger of the library, silent on the server, too. */
    static final Logger LIBRARY = Logger.getLogger("io.opentelemetry");

    @Test
    void whereNoCollectorIsNamedThereIsNone() {
        assertEquals(Optional.empty(), Tracing.of(new SettingSource(name -> null)));
        assertEquals(Optional.empty(), Tracing.of(new SettingSource(name -> name.contains("ENDPOINT") ? " " : null)));
    }

    @Test
    void aStatementOfARequestThatIsNotRecordedIsLeftAsItIs() {
        var bound = WorkId.bind("a-request");

        assertSame(STATEMENT, new TracedStatements().inspect(STATEMENT));
        assertFalse(Tracing.call("s3 GetObject", "s3").getSpanContext().isValid());
        bound.close();
    }

    @Test
    void aStatementOfARecordedRequestNamesIt() {
        withoutCollector(tracing -> {
            var bound = WorkId.bind("a-request");
            var within = tracing.within(tracing.request("GET", Context.root()).startSpan());

            assertEquals(
                    "/* request=a-request */ " + STATEMENT,
                    within.wrapSupplier(() -> new TracedStatements().inspect(STATEMENT))
                            .get());
            bound.close();
        });
    }

    /** Nothing waits for it, rejected spans are dropped, and this is logged once. */
    @Test
    void aMissingCollectorIsLoggedOnce() {
        var said = new Said();
        var log = Logger.getLogger(LoggedOnce.class.getName());
        log.addHandler(said);
        withoutCollector(tracing -> {
            for (int each = 0; each < 10_000; each++) {
                tracing.request("GET", Context.root()).startSpan().end();
            }
            said.awaitFirst();
        });
        log.removeHandler(said);

        assertEquals(1, said.lines.size(), said.lines::toString);
        assertEquals("HUBEE-TRACES-LOST", said.lines.get(0).split(" ", -1)[0]);
    }

    private interface Work {
        void with(Tracing tracing);
    }

    private static void withoutCollector(Work work) {
        LIBRARY.setLevel(Level.OFF);
        NOBODY.forEach(System::setProperty);
        try (var tracing = Tracing.of(SettingSource.ofThisServer()).orElseThrow()) {
            work.with(tracing);
        } finally {
            NOBODY.keySet().forEach(System::clearProperty);
        }
    }

    private static final class Said extends Handler {
        private final List<String> lines = new ArrayList<>();
        private final CountDownLatch first = new CountDownLatch(1);

        @Override
        public synchronized void publish(LogRecord line) {
            lines.add(line.getMessage());
            first.countDown();
        }

        void awaitFirst() {
            try {
                assertTrue(first.await(60, TimeUnit.SECONDS), "nobody is told");
            } catch (InterruptedException failure) {
                throw new IllegalStateException(failure);
            }
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }
}
