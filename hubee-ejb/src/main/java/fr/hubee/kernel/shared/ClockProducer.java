package fr.hubee.kernel.shared;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.time.Clock;

/** The application's clock. It ticks in milliseconds, the precision of the contract: answers equal stored values. */
@ApplicationScoped
class ClockProducer {

    @Produces
    Clock clock() {
        return SystemClock.get();
    }
}
