package fr.hubee.operation.metrics;

import fr.hubee.journal.job.Job;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot.GaugeDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/** The gauges that the database gives, with their names. A value that was not read is left out: a constant value would look as if all were well. */
final class HubGauges {
    private static final int YEAR = 365;

    private static final List<String> ENDPOINT_STATES = List.of("TO_PROVE", "ACTIVE", "FAILING", "PAUSED", "DISABLED");

    /** An organisation that does not read its queue, with the age of the oldest entry in seconds. */
    record Queue(String organization, double age) {}

    private final Map<String, GaugeSnapshot.Builder> gauges = new LinkedHashMap<>();

    /** @param read empty when the database did not answer */
    static MetricSnapshots of(Optional<HubGauges> read, OptionalLong freeBytes) {
        var all = new HubGauges();
        all.add("hubee_database_up", "1 if the database answered in time, otherwise 0", read.isPresent() ? 1 : 0);
        freeBytes.ifPresent(free -> all.add("hubee_store_free_bytes", "Bytes left for files", free));
        read.ifPresent(known -> all.gauges.putAll(known.gauges));
        var snapshots = MetricSnapshots.builder();
        all.gauges.values().forEach(gauge -> snapshots.metricSnapshot(gauge.build()));
        return snapshots.build();
    }

    /** @param labels names and values in turn; the values of one gauge differ in them */
    private void add(String name, String help, Number value, String... labels) {
        gauges.computeIfAbsent(name, any -> GaugeSnapshot.builder().name(name).help(help))
                .dataPoint(GaugeDataPointSnapshot.builder()
                        .value(value.doubleValue())
                        .labels(Labels.of(labels))
                        .build());
    }

    void arrivals(long waiting) {
        add("hubee_portal_arrivals", "Cases that the portal has not fetched yet", waiting);
    }

    void clockAhead(double seconds) {
        add(
                "hubee_clock_ahead_seconds",
                "How far the clock of this server is ahead of the database's; negative when it is behind",
                seconds);
    }

    /**
     * @param unsealed age of the oldest event that has no place in the log yet
     * @param undelivered age of the oldest event that an endpoint has not accepted
     * @param unsent age of the oldest event that no node sends, although its endpoint takes events
     * @param endpoints by their state
     */
    void feed(double unsealed, double undelivered, double unsent, Map<String, Long> endpoints) {
        add("hubee_feed_unsealed_seconds", "Age of the oldest event that has no place in the feed yet", unsealed);
        add("hubee_webhook_undelivered_seconds", "Age of the oldest event that an endpoint lacks", undelivered);
        add("hubee_webhook_unsent_seconds", "Age of the oldest event that no server sends though it could", unsent);
        for (var state : ENDPOINT_STATES) {
            var name = state.toLowerCase(Locale.ROOT);
            add("hubee_webhook_endpoints", "Endpoints", endpoints.getOrDefault(state, 0L), "state", name);
        }
    }

    void sealAge(double seconds) {
        add("hubee_journal_seal_age_seconds", "Since the journal was sealed", seconds);
    }

    void witnessAge(double seconds) {
        add(
                "hubee_journal_witness_age_seconds",
                "Age of the oldest head of the journal that the witness has not been told; otherwise 0",
                seconds);
    }

    void stampAge(double seconds) {
        add("hubee_journal_stamp_age_seconds", "Age of the newest head that an authority has stamped", seconds);
    }

    void masterKeyAge(double days) {
        add("hubee_master_key_age_days", "Since the current master key is used", days);
        add(
                "hubee_master_key_rotation_days",
                "Until the master key should be changed, a year after the last time; negative when it is late",
                YEAR - days);
    }

    /**
     * The cases of a démarche that were picked up in the last hour.
     *
     * @param by {@code person} or {@code software}
     * @param median of the seconds since their transmission
     * @param slowest the seconds that 95 % of them did not exceed
     */
    void pickUps(String processCode, String by, long count, double median, double slowest) {
        var help = "From transmission to the first act of the service, cases picked up in the last hour";
        add("hubee_pick_up_seconds", help, median, "process", processCode, "by", by, "quantile", "0.5");
        add("hubee_pick_up_seconds", help, slowest, "process", processCode, "by", by, "quantile", "0.95");
        add("hubee_picked_up_cases", "Cases picked up in the last hour", count, "process", processCode, "by", by);
    }

    /**
     * The notifications that partners have not read yet.
     *
     * @param late the number of organisations whose oldest entry is older than a day
     * @param oldest the organisations that wait longest, the longest first
     */
    void unread(long entries, long late, List<Queue> oldest) {
        add("hubee_unread_entries", "Entries of all queues that are not read", entries);
        add(
                "hubee_unread_oldest_seconds",
                "Age of the oldest entry of all queues",
                oldest.isEmpty() ? 0 : oldest.get(0).age());
        add("hubee_unread_late_organizations", "Organisations with an entry older than a day", late);
        oldest.stream()
                .limit(late)
                .forEach(queue -> add(
                        "hubee_unread_organization_oldest_seconds",
                        "Age of the oldest entry of an organisation, if older than a day; the fifty oldest",
                        queue.age(),
                        "organization",
                        queue.organization()));
    }

    /**
     * @param overdue seconds since its last slot, 0 if a run of that slot succeeded
     * @param sinceSuccess seconds since its last success; empty when there was none
     * @param active whether a run waits or works
     * @param failedItems number of items that the next run tries again
     */
    void job(Job job, double overdue, OptionalDouble sinceSuccess, boolean active, long failedItems) {
        var name = job.name().toLowerCase(Locale.ROOT);
        add("hubee_job_overdue_seconds", "Since a slot that no run has done", overdue, "name", name);
        sinceSuccess.ifPresent(
                age -> add("hubee_job_success_age_seconds", "Since the last success", age, "name", name));
        add("hubee_job_active", "1 if a run waits or works", active ? 1 : 0, "name", name);
        add("hubee_job_failed_items", "What the next run tries again", failedItems, "name", name);
    }

    /** @param oldest seconds since the oldest waiting file was received */
    void scans(long waiting, double oldest) {
        add("hubee_scan_waiting", "Files that wait for the antivirus", waiting);
        add("hubee_scan_oldest_seconds", "Age of the oldest file that waits for it", oldest);
    }

    /** @param oldest seconds since the oldest waiting mail was posted */
    void mails(long waiting, double oldest, long givenUp) {
        add("hubee_mail_waiting", "Mails that wait", waiting);
        add("hubee_mail_oldest_seconds", "Age of the oldest mail that waits", oldest);
        add("hubee_mail_given_up", "Mails given up in the last thirty days", givenUp);
    }
}
