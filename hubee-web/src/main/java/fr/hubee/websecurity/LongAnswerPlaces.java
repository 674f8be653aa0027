package fr.hubee.websecurity;

import io.undertow.servlet.handlers.ServletRequestContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/**
 * Limits long answers, of many pages, that are sent at the same time, in total and for one caller: each needs a thread and its signatures.
 */
@ApplicationScoped
public class LongAnswerPlaces {
    private static final int MOST = 16;

    private final UploadPlaces places = new UploadPlaces(MOST);

    @Inject
    CurrentCaller currentCaller;

    /** Takes a place, and keeps it until the request has ended, however it ends. */
    public boolean take() {
        var caller = currentCaller.get().name();
        if (!places.take(caller)) {
            return false;
        }
        ServletRequestContext.requireCurrent().getExchange().addExchangeCompleteListener((over, following) -> {
            places.leave(caller);
            following.proceed();
        });
        return true;
    }
}
