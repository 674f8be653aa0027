package fr.hubee.it.rights;

import fr.hubee.kernel.security.Caller;
import java.util.Set;

/**
 * The actors that may call a method.
 *
 * @param method {@code Service.method}
 * @param own who may, for what is theirs
 * @param foreign who may, for what is somebody else's
 */
record Right(String method, Set<Actor> own, Set<Actor> foreign, Attempt attempt) {

    /** Calls the method; answers {@code false} where a list does not show what was looked for. */
    @FunctionalInterface
    interface Attempt {
        Object on(World world, Side side, Caller caller) throws Exception;
    }
}
