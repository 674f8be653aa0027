package fr.hubee.operation.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.hubee.journal.job.Job;
import io.prometheus.metrics.expositionformats.PrometheusTextFormatWriter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class HubGaugesTest {
    private static final double DAY = 86_400;

    private static final HubGauges READ = read();

    private static HubGauges read() {
        var read = new HubGauges();
        read.pickUps("CERTDC", "person", 3, 60, 600);
        read.unread(
                9,
                1,
                List.of(
                        new HubGauges.Queue("SI-99000101800011-99101", 2 * DAY),
                        new HubGauges.Queue("SI-99000102600014-99102", DAY / 2)));
        read.job(Job.RETENTION, 0, OptionalDouble.empty(), true, 2);
        read.mails(4, 30, 1);
        read.scans(6, 90);
        read.arrivals(5);
        read.clockAhead(-3600);
        read.feed(0.5, 90, 7, Map.of("ACTIVE", 3L, "FAILING", 2L));
        read.sealAge(61);
        read.witnessAge(62);
        read.stampAge(3700);
        read.masterKeyAge(15);
        return read;
    }

    private static String text(Optional<HubGauges> read, OptionalLong free) {
        return PrometheusTextFormatWriter.create().toDebugString(HubGauges.of(read, free));
    }

    @Test
    void aReadingHasTheNamesThatTheManualTells() {
        var text = text(Optional.of(READ), OptionalLong.of(7));

        for (var line : List.of(
                "hubee_database_up 1.0",
                "hubee_store_free_bytes 7.0",
                "hubee_pick_up_seconds{by=\"person\",process=\"CERTDC\",quantile=\"0.5\"} 60.0",
                "hubee_pick_up_seconds{by=\"person\",process=\"CERTDC\",quantile=\"0.95\"} 600.0",
                "hubee_picked_up_cases{by=\"person\",process=\"CERTDC\"} 3.0",
                "hubee_unread_entries 9.0",
                "hubee_unread_oldest_seconds 172800.0",
                "hubee_unread_late_organizations 1.0",
                "hubee_job_active{name=\"retention\"} 1.0",
                "hubee_job_failed_items{name=\"retention\"} 2.0",
                "hubee_mail_waiting 4.0",
                "hubee_scan_waiting 6.0",
                "hubee_scan_oldest_seconds 90.0",
                "hubee_portal_arrivals 5.0",
                "hubee_clock_ahead_seconds -3600.0",
                "hubee_feed_unsealed_seconds 0.5",
                "hubee_webhook_undelivered_seconds 90.0",
                "hubee_webhook_unsent_seconds 7.0",
                "hubee_webhook_endpoints{state=\"active\"} 3.0",
                "hubee_webhook_endpoints{state=\"failing\"} 2.0",
                "hubee_webhook_endpoints{state=\"paused\"} 0.0",
                "hubee_journal_seal_age_seconds 61.0",
                "hubee_journal_witness_age_seconds 62.0",
                "hubee_journal_stamp_age_seconds 3700.0",
                "hubee_master_key_age_days 15.0",
                "hubee_master_key_rotation_days 350.0")) {
            assertTrue(text.contains("\n" + line + "\n"), () -> line + " is not in\n" + text);
        }
    }

    @Test
    void onlyOrganizationsThatAreLateHaveANameInIt() {
        var text = text(Optional.of(READ), OptionalLong.empty());

        assertTrue(text.contains("{organization=\"SI-99000101800011-99101\"} 172800.0"), text);
        assertFalse(text.contains("99102"), text);
    }

    @Test
    void whatIsNotKnownIsAbsentRatherThanZero() {
        var text = text(Optional.empty(), OptionalLong.empty());

        assertEquals(
                List.of("hubee_database_up 0.0"),
                text.lines().filter(line -> !line.startsWith("#")).toList());
        assertFalse(text(Optional.of(READ), OptionalLong.empty()).contains("hubee_job_success_age_seconds"));
    }
}
