package fr.hubee.websecurity;

import io.undertow.servlet.handlers.ServletRequestContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Limits the answers of many pages that leave at the same time, in total and to one caller: each needs a thread and its signatures. */
@ApplicationScoped
public class LongAnswerPlaces {
    private static final int MOST = 16;

    private final UploadPlaces places = new UploadPlaces(MOST);

    @Inject
    CurrentCaller currentCaller;

    /** Keeps the place until the request has ended, however it ends. */
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
