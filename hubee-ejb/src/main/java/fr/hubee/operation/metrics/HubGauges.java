package fr.hubee.operation.metrics;

import fr.hubee.operation.metrics.Readings.JobHealth;
import fr.hubee.operation.metrics.Readings.MailBacklog;
import fr.hubee.operation.metrics.Readings.PickUps;
import fr.hubee.operation.metrics.Readings.ScanBacklog;
import fr.hubee.operation.metrics.Readings.UnreadQueues;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot.GaugeDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** The gauges of a reading, with their names. A value that was not read is left out: a constant value would look as if all were well. */
final class HubGauges {
    private static final int YEAR = 365;

    private final GaugeList list = new GaugeList();

    private HubGauges() {}

    static MetricSnapshots of(Optional<Readings> read, OptionalLong freeBytes) {
        var gauges = new HubGauges();
        gauges.list.add(
                "hubee_database_up", "1 if the database answered in time, otherwise 0", read.isPresent() ? 1 : 0);
        freeBytes.ifPresent(free -> gauges.list.add("hubee_store_free_bytes", "Bytes left for files", free));
        read.ifPresent(gauges::add);
        return gauges.list.snapshots();
    }

    private void add(Readings read) {
        read.pickUps().forEach(this::add);
        add(read.unread());
        read.jobs().forEach(this::add);
        add(read.mails());
        add(read.scans());
        list.add("hubee_portal_arrivals", "Cases that the portal has not fetched yet", read.arrivals());
        list.add(
                "hubee_clock_ahead_seconds",
                "How far the clock of this server is ahead of the database's; negative when it is behind",
                read.clockAhead());
        list.add("hubee_journal_seal_age_seconds", "Since the journal was sealed", read.sealAge());
        read.witnessAge()
                .ifPresent(age -> list.add(
                        "hubee_journal_witness_age_seconds",
                        "Age of the oldest head of the journal that the witness has not been told; otherwise 0",
                        age));
        read.stampAge()
                .ifPresent(age -> list.add(
                        "hubee_journal_stamp_age_seconds",
                        "Age of the newest head that an authority has stamped",
                        age));
        read.masterKeyAge().ifPresent(this::addMasterKey);
    }

    private void addMasterKey(double age) {
        list.add("hubee_master_key_age_days", "Since the current master key is used", age);
        list.add(
                "hubee_master_key_rotation_days",
                "Until the master key should be changed, a year after the last time; negative when it is late",
                YEAR - age);
    }

    private void add(PickUps each) {
        var help = "From transmission to the first act of the service, cases picked up in the last hour";
        list.add(
                "hubee_pick_up_seconds",
                help,
                each.median(),
                "process",
                each.processCode(),
                "by",
                each.by(),
                "quantile",
                "0.5");
        list.add(
                "hubee_pick_up_seconds",
                help,
                each.slowest(),
                "process",
                each.processCode(),
                "by",
                each.by(),
                "quantile",
                "0.95");
        list.add(
                "hubee_picked_up_cases",
                "Cases picked up in the last hour",
                each.count(),
                "process",
                each.processCode(),
                "by",
                each.by());
    }

    private void add(UnreadQueues unread) {
        list.add("hubee_unread_entries", "Entries of all queues that are not read", unread.entries());
        list.add("hubee_unread_oldest_seconds", "Age of the oldest entry of all queues", unread.oldestAge());
        list.add("hubee_unread_late_organizations", "Organisations with an entry older than a day", unread.late());
        for (var queue : late(unread)) {
            list.add(
                    "hubee_unread_organization_oldest_seconds",
                    "Age of the oldest entry of an organisation, if older than a day; the fifty oldest",
                    queue.age(),
                    "organization",
                    queue.organization());
        }
    }

    private static List<UnreadQueues.Queue> late(UnreadQueues unread) {
        return unread.oldest().stream().limit(unread.late()).toList();
    }

    private void add(JobHealth each) {
        var name = each.job().name().toLowerCase(Locale.ROOT);
        list.add("hubee_job_overdue_seconds", "Since a slot that no run has done", each.overdue(), "name", name);
        each.sinceSuccess()
                .ifPresent(
                        age -> list.add("hubee_job_success_age_seconds", "Since the last success", age, "name", name));
        list.add("hubee_job_active", "1 if a run waits or works", each.active() ? 1 : 0, "name", name);
        list.add("hubee_job_failed_items", "What the next run tries again", each.failedItems(), "name", name);
    }

    private void add(ScanBacklog scans) {
        list.add("hubee_scan_waiting", "Files that wait for the antivirus", scans.waiting());
        list.add("hubee_scan_oldest_seconds", "Age of the oldest file that waits for it", scans.oldest());
    }

    private void add(MailBacklog mails) {
        list.add("hubee_mail_waiting", "Mails that wait", mails.waiting());
        list.add("hubee_mail_oldest_seconds", "Age of the oldest mail that waits", mails.oldest());
        list.add("hubee_mail_given_up", "Mails given up in the last thirty days", mails.givenUp());
    }

    /** Collects values under the names of Prometheus; the values of one gauge differ in their labels. */
    static final class GaugeList {
        private final Map<String, GaugeSnapshot.Builder> gauges = new LinkedHashMap<>();

        /** @param labels names and values in turn */
        GaugeList add(String name, String help, Number value, String... labels) {
            gauges.computeIfAbsent(
                            name, any -> GaugeSnapshot.builder().name(name).help(help))
                    .dataPoint(GaugeDataPointSnapshot.builder()
                            .value(value.doubleValue())
                            .labels(Labels.of(labels))
                            .build());
            return this;
        }

        MetricSnapshots snapshots() {
            var snapshots = MetricSnapshots.builder();
            gauges.values().forEach(gauge -> snapshots.metricSnapshot(gauge.build()));
            return snapshots.build();
        }
    }
}
