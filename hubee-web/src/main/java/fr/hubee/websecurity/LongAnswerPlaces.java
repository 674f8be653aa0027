package fr.hubee.websecurity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/**
 * Limits long answers, of many pages, that are sent at the same time, in total and for one caller: each needs a thread and its signatures.
 */
@ApplicationScoped
public class LongAnswerPlaces {
    private static final int MOST = 16;

    private final SharedCapacity places = new SharedCapacity(MOST);

    @Inject
    CurrentCaller currentCaller;

    /** Takes a place, and keeps it until the request has ended, however it ends. */
    public boolean take() {
        return places.takeForThisRequest(currentCaller.get().name(), 1).isEmpty();
    }
}
