package fr.hubee.operation.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.prometheus.metrics.core.metrics.Histogram;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class StatusDayTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 30);

    @Test
    void callsAndArrivalsOfANodeAreCountedAgainstTheObjectives() {
        var registry = new PrometheusRegistry();
        var calls = Histogram.builder()
                .name("hubee_http_server_request_duration_seconds")
                .labelNames("kind", "operation", "status")
                .classicOnly()
                .classicUpperBounds(0.1, 0.25, 1)
                .register(registry);
        var shown = Histogram.builder()
                .name("hubee_portal_shown_seconds")
                .classicOnly()
                .classicUpperBounds(5, 10)
                .register(registry);
        calls.labelValues("api", "read", "2xx").observe(0.01);
        calls.labelValues("api", "read", "4xx").observe(0.2);
        calls.labelValues("portal", "page", "2xx").observe(0.9);
        calls.labelValues("api", "read", "5xx").observe(3);
        calls.labelValues("file", "upload", "2xx").observe(60);
        calls.labelValues("scrape", "metrics", "5xx").observe(9);
        shown.observe(2);
        shown.observe(11);

        var measured = StatusDay.measured(DAY, registry);

        assertEquals(new StatusDay(DAY, 5, 1, 4, 2, 2, 1), measured);
        assertEquals(0.8, measured.available());
        assertEquals(0.5, measured.fast());
        assertEquals(0.5, measured.delivered());
        assertEquals(new StatusDay(DAY, 5, 1, 4, 2, 1, 1), measured.since(new StatusDay(DAY, 0, 0, 0, 0, 1, 0)));
        assertEquals(10, measured.with(measured).calls());
    }

    @Test
    void whatDidNotHappenHasNoShare() {
        var quiet = StatusDay.measured(DAY, new PrometheusRegistry());
        assertNull(quiet.available());
        assertNull(quiet.fast());
        assertNull(quiet.delivered());
    }
}
