package fr.hubee.portal.field;

import fr.hubee.kernel.security.Caller;
import fr.hubee.kernel.security.RoleNames;
import fr.hubee.websecurity.CurrentCaller;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.util.function.Supplier;

/** A bean of one request of a signed-in person: a page, a part of one, or a resource. */
public abstract class PersonPage extends TypedForm {
    @Inject
    CurrentCaller currentCaller;

    @Inject
    HttpServletRequest request;

    /** @throws IllegalStateException when nobody is signed in */
    protected Caller caller() {
        return currentCaller.get();
    }

    protected HttpServletRequest request() {
        return request;
    }

    public boolean isNational() {
        return caller().is(RoleNames.ADMIN);
    }

    /** A value that is read when it is first needed, and then kept. */
    protected static final class Once<T> implements Supplier<T> {
        private final Supplier<T> reading;
        private boolean read;
        private T value;

        public Once(Supplier<T> reading) {
            this.reading = reading;
        }

        @Override
        public T get() {
            if (!read) {
                value = reading.get();
                read = true;
            }
            return value;
        }
    }
}
