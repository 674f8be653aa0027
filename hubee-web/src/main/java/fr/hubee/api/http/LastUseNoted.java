package fr.hubee.api.http;

import fr.hubee.clients.client.ClientUses;
import fr.hubee.kernel.security.Roles;
import fr.hubee.websecurity.CurrentCaller;
import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.ext.Provider;

/** Records the last use of the credentials, and its software, once {@link CallerRequired} has accepted it. */
@PreMatching
@Priority(Priorities.AUTHENTICATION + 1)
@Provider
public class LastUseNoted implements ContainerRequestFilter {
    @Inject
    ClientUses uses;

    @Inject
    CurrentCaller currentCaller;

    @Inject
    Partner partner;

    @Override
    public void filter(ContainerRequestContext request) {
        var caller = currentCaller.get();
        if (!caller.is(Roles.PERSON)) {
            uses.note(caller.name(), caller.address(), partner::info);
        }
    }
}
