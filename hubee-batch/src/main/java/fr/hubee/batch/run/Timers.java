package fr.hubee.batch.run;

import fr.hubee.job.HubStarted;
import jakarta.ejb.ScheduleExpression;
import jakarta.ejb.TimerConfig;
import jakarta.ejb.TimerService;

/** Timers that live as long as this start of the server. They are made when the hub has started: see {@link HubStarted}. */
public final class Timers {
    private Timers() {}

    public static void everyMinute(TimerService service, String info) {
        service.createCalendarTimer(new ScheduleExpression().hour("*").minute("*"), new TimerConfig(info, false));
    }

    static void everyFiveSeconds(TimerService service, String info) {
        service.createCalendarTimer(
                new ScheduleExpression().hour("*").minute("*").second("*/5"), new TimerConfig(info, false));
    }
}
