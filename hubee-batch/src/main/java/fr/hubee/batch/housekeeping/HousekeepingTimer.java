package fr.hubee.batch.housekeeping;

import fr.hubee.security.Roles;
import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.annotation.security.RunAs;
import jakarta.batch.runtime.BatchRuntime;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import java.util.Properties;

/** Starts the housekeeping every hour; batch threads keep the identity of whoever starts them. */
@Startup
@Singleton
@RunAs(Roles.BATCH)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class HousekeepingTimer {
    private static final String JOB = "housekeeping";

    @Schedule(hour = "*", minute = "20", info = JOB)
    @DenyAll // to everybody but the timer
    void everyHour() {
        start();
    }

    /** @return the execution, to be followed in the job repository */
    @RolesAllowed(Roles.ADMIN)
    public long start() {
        return BatchRuntime.getJobOperator().start(JOB, new Properties());
    }
}
