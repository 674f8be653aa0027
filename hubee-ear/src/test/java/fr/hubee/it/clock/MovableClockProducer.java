package fr.hubee.it.clock;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import jakarta.enterprise.inject.Produces;
import java.time.Clock;

/** Replaces the product's own clock. */
@Alternative
@Priority(1)
@ApplicationScoped
public class MovableClockProducer {
    private final MovableClock clock = MovableClock.ofThisServer();

    @Produces
    Clock clock() {
        return clock;
    }
}
