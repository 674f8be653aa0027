package fr.hubee.it;

import fr.hubee.kernel.security.Caller;
import java.util.Set;
import java.util.concurrent.Callable;
import org.wildfly.security.auth.server.SecurityDomain;
import org.wildfly.security.authz.RoleMapper;

/** Lets a test act with the roles of any caller, as the server would after letting it in. */
public final class AsCaller {

    private AsCaller() {}

    public static <T> T call(Caller caller, Callable<T> work) throws Exception {
        return call(caller.roles(), work);
    }

    public static void run(Caller caller, Act act) throws Exception {
        run(caller.roles(), act);
    }

    public static void run(Set<String> roles, Act act) throws Exception {
        call(roles, () -> {
            act.run();
            return null;
        });
    }

    public static <T> T call(Set<String> roles, Callable<T> work) throws Exception {
        var granted = org.wildfly.security.authz.Roles.fromSet(roles);
        return SecurityDomain.getCurrent()
                .createAdHocIdentity("somebody")
                .withDefaultRoleMapper(RoleMapper.constant(granted))
                .runAs(work);
    }
}
