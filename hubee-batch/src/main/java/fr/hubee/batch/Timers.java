package fr.hubee.batch;

import fr.hubee.journal.job.HubStarted;
import jakarta.ejb.TimerConfig;
import jakarta.ejb.TimerService;
import java.time.Duration;

/** Non-persistent timers. They are made when the hub has started: see {@link HubStarted}. */
public final class Timers {
    private Timers() {}

    public static void start(TimerService service, Duration period, String info) {
        service.createIntervalTimer(period.toMillis(), period.toMillis(), new TimerConfig(info, false));
    }
}
