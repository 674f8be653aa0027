package fr.hubee.demonstration.data;

import fr.hubee.kernel.security.Caller;
import java.util.concurrent.Callable;
import org.wildfly.security.auth.server.SecurityDomain;
import org.wildfly.security.authz.RoleMapper;
import org.wildfly.security.authz.Roles;

/** Calls the product with the roles of a caller, as the server would after letting it in. */
final class AsCaller {
    private AsCaller() {}

    /** Something that a person or software does. */
    @FunctionalInterface
    interface Task {
        void run() throws Exception;
    }

    static void run(Caller caller, Task task) {
        call(caller, () -> {
            task.run();
            return null;
        });
    }

    static <T> T call(Caller caller, Callable<T> work) {
        return SecurityDomain.getCurrent()
                .createAdHocIdentity(caller.name())
                .withDefaultRoleMapper(RoleMapper.constant(Roles.fromSet(caller.roles())))
                .runAsSupplier(() -> result(caller, work));
    }

    private static <T> T result(Caller caller, Callable<T> work) {
        try {
            return work.call();
        } catch (Exception refused) {
            throw new IllegalStateException(caller.name() + ": " + refused.getMessage(), refused);
        }
    }
}
