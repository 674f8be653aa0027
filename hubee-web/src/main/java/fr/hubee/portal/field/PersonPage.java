package fr.hubee.portal.field;

import fr.hubee.kernel.security.Caller;
import fr.hubee.kernel.security.RoleNames;
import fr.hubee.websecurity.CurrentCaller;
import jakarta.inject.Inject;

/** A page, or a part of one, that only a signed-in person sees. */
public abstract class PersonPage extends TypedForm {
    @Inject
    private CurrentCaller currentCaller;

    protected Caller caller() {
        return currentCaller.get();
    }

    public boolean isNational() {
        return caller().is(RoleNames.ADMIN);
    }
}
