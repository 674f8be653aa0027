package fr.hubee.journal.job;

import fr.hubee.kernel.shared.Words;
import java.time.LocalTime;
import java.util.List;
import java.util.Locale;

/** The jobs; each has a definition in hubee-batch with the same name in lower case. */
public enum Job {
    DIGESTS,
    SUBSCRIPTIONS,
    ACCOUNTS,
    WATCH,
    HOUSEKEEPING,
    RETENTION,
    STORE_READING,
    STORE_MOVING,
    KEY_ROTATION;

    /** Hours in Paris: the first one for one digest a day, both for two (specification §6.7). */
    public static final List<LocalTime> DIGEST_TIMES = List.of(LocalTime.of(7, 0), LocalTime.of(13, 0));

    public String label() {
        return Words.label(this);
    }

    public String purpose() {
        return Words.label(this, "purpose");
    }

    public JobSchedule schedule() {
        return switch (this) {
            case DIGESTS -> new JobSchedule(DIGEST_TIMES);
            case SUBSCRIPTIONS -> JobSchedule.everyDayAt(0, 1);
            case ACCOUNTS -> JobSchedule.everyDayAt(5, 0);
            case WATCH -> JobSchedule.everyDayAt(6, 30);
            case HOUSEKEEPING -> JobSchedule.everyHourAt(20);
            case RETENTION -> JobSchedule.everyDayAt(2, 0);
            case STORE_READING -> JobSchedule.everyHourAt(45);
            case STORE_MOVING -> JobSchedule.everyHourAt(50);
            case KEY_ROTATION -> JobSchedule.everyHourAt(55);
        };
    }

    public String definition() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
